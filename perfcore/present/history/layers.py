"""Which layers does a chart of a measure's history have, from the back to the front?

Channels are made in full (``alt.X("x:T")``), not left for Altair to find from their shorthand,
which takes more than half of a chart's time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final, Literal

import altair as alt

from perfcore.present.history import axes, limits
from perfcore.present.history.events import Drawn
from perfcore.present.history.labels import apart
from perfcore.present.history.palette import Palette
from perfcore.present.history.points import Point
from perfcore.present.history.words import target_label
from perfcore.views.measure_page import MeasureFacts

HEIGHT: Final = 300
EVENT_ROW: Final = 17
_TEXT: Final = 13
_DASHED: Final = (6, 4)
_MANY: Final = 60
_MOVING_TARGETS: Final = ("profile", "line", "improve_on", "comparator")
_CROSS: Final = "M-.7-.7L.7.7M-.7.7L.7-.7"
_YEARS_BACK: Final = {"month": 12, "quarter": 4, "week": 52, "day": 365}
_LABELS_OF_FIRSTS: Final = 2
_SPECIAL: Final = {
    "concern": "special cause, worse",
    "improvement": "special cause, better",
    "neither": "special cause",
    "ghost": "set aside",
}
Layer = alt.Chart
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Canvas:
    """What all layers share."""

    points: tuple[Point, ...]
    facts: MeasureFacts
    scale: axes.Scale
    colours: Palette
    with_last_year: bool

    @property
    def has_limits(self) -> bool:
        """Whether the limits of a control chart are drawn."""
        return any(point.limits for point in self.points)

    @property
    def last(self) -> Point:
        """The latest point with a value."""
        return next(point for point in reversed(self.points) if point.value is not None)

    def down(self, value: float) -> float:
        """Where a value stands, in pixels from the top."""
        return self.scale.down(value, HEIGHT)


def layers(canvas: Canvas, events: Sequence[Drawn]) -> list[Layer]:
    """All layers, those that have nothing to show left out."""
    found = (
        _frame(canvas),
        *limits.band(canvas.points, canvas.scale, canvas.colours),
        *_range(canvas),
        *_target(canvas),
        *_events(canvas, events),
        *_last_year(canvas),
        _line(canvas),
        *_points(canvas),
        *_special(canvas),
        *_restated(canvas),
        *_marks(canvas),
        *_end_labels(canvas),
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
            labelFontSize=_TEXT, labelColor=colours.ink, labelExpr=_looked_up(scale),
        ),
    )  # fmt: skip
    corner = _on([{"x": first.starts.isoformat(), "y": scale.bottom}])
    drawn: Layer = corner.mark_point(opacity=0).encode(x, y)
    return drawn


def _time_axis(canvas: Canvas) -> alt.Axis:
    frequency = canvas.facts.frequency
    named = axes.named_periods(canvas.points, frequency)
    names = {point.middle.isoformat(): axes.name_lines(point, frequency) for point in named}
    return alt.Axis(
        title=None, grid=False, labelFontSize=_TEXT, labelColor=canvas.colours.ink,
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


def _range(canvas: Canvas) -> Iterator[Layer]:
    rows = list(_steps(canvas.points, "low", "high"))
    if rows:
        band = _on(rows).mark_area(color=canvas.colours.line, opacity=0.13)
        yield band.encode(
            x=alt.X("x:T"), y=alt.Y("low:Q"), y2=alt.Y2("high:Q"), detail=alt.Detail("group:N")
        )
        for bound in ("low", "high"):
            yield _dashed(canvas, rows, bound)


def _target(canvas: Canvas) -> Iterator[Layer]:
    moving = any(point.form in _MOVING_TARGETS for point in canvas.points)
    alone = sum(point.aim is not None for point in canvas.points) == 1
    if moving and not alone:
        rows = [
            {"x": point.middle.isoformat(), "aim": point.aim, "group": point.run}
            for point in canvas.points
        ]
    else:
        rows = list(_steps(canvas.points, "aim"))
    if any(row["aim"] is not None for row in rows):
        yield _dashed(canvas, rows, "aim")


def _dashed(canvas: Canvas, rows: list[dict[str, Any]], field: str) -> Layer:
    line = _on(rows).mark_line(
        color=canvas.colours.ink, strokeWidth=1.6, strokeDash=list(_DASHED), clip=True
    )
    drawn: Layer = line.encode(x=alt.X("x:T"), y=alt.Y(f"{field}:Q"), detail=alt.Detail("group:N"))
    return drawn


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


def _events(canvas: Canvas, events: Sequence[Drawn]) -> Iterator[Layer]:
    for event in events:
        top = -4 - EVENT_ROW * event.row
        base = _on([{"x": event.date.isoformat(), "label": event.label}])
        rule = base.mark_rule(color=canvas.colours.axis, strokeDash=[2, 3])
        yield rule.encode(x=alt.X("x:T"), y=_at(top), y2=_to(HEIGHT))
        letter = len(event.label) == 1
        align: Align = "center" if letter else "right" if event.leftwards else "left"
        text = base.mark_text(
            align=align, dx=0 if letter else -4 if event.leftwards else 4, baseline="bottom",
            fontSize=_TEXT, fontWeight="bold" if letter else "normal", color=canvas.colours.ink,
            limit=0 if letter else alt.ExprRef(expr=_room(event, canvas)),
        )  # fmt: skip
        yield text.encode(
            x=alt.X("x:T"), y=_at(top + (0 if letter else 4)), text=alt.Text("label:N")
        )


def _room(event: Drawn, canvas: Canvas) -> str:
    """The width that a label has to the edge of the chart, in pixels."""
    first, after = canvas.points[0].starts, canvas.points[-1].after
    share = (event.date - first) / (after - first)
    return f"width * {share if event.leftwards else 1 - share:.3f}"


def _last_year(canvas: Canvas) -> Iterator[Layer]:
    if not canvas.with_last_year:
        return
    rows = [
        {"x": point.middle.isoformat(), "y": point.last_year}
        for point in earlier_values(canvas.points, canvas.facts)
    ]
    colour = canvas.colours.earlier
    line = _on(rows).mark_line(color=colour, strokeWidth=1.6, point={"color": colour, "size": 18})
    yield line.encode(x=alt.X("x:T"), y=alt.Y("y:Q"))


def _line(canvas: Canvas) -> Layer:
    rows = [_row(point, canvas.facts) for point in canvas.points]
    colour = canvas.colours.quiet if canvas.has_limits else canvas.colours.line
    line = _on(rows).mark_line(color=colour, strokeWidth=1.6 if canvas.has_limits else 2)
    drawn: Layer = line.encode(x=alt.X("x:T"), y=alt.Y("value:Q"), detail=alt.Detail("run:N"))
    return drawn


def _points(canvas: Canvas) -> Iterator[Layer]:
    """A mark for each value; where there are many, only for those that differ and the last."""
    few = len(canvas.points) <= _MANY
    shown = [
        point
        for point in canvas.points
        if point.value is not None
        and not point.special
        and (few or point.soft or point is canvas.last)
    ]
    colours = canvas.colours
    plain = colours.ink if canvas.has_limits else colours.line
    for soft, fill in ((False, plain), (True, colours.paper)):
        rows = [_row(point, canvas.facts) for point in shown if bool(point.soft) is soft]
        if rows:
            mark = _on(rows).mark_point(
                filled=True, fill=fill, stroke=plain, strokeWidth=1.6, opacity=1,
                size=30 if len(canvas.points) > 1 else 70,
            )  # fmt: skip
            yield mark.encode(x=alt.X("x:T"), y=alt.Y("value:Q"), tooltip=_hover(rows))


def _special(canvas: Canvas) -> Iterator[Layer]:
    found = [point for point in canvas.points if point.value is not None and point.special]
    if found:
        rows = [_row(point, canvas.facts) for point in found]
        yield from limits.marks(found, rows, _hover(rows), canvas.colours)


def _hover(rows: Sequence[dict[str, Any]]) -> list[alt.Tooltip]:
    names = {"period": "Period", "shown": "Value", "target": "Target", "status": "Status"}
    if any(row["note"] for row in rows):
        names["note"] = "Note"
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in names.items()]


def _row(point: Point, facts: MeasureFacts) -> dict[str, Any]:
    first = f"first published as {point.first_shown}" if point.first is not None else ""
    special = _SPECIAL.get(point.special, "")
    return {
        "x": point.middle.isoformat(),
        "value": point.value,
        "period": point.period,
        "shown": point.shown,
        "target": target_label(point, facts).partition(" ")[2] or "none",
        "status": point.status,
        "note": ", ".join(filter(None, (point.soft, first, special))),
        "run": point.run,
    }


def _restated(canvas: Canvas) -> Iterator[Layer]:
    """A ring round what was restated, and a cross at what was published first."""
    changed = [point for point in canvas.points if point.first is not None]
    if not changed:
        return
    colours = canvas.colours
    base = _on(
        [
            {
                "x": point.middle.isoformat(),
                "now": point.value,
                "first": point.first,
                "label": f"first {point.first_shown}",
            }
            for point in changed
        ]
    )
    yield base.mark_rule(color=colours.quiet).encode(
        x=alt.X("x:T"), y=alt.Y("first:Q"), y2=alt.Y2("now:Q")
    )
    ring = base.mark_point(filled=False, size=150, color=colours.ink, strokeWidth=1.4, opacity=1)
    yield ring.encode(x=alt.X("x:T"), y=alt.Y("now:Q"))
    cross = base.mark_point(
        shape=_CROSS, filled=False, size=60, color=colours.ink, strokeWidth=1.6, opacity=1
    )
    yield cross.encode(x=alt.X("x:T"), y=alt.Y("first:Q"))
    if len(changed) <= _LABELS_OF_FIRSTS:
        text = base.mark_text(align="right", dx=-9, fontSize=_TEXT, color=colours.quiet)
        yield text.encode(x=alt.X("x:T"), y=alt.Y("first:Q"), text=alt.Text("label:N"))


def _marks(canvas: Canvas) -> Iterator[Layer]:
    """A letter at the foot of each period whose value is withheld or not there."""
    rows = [
        {"x": point.middle.isoformat(), "mark": point.mark, "period": point.period}
        for point in canvas.points
        if point.mark
    ]
    if rows:
        text = _on(rows).mark_text(
            fontSize=_TEXT, fontWeight="bold", color=canvas.colours.quiet, baseline="bottom"
        )
        yield text.encode(x=alt.X("x:T"), y=_at(HEIGHT - 3), text=alt.Text("mark:N"))


def _end_labels(canvas: Canvas) -> Iterator[Layer]:
    """The latest value in bold, and the names of the other lines, clear of each other."""
    said = list(_ends(canvas))
    heights = apart([canvas.down(value) for _, value, _, _, _ in said], HEIGHT)
    for (day, _, text, colour, strong), height in zip(said, heights, strict=True):
        mark = _on([{"x": day.isoformat(), "label": text}]).mark_text(
            align="left", dx=8, fontSize=15 if strong else _TEXT, color=colour,
            fontWeight="bold" if strong else "normal",
        )  # fmt: skip
        yield mark.encode(x=alt.X("x:T"), y=_at(round(height, 1)), text=alt.Text("label:N"))


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


def _at(height: float) -> alt.YValue:
    """A place in pixels from the top of the chart."""
    return alt.YValue(height)  # type: ignore[no-untyped-call]


def _to(height: float) -> alt.Y2Value:
    return alt.Y2Value(height)  # type: ignore[no-untyped-call]


def _on(rows: list[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=rows))


def _moment(day: date) -> alt.DateTime:
    return alt.DateTime(year=day.year, month=day.month, date=day.day, utc=True)
