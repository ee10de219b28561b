"""How is what is ahead drawn: the last year, then the forecast's bands and the path to green?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from perfcore.present import wording
from perfcore.present.forecast.words import headline
from perfcore.present.sparkline import Scale, runs
from perfcore.register.explanations import Waypoint
from perfcore.views.forecast import Forecast, PeriodAhead
from perfcore.views.measure_page import HistoryRow, MeasureFacts

_BEFORE: Final = 12
_LEFT: Final = 8
_RIGHT: Final = 104
_TOP: Final = 20
_BOTTOM: Final = 20
_ROW: Final = 15
_A_WHILE: Final = timedelta(days=31)
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Canvas:
    """Periods stand at their first day, and a point of the path where its period stands."""

    across: Scale
    down: Scale
    width: int
    height: int
    starts: Sequence[date]

    def at(self, day: date) -> float:
        return self.across(day.toordinal())

    def by(self, day: date) -> float:
        """Where the period stands that a day lies in; the day itself where no period is drawn."""
        begun = [one for one in self.starts if one <= day]
        is_last = not begun or begun[-1] == self.starts[-1]
        return self.at(day if is_last and day > self.starts[-1] + _A_WHILE else begun[-1])


def fan(
    found: Forecast,
    history: Sequence[HistoryRow],
    facts: MeasureFacts,
    path: Sequence[Waypoint] = (),
    width: int = 560,
    height: int = 210,
) -> Markup:
    """The drawing; nothing where there is neither a forecast nor a path.

    Parameters
    ----------
    found
        The forecast.
    history
        The measure's periods, oldest first; the last year of them is drawn.
    facts
        Of the measure.
    path
        The path to green that stands; points before the drawing begins are left out.
    width, height
        In pixels.
    """
    before = [row for row in history if row.value is not None][-_BEFORE:]
    path = [point for point in path if before and point.by >= before[0].starts]
    if not before or not (found.ahead or path):
        return Markup("")
    aims = [one for one in _aims(found) if one is not None]
    numbers = [float(row.value) for row in before if row.value is not None]
    numbers += [float(one) for row in found.ahead for one in (row.low, row.high)] + aims
    numbers += [float(point.value) for point in path]
    starts = [*(row.starts for row in before), *(one.starts for one in found.ahead)]
    ends = max([starts[-1], *(point.by for point in path)])
    canvas = _Canvas(
        Scale(starts[0].toordinal(), ends.toordinal(), _LEFT, width - _RIGHT),
        Scale(min(numbers), max(numbers), height - _BOTTOM, _TOP),
        width,
        height,
        starts,
    )
    bands = [_band(found.ahead, before, canvas, inner=inner) for inner in (False, True)]
    parts = [
        *(bands if found.ahead else []),
        *_targets(aims, canvas),
        *_lines(found, before, canvas),
        *_path(path, before, canvas),
        *_words(found, before, path, facts, canvas),
    ]
    return Markup(
        '<svg class="cc" width="{}" height="{}" viewBox="0 0 {} {}" role="img" '
        'aria-label="{}">{}</svg>'
    ).format(width, height, width, height, alternative(found, facts, path), Markup("").join(parts))


def alternative(found: Forecast, facts: MeasureFacts, path: Sequence[Waypoint] = ()) -> str:
    """What the drawing says, for readers who do not see it."""
    planned = ""
    if path:
        aim, day = _amount(path[-1].value, facts), wording.day(path[-1].by, short=True)
        planned = f" The path to green ends at {aim} by {day}."
    if not found.ahead:
        return f"Path to green of {facts.name}.{planned}"
    last = found.ahead[-1]
    low, high = (_amount(one, facts) for one in (last.low, last.high))
    return (
        f"Forecast of {facts.name} to "
        f"{wording.period(facts.frequency, last.period, last.starts)}: likeliest "
        f"{_amount(last.value, facts)}, 8 in 10 outcomes from {low} to {high}. "
        f"{headline(found, facts)}.{planned}"
    )


def _aims(found: Forecast) -> tuple[float | None, ...]:
    verdict = found.verdict
    bounds = (verdict.target, verdict.target_low, verdict.target_high)
    return tuple(None if one is None else float(one) for one in bounds)


def _start(before: Sequence[HistoryRow], canvas: _Canvas) -> Place:
    value = before[-1].value
    return canvas.at(before[-1].starts), canvas.down(float(value or 0))


def _band(
    ahead: Sequence[PeriodAhead], before: Sequence[HistoryRow], canvas: _Canvas, *, inner: bool
) -> Markup:
    start = _start(before, canvas)
    tops, bottoms = [start], [start]
    for one in ahead:
        low, high = (one.inner_low, one.inner_high) if inner else (one.low, one.high)
        tops.append((canvas.at(one.starts), canvas.down(float(high))))
        bottoms.append((canvas.at(one.starts), canvas.down(float(low))))
    edge = " ".join(runs([*tops, *reversed(bottoms)]))
    return Markup('<path class="fc-{}" d="{}Z"/>').format("inner" if inner else "outer", edge)


def _targets(aims: Sequence[float], canvas: _Canvas) -> Iterator[Markup]:
    for aim in aims:
        y = canvas.down(aim)
        yield Markup(f'<path class="fc-aim" d="M{_LEFT} {y:.1f}H{canvas.width - _RIGHT + 6}"/>')


def _lines(found: Forecast, before: Sequence[HistoryRow], canvas: _Canvas) -> Iterator[Markup]:
    start = _start(before, canvas)
    seen = [
        (canvas.at(row.starts), canvas.down(float(row.value)))
        for row in before
        if row.value is not None
    ]
    said = [start] + [(canvas.at(one.starts), canvas.down(float(one.value))) for one in found.ahead]
    line = Markup('<path class="{}" d="{}"/>')
    yield Markup(f'<path class="fc-now" d="M{start[0]:.1f} {_TOP - 6}V{canvas.height - _BOTTOM}"/>')
    yield line.format("fc-seen", " ".join(runs(seen)))
    if found.ahead:
        yield line.format("fc-likely", " ".join(runs(said)))
    for x, y in seen:
        yield Markup(f'<circle class="cc-dot" cx="{x:.1f}" cy="{y:.1f}" r="2"/>')


def _path(
    path: Sequence[Waypoint], before: Sequence[HistoryRow], canvas: _Canvas
) -> Iterator[Markup]:
    """The path to green, from the last figure before it begins."""
    if not path:
        return
    earlier = [row for row in before if row.starts <= path[0].by and row.value is not None]
    begins = [(canvas.at(row.starts), canvas.down(float(row.value or 0))) for row in earlier[-1:]]
    points = [(canvas.by(point.by), canvas.down(float(point.value))) for point in path]
    ahead = [place for place in begins if place[0] < points[0][0]]
    yield Markup('<path class="fc-plan" d="{}"/>').format(" ".join(runs([*ahead, *points])))
    for x, y in points:
        yield Markup(f'<path class="fc-point" d="M{x:.1f} {y - 5:.1f}l5 5-5 5-5-5z"/>')


def _words(
    found: Forecast,
    before: Sequence[HistoryRow],
    path: Sequence[Waypoint],
    facts: MeasureFacts,
    canvas: _Canvas,
) -> Iterator[Markup]:
    text = Markup('<text class="cc-t{}" x="{}" y="{}">{}</text>')
    start, end = _start(before, canvas), canvas.width - _RIGHT
    said = sorted(_ends(found, path, facts, canvas))
    for (_, look, words), y in zip(said, _apart([one[0] for one in said]), strict=True):
        yield text.format(look, f"{end + 8:.1f}", f"{y + 4:.1f}", words)
    if found.ahead:
        yield text.format("", f"{start[0] + 4:.1f}", _TOP - 8, "forecast")
    first = wording.period(facts.frequency, before[0].period, before[0].starts)
    yield text.format("", _LEFT, canvas.height - 4, first)
    yield text.format(" cc-end", f"{end:.1f}", canvas.height - 4, _ending(found, path, facts))


def _ends(
    found: Forecast, path: Sequence[Waypoint], facts: MeasureFacts, canvas: _Canvas
) -> Iterator[tuple[float, str, str]]:
    """What stands at the right end: how high, how it looks, and the words."""
    if found.ahead:
        last = found.ahead[-1]
        yield canvas.down(float(last.high)), "", _amount(last.high, facts)
        yield canvas.down(float(last.value)), " cc-b", f"Likeliest {_amount(last.value, facts)}"
        yield canvas.down(float(last.low)), "", _amount(last.low, facts)
    aim = next((one for one in _aims(found) if one is not None), None)
    if aim is not None:
        target = wording.amount(wording.decimal_of(aim), facts.unit, facts.decimals)
        yield canvas.down(aim), " fc-t", f"Target {target}"
    if path:
        point = path[-1]
        yield canvas.down(float(point.value)), " fc-p", f"Path {_amount(point.value, facts)}"


def _ending(found: Forecast, path: Sequence[Waypoint], facts: MeasureFacts) -> str:
    last = found.ahead[-1] if found.ahead else None
    if path and (last is None or path[-1].by > last.starts + _A_WHILE):
        return wording.day(path[-1].by, short=True)
    assert last is not None
    return wording.period(facts.frequency, last.period, last.starts)


def _apart(heights: Sequence[float]) -> list[float]:
    """The same heights, top first, each at least a row under the one before."""
    found: list[float] = []
    for height in heights:
        found.append(max(height, found[-1] + _ROW) if found else height)
    return found


def _amount(value: Decimal, facts: MeasureFacts) -> str:
    return wording.amount(value, facts.unit, facts.decimals)
