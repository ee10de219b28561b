"""Which layers does a chart of a measure's history have, from the back to the front?

Channels are made in full (``alt.X("x:T")``), not left for Altair to find from their shorthand,
which takes more than half of a chart's time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final

import altair as alt

from perfcore.present.history import axes, limits, marks, texts
from perfcore.present.history.canvas import HEIGHT, Canvas
from perfcore.present.history.events import Drawn
from perfcore.present.history.inline import on
from perfcore.present.history.labels import apart
from perfcore.present.history.palette import Palette
from perfcore.present.history.points import Point
from perfcore.present.history.texts import Text
from perfcore.present.history.words import target_label
from perfcore.views.measure_page import MeasureFacts

EVENT_ROW: Final = 17
_DASHED: Final = (6, 4)
_MOVING_TARGETS: Final = ("profile", "line", "improve_on", "comparator")
_YEARS_BACK: Final = {"month": 12, "quarter": 4, "week": 52, "day": 365}
_LABELS_OF_FIRSTS: Final = 2
Layer = alt.Chart


def layers(canvas: Canvas, events: Sequence[Drawn]) -> list[Layer]:
    """All layers, those that have nothing to show left out."""
    found = (
        _frame(canvas),
        *limits.band(canvas),
        *_targets(canvas),
        *_events(events, canvas.colours),
        *_last_year(canvas),
        _line(canvas),
        *marks.values(canvas),
        *marks.restated(canvas),
        *texts.layer(_texts(canvas, events)),
    )
    return list(found)


def earlier_values(points: Sequence[Point], facts: MeasureFacts) -> list[Point]:
    """The latest year of points, those with a value now and a year before.

    Of a running total they are the points of its latest year; else as many as make a year.
    """
    if facts.starts_again:
        year = [point for point in points if point.run == points[-1].run]
    else:
        year = list(points[-_YEARS_BACK.get(facts.frequency, 0) or len(points) :])
    both = (point for point in year if point.value is not None)
    return [point for point in both if point.last_year is not None]


def _frame(canvas: Canvas) -> Layer:
    """The axes, drawn once; nothing else is."""
    first, last = canvas.points[0], canvas.points[-1]
    scale, colours = canvas.scale, canvas.colours
    x = alt.X(
        "x:T",
        scale=alt.Scale(type="utc", domain=[_moment(first.starts), _moment(last.after)]),
        axis=_time_axis(canvas),
    )
    y = alt.Y(
        "y:Q",
        scale=alt.Scale(domain=[scale.bottom, scale.top], nice=False, zero=False),
        axis=alt.Axis(
            title=None, values=scale.lines, gridColor=colours.grid, domain=False, ticks=False,
            labelFontSize=texts.SIZE, labelColor=colours.ink, labelExpr=_looked_up(scale),
        ),
    )  # fmt: skip
    corner = on([{"x": first.starts.isoformat(), "y": scale.bottom}])
    drawn: Layer = corner.mark_point(opacity=0).encode(x, y)
    return drawn


def _time_axis(canvas: Canvas) -> alt.Axis:
    frequency = canvas.facts.frequency
    named = axes.named_periods(canvas.points, frequency)
    names = {point.middle.isoformat(): axes.name_lines(point, frequency) for point in named}
    return alt.Axis(
        title=None, grid=False, labelFontSize=texts.SIZE, labelColor=canvas.colours.ink,
        tickColor=canvas.colours.axis, domainColor=canvas.colours.axis, labelOverlap="greedy",
        labelSeparation=6, values=[_moment(point.middle) for point in named],
        labelExpr=f"{_written(names)}[utcFormat(datum.value, '%Y-%m-%d')]",
    )  # fmt: skip


def _written(names: dict[str, list[str]]) -> str:
    said = (
        f"'{day}': {lines if len(lines) > 1 else repr(lines[0])}" for day, lines in names.items()
    )
    return "{" + ", ".join(said) + "}"


def _looked_up(scale: axes.Scale) -> str:
    return f"{list(scale.labels)}[round((datum.value - {scale.bottom:g}) / {scale.step:g})]"


def _targets(canvas: Canvas) -> Iterator[Layer]:
    """The target or the bounds of its range, dashed; a range is tinted as well."""
    ranges = list(_steps(canvas.points, "low", "high"))
    if ranges:
        band = on(ranges).mark_area(color=canvas.colours.line, opacity=0.13)
        yield band.encode(
            x=alt.X("x:T"), y=alt.Y("low:Q"), y2=alt.Y2("high:Q"), detail=alt.Detail("group:N")
        )
    bounds = [
        {"x": row["x"], "aim": row[bound], "group": f"{bound} {row['group']}"}
        for bound in ("low", "high")
        for row in ranges
    ]
    rows = bounds + _aims(canvas)
    if any(row["aim"] is not None for row in rows):
        line = on(rows).mark_line(
            color=canvas.colours.ink, strokeWidth=1.6, strokeDash=list(_DASHED), clip=True
        )
        yield line.encode(x=alt.X("x:T"), y=alt.Y("aim:Q"), detail=alt.Detail("group:N"))


def _aims(canvas: Canvas) -> list[dict[str, Any]]:
    """The ends of the target's stretches, or where it moves with each period, every period."""
    moving = any(point.form in _MOVING_TARGETS for point in canvas.points)
    alone = sum(point.aim is not None for point in canvas.points) == 1
    if not moving or alone:
        return list(_steps(canvas.points, "aim"))
    return [
        {"x": point.middle.isoformat(), "aim": point.aim, "group": point.run}
        for point in canvas.points
    ]


def _steps(points: Sequence[Point], *fields: str) -> Iterator[dict[str, Any]]:
    """Both ends of each stretch in which the target stays the same, joined where it moves.

    The last ends where the latest value stands, to leave room for the labels.
    """
    group = 0
    for bounds, stretch in groupby(
        points, lambda point: tuple(getattr(point, name) for name in fields)
    ):
        if None in bounds:
            group += 1
            continue
        rows = list(stretch)
        end = points[-1].middle if rows[-1] is points[-1] else rows[-1].after
        for day in (rows[0].starts, end):
            yield {"x": day.isoformat(), **dict(zip(fields, bounds, strict=True)), "group": group}


def _events(events: Sequence[Drawn], colours: Palette) -> Iterator[Layer]:
    rows = [{"x": event.date.isoformat(), "top": _top(event)} for event in events]
    if rows:
        rule = on(rows).mark_rule(color=colours.axis, strokeDash=[2, 3])
        yield rule.encode(x=alt.X("x:T"), y=texts.down_from_row("top"), y2=_to(HEIGHT))


def _top(event: Drawn) -> int:
    return -4 - EVENT_ROW * event.row


def _event_labels(canvas: Canvas, events: Sequence[Drawn]) -> Iterator[Text]:
    ink = canvas.colours.ink
    for event in events:
        day, label, top = event.date, event.label, _top(event)
        if len(label) == 1:
            yield Text(day, top, label, ink, align="center", baseline="bottom", bold=True)
        elif event.leftwards:
            room = _share(event, canvas)
            yield Text(
                day, top + 4, label, ink, align="right", baseline="bottom", beside=-4, room=room
            )
        else:
            room = 1 - _share(event, canvas)
            yield Text(day, top + 4, label, ink, baseline="bottom", beside=4, room=room)


def _share(event: Drawn, canvas: Canvas) -> float:
    """How far across the chart an event stands, 0 to 1."""
    first, after = canvas.points[0].starts, canvas.points[-1].after
    return (event.date - first) / (after - first)


def _last_year(canvas: Canvas) -> Iterator[Layer]:
    if not canvas.with_last_year:
        return
    rows = [
        {"x": point.middle.isoformat(), "y": point.last_year}
        for point in earlier_values(canvas.points, canvas.facts)
    ]
    colour = canvas.colours.earlier
    line = on(rows).mark_line(color=colour, strokeWidth=1.6, point={"color": colour, "size": 18})
    yield line.encode(x=alt.X("x:T"), y=alt.Y("y:Q"))


def _line(canvas: Canvas) -> Layer:
    rows = [marks.row(point, canvas.facts) for point in canvas.points]
    colour = canvas.colours.quiet if canvas.has_limits else canvas.colours.line
    line = on(rows).mark_line(color=colour, strokeWidth=1.6 if canvas.has_limits else 2)
    drawn: Layer = line.encode(x=alt.X("x:T"), y=alt.Y("value:Q"), detail=alt.Detail("run:N"))
    return drawn


def _texts(canvas: Canvas, events: Sequence[Drawn]) -> Iterator[Text]:
    yield from _event_labels(canvas, events)
    yield from _firsts(canvas)
    yield from _markers(canvas)
    yield from _end_labels(canvas)


def _firsts(canvas: Canvas) -> Iterator[Text]:
    """What was published first beside its cross, where that was seldom."""
    changed = [point for point in canvas.points if point.first is not None]
    for point in changed if len(changed) <= _LABELS_OF_FIRSTS else ():
        if point.first is not None:
            down, said = canvas.down(point.first), f"first {point.first_shown}"
            quiet = canvas.colours.quiet
            yield Text(point.middle, down, said, quiet, align="right", beside=-9)


def _markers(canvas: Canvas) -> Iterator[Text]:
    """A letter at the foot of each period whose value is withheld or not there."""
    quiet = canvas.colours.quiet
    for point in canvas.points:
        if point.mark:
            yield Text(
                point.middle, HEIGHT - 3, point.mark, quiet, align="center", baseline="bottom",
                bold=True,
            )  # fmt: skip


def _end_labels(canvas: Canvas) -> Iterator[Text]:
    """The latest value in bold, and the names of the other lines, clear of each other."""
    said = list(_ends(canvas))
    heights = apart([canvas.down(value) for _, value, _, _, _ in said], HEIGHT)
    for (day, _, text, colour, strong), height in zip(said, heights, strict=True):
        size = texts.LARGE if strong else texts.SIZE
        yield Text(day, height, text, colour, beside=8, size=size, bold=strong)


def _ends(canvas: Canvas) -> Iterator[tuple[date, float, str, str, bool]]:
    last, end = canvas.last, canvas.points[-1]
    day = end.middle if last is end else last.middle
    if last.value is not None:
        yield day, last.value, last.shown, canvas.colours.ink, True
    target = target_label(end, canvas.facts)
    if target:
        both = [bound for bound in (end.low, end.high) if bound is not None]
        at = sum(both) / len(both) if end.aim is None else end.aim
        yield end.middle, at, target, canvas.colours.ink, False
    for value, said in limits.labels(end, canvas.scale, canvas.facts):
        yield end.middle, value, said, canvas.colours.line, False
    earlier = earlier_values(canvas.points, canvas.facts) if canvas.with_last_year else []
    if earlier and earlier[-1].last_year is not None:
        yield end.middle, earlier[-1].last_year, "Last year", canvas.colours.quiet, False


def _to(height: float) -> alt.Y2Value:
    return alt.Y2Value(height)  # type: ignore[no-untyped-call]


def _moment(day: date) -> alt.DateTime:
    return alt.DateTime(year=day.year, month=day.month, date=day.day, utc=True)
