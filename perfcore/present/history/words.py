"""What does a chart of a measure's history say in words?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from perfcore.present import wording
from perfcore.present.history.points import Point
from perfcore.views.measure_page import HistoryRow, MeasureFacts, MeasurePage

LONGEST_ALTERNATIVE: Final = 299
_UNITS: Final = {"gbp": "pounds", "count": "number", "percent": "per cent"}
_RATED: Final = ("red", "amber", "green", "exceptional")
_SPECIAL: Final = {
    "concern": "Orange square: special cause, worse",
    "improvement": "Blue plus: special cause, better",
    "neither": "Grey square: special cause",
    "ghost": "Hollow: set aside",
}
_MARKS: Final = {"c": "c: withheld", "x": "x: not available", "z": "z: not applicable"}


def finding(view: MeasurePage) -> str:
    """The finding, in ten words or fewer: how long the status has lasted, or where the value is.

    Parameters
    ----------
    view
        The measure.
    """
    results = [row for row in view.history if row.has_result]
    if not results:
        return "No figure yet"
    last = results[-1]
    if last.value is None:
        return _for_how_long(view, results)
    rows = [row for row in results if row.value is not None]
    if last.status in _RATED:
        return f"{_for_how_long(view, rows)}{_record(view, rows, ' and at its {} yet')}"
    if len(rows) == 1:
        return "One result so far"
    return _record(view, rows, "At its {} yet") or _moved(view, rows)


def _for_how_long(view: MeasurePage, rows: Sequence[HistoryRow]) -> str:
    last = rows[-1].status
    run = sum(1 for _ in takewhile(lambda row: row.status == last, reversed(rows)))
    noun = wording.PERIOD_NOUNS[view.facts.frequency]
    how_long = f"for {wording.plural(run, noun)}" if run > 1 else f"in the latest {noun}"
    return f"{wording.STATUS_WORDS.get(last, last)} {how_long}"


def _record(view: MeasurePage, rows: Sequence[HistoryRow], said: str) -> str:
    if view.facts.shape == "cumulative":
        return ""
    values = [row.value for row in rows if row.value is not None]
    earlier, last = values[:-1], values[-1]
    if len(earlier) < 3:
        return ""
    if last > max(earlier):
        return said.format("highest")
    return said.format("lowest") if last < min(earlier) else ""


def _moved(view: MeasurePage, rows: Sequence[HistoryRow]) -> str:
    last = rows[-1]
    before = last.last_year if last.last_year is not None else rows[-2].value
    than = "a year before" if last.last_year is not None else "the result before"
    if last.value is None or before is None or last.value == before:
        return f"The same as {than}"
    return f"{'Higher' if last.value > before else 'Lower'} than {than}"


def subtitle(facts: MeasureFacts, points: Sequence[Point]) -> str:
    """Measure, unit and grain, and what the marks mean that have no label of their own."""
    unit = _UNITS.get(facts.unit, facts.unit)
    grain = f"by {wording.PERIOD_NOUNS[facts.frequency]}"
    running = "running total, " if facts.shape == "cumulative" else ""
    rolling = "rolling, " if facts.shape == "rolling" else ""
    parts = [f"{facts.name}, {unit}, {running}{rolling}{grain}", *_marks(points)]
    return ". ".join(parts) + "."


def _marks(points: Sequence[Point]) -> Iterator[str]:
    soft = dict.fromkeys(point.soft for point in points if point.soft)
    if soft:
        yield f"Hollow: {' or '.join(soft)}"
    if any(point.first is not None for point in points):
        yield "Ring: restated; cross: first published"
    if any(point.limits and point.limits.upper is not None for point in points):
        yield "Shaded: normal variation"
    special = {point.special for point in points if point.value is not None}
    for kind, said in _SPECIAL.items():
        if kind in special:
            yield said
    for mark in dict.fromkeys(point.mark for point in points if point.mark):
        yield _MARKS[mark]


def alternative(view: MeasurePage, points: Sequence[Point]) -> str:
    """Type, measure, period, finding and target for readers who do not see the chart.

    Returns
    -------
    str
        Under 300 characters; a long name is cut short before a figure is.
    """
    present = [point for point in points if point.value is not None]
    first, last = present[0], present[-1]
    facts = view.facts
    aim = target_label(last, facts)
    against = f" {aim}." if aim else ""
    if first is last:
        figures = f"{last.shown} in {last.period}"
    else:
        figures = f"{first.period} to {last.period}: from {first.shown} to {last.shown}"
    rest = f", {figures}.{against} {finding(view)}."
    start = f"Line chart of {facts.name}"
    room = LONGEST_ALTERNATIVE - len(rest)
    if len(start) > room:
        start = start[: room - 1].rstrip() + "…"
    return start + rest


def target_label(point: Point, facts: MeasureFacts) -> str:
    """What stands beside the target: ``Target 10``, ``Profile 56.4%``, ``Target £20m to £30m``."""
    if point.low is not None and point.high is not None:
        low, high = (_amount(bound, facts) for bound in (point.low, point.high))
        return f"Target {low} to {high}"
    if point.aim is None:
        return ""
    word = {"profile": "Profile", "line": "Path"}.get(point.form, "Target")
    return f"{word} {_amount(point.aim, facts)}"


def limit_label(value: float, facts: MeasureFacts) -> str:
    """A limit or a mean, with one decimal more than a whole measure has."""
    return wording.amount(wording.decimal_of(value), facts.unit, max(facts.decimals, 1))


def _amount(value: float, facts: MeasureFacts) -> str:
    return wording.amount(wording.decimal_of(value), facts.unit, facts.decimals)
