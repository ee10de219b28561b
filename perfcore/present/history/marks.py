"""How is each value of a chart marked: as usual, as one that may change, or as a special cause?

Marks of many kinds are one layer, whose looks are looked up for each value: a browser takes longer
for a layer than for a hundred marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import altair as alt

from perfcore.present.history.canvas import Canvas
from perfcore.present.history.inline import at_datum, on
from perfcore.present.history.points import Point
from perfcore.present.history.words import target_label
from perfcore.views.measure_page import MeasureFacts

_MANY: Final = 60
_CROSS: Final = "M-.7-.7L.7.7M-.7.7L.7-.7"
_SPECIAL: Final = {
    "concern": "special cause, worse",
    "improvement": "special cause, better",
    "neither": "special cause",
    "ghost": "set aside",
}
_HOLLOW: Final = ("shape", "stroke", "size", "strokeWidth")
_FILLED: Final = (*_HOLLOW, "fill")
Layer = alt.Chart
Look = dict[str, Any]


def row(point: Point, facts: MeasureFacts) -> dict[str, Any]:
    """What is known of a value under the pointer."""
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


def values(canvas: Canvas) -> Iterator[Layer]:
    """A mark for each value; where there are many, only for those that differ and the last.

    Those with a note are a layer of their own, in front, because the pointer shows it.
    """
    looks = _looks(canvas)
    few = len(canvas.points) <= _MANY
    shown = [
        row(point, canvas.facts) | {"look": _look(point)}
        for point in canvas.points
        if point.value is not None and (few or point.special or point.soft or point is canvas.last)
    ]
    for noted in (False, True):
        rows = [one for one in shown if bool(one["note"]) is noted]
        if rows:
            order = sorted(rows, key=lambda one: list(looks).index(one["look"]))
            mark = _marked(order, looks, filled=True)
            yield mark.encode(x=alt.X("x:T"), y=alt.Y("value:Q"), tooltip=_hover(noted=noted))


def restated(canvas: Canvas) -> Iterator[Layer]:
    """A ring round what was restated, and a cross at what was published first."""
    changed = [point for point in canvas.points if point.first is not None]
    if not changed:
        return
    colours = canvas.colours
    spans = [
        {"x": point.middle.isoformat(), "now": point.value, "first": point.first}
        for point in changed
    ]
    yield (
        on(spans)
        .mark_rule(color=colours.quiet)
        .encode(x=alt.X("x:T"), y=alt.Y("first:Q"), y2=alt.Y2("now:Q"))
    )
    looks: dict[str, Look] = {
        "ring": {"shape": "circle", "stroke": colours.ink, "size": 150, "strokeWidth": 1.4},
        "cross": {"shape": _CROSS, "stroke": colours.ink, "size": 60, "strokeWidth": 1.6},
    }
    ends = [
        {"x": span["x"], "value": span[end], "look": look}
        for look, end in (("ring", "now"), ("cross", "first"))
        for span in spans
    ]
    yield _marked(ends, looks, filled=False).encode(x=alt.X("x:T"), y=alt.Y("value:Q"))


def _look(point: Point) -> str:
    return " ".join(filter(None, (point.special or "plain", "soft" if point.soft else "")))


def _looks(canvas: Canvas) -> dict[str, Look]:
    """How each kind of value looks, from the back to the front; hollow where it may change."""
    c = canvas.colours
    plain = c.ink if canvas.has_limits else c.line
    alone = len(canvas.points) == 1
    usual = {"size": 70, "strokeWidth": 1.2}
    solid: dict[str, Look] = {
        "plain": {
            "shape": "circle", "fill": plain, "stroke": plain, "size": 70 if alone else 30,
            "strokeWidth": 1.6,
        },
        "concern": {"shape": "square", "fill": c.worse, "stroke": c.worse_edge, **usual},
        "improvement": {"shape": "cross", "fill": c.better, "stroke": c.better, **usual}
        | {"size": 130},
        "neither": {"shape": "square", "fill": c.quiet, "stroke": c.paper, **usual},
        "ghost": {"shape": "circle", "fill": c.paper, "stroke": c.quiet, **usual},
    }  # fmt: skip
    both = ((kind, look, {**look, "fill": c.paper}) for kind, look in solid.items())
    return {
        name: look
        for kind, firm, hollow in both
        for name, look in ((kind, firm), (f"{kind} soft", hollow))
    }


def _marked(rows: Sequence[Look], looks: dict[str, Look], *, filled: bool) -> alt.Chart:
    """Points with the looks that their rows name; one look is said once for all."""
    named = {row["look"] for row in rows}
    used = {name: look for name, look in looks.items() if name in named}
    said = {
        channel: at_datum("look", {name: look[channel] for name, look in used.items()})
        for channel in (_FILLED if filled else _HOLLOW)
    }
    marked: alt.Chart = on(rows).mark_point(filled=filled, opacity=1, **said)
    return marked


def _hover(*, noted: bool) -> list[alt.Tooltip]:
    names = {"period": "Period", "shown": "Value", "target": "Target", "status": "Status"}
    if noted:
        names["note"] = "Note"
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in names.items()]
