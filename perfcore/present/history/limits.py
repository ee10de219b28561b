"""How are the limits of a control chart drawn (method 5)?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

import altair as alt

from perfcore.present.history.axes import Scale
from perfcore.present.history.canvas import Canvas
from perfcore.present.history.inline import at_datum, on
from perfcore.present.history.points import Point
from perfcore.present.history.words import limit_label
from perfcore.views.measure_page import MeasureFacts

_DOTTED: Final = [2, 3]
Layer = alt.Chart


def bounds(point: Point, *, whole: bool) -> list[float]:
    """The limits a scale makes room for: not those past what the measure can reach.

    Parameters
    ----------
    point
        A point of the chart.
    whole
        Whether the values are per cent of a whole.
    """
    found = point.limits
    if found is None or found.lower is None or found.upper is None:
        return []
    lower = found.lower if found.lower >= 0 or (point.value or 0) < 0 else 0.0
    return [lower, min(found.upper, 100.0) if whole and (point.value or 0) <= 100 else found.upper]


def band(canvas: Canvas) -> Iterator[Layer]:
    """The range of normal variation: a tint between dotted limits, and a thin line at the mean."""
    rows = list(_stretches(canvas.points, canvas.scale))
    if not rows:
        return
    colours = canvas.colours
    tint = on(rows).mark_area(color=colours.line, opacity=0.1)
    yield tint.encode(
        x=alt.X("x:T"), y=alt.Y("lower:Q"), y2=alt.Y2("upper:Q"), detail=alt.Detail("part:N")
    )
    edges = [
        {"x": row["x"], "y": row[edge], "edge": edge, "line": f"{edge} {row['part']}"}
        for edge in ("lower", "mean", "upper")
        for row in rows
    ]
    dashes = at_datum("edge", {"lower": _DOTTED, "mean": [], "upper": _DOTTED})
    lines = on(edges).mark_line(color=colours.line, strokeWidth=1.2, strokeDash=dashes)
    yield lines.encode(x=alt.X("x:T"), y=alt.Y("y:Q"), detail=alt.Detail("line:N"))


def labels(end: Point, scale: Scale, facts: MeasureFacts) -> Iterator[tuple[float, str]]:
    """Where the names of the limits and the mean stand, and what they say.

    Parameters
    ----------
    end
        The last point of the chart.
    scale
        Lines outside it are not drawn, nor named.
    facts
        Of the measure.
    """
    found = end.limits
    if found is None or found.lower is None or found.upper is None or found.mean is None:
        return
    for name, value in (("Upper", found.upper), ("Mean", found.mean), ("Lower", found.lower)):
        if scale.bottom <= value <= scale.top:
            line = name if name == "Mean" else f"{name} limit"
            yield value, f"{line} {limit_label(value, facts)}"


def _stretches(points: Sequence[Point], scale: Scale) -> Iterator[dict[str, Any]]:
    """Both ends of each part with limits."""
    tested = (point for point in points if point.limits and point.limits.upper is not None)
    for part, stretch in groupby(tested, lambda point: point.limits and point.limits.partition):
        rows = list(stretch)
        limits = rows[0].limits
        if limits is None or limits.lower is None or limits.upper is None:
            continue
        inside = {
            "lower": max(limits.lower, scale.bottom),
            "mean": limits.mean,
            "upper": min(limits.upper, scale.top),
            "part": part,
        }
        end = points[-1].middle if rows[-1] is points[-1] else rows[-1].after
        for day in (rows[0].starts, end):
            yield {"x": day.isoformat(), **inside}
