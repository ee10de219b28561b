"""How are the limits of a control chart and its special causes drawn (method 5)?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

import altair as alt

from perfcore.present.history.axes import Scale
from perfcore.present.history.palette import Palette
from perfcore.present.history.points import Point
from perfcore.present.history.words import limit_label
from perfcore.views.measure_page import MeasureFacts

_SIZE: Final = {"improvement": 130}
_USUAL_SIZE: Final = 70
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


def band(points: Sequence[Point], scale: Scale, colours: Palette) -> Iterator[Layer]:
    """The range of normal variation: a tint between dotted limits, and a thin line at the mean."""
    rows = list(_stretches(points, scale))
    if not rows:
        return
    x, detail = alt.X("x:T"), alt.Detail("part:N")
    tint = _on(rows).mark_area(color=colours.line, opacity=0.1)
    yield tint.encode(x=x, y=alt.Y("lower:Q"), y2=alt.Y2("upper:Q"), detail=detail)
    for edge in ("lower", "upper"):
        dotted = _on(rows).mark_line(color=colours.line, strokeWidth=1.2, strokeDash=[2, 3])
        yield dotted.encode(x=x, y=alt.Y(f"{edge}:Q"), detail=detail)
    mean = _on(rows).mark_line(color=colours.line, strokeWidth=1.2)
    yield mean.encode(x=x, y=alt.Y("mean:Q"), detail=detail)


def marks(
    points: Sequence[Point], rows: Sequence[dict[str, Any]], hover: list[alt.Tooltip], c: Palette
) -> Iterator[Layer]:
    """Special causes by shape and colour, and hollow marks for points set aside.

    Parameters
    ----------
    points, rows
        The points with a value, and what is known of each under the pointer.
    hover
        What the pointer shows.
    c
        The chart's colours.
    """
    shapes: dict[str, dict[str, Any]] = {
        "concern": {"shape": "square", "fill": c.worse, "stroke": c.worse_edge},
        "improvement": {"shape": "cross", "fill": c.better, "stroke": c.better},
        "neither": {"shape": "square", "fill": c.quiet, "stroke": c.paper},
        "ghost": {"shape": "circle", "fill": c.paper, "stroke": c.quiet},
    }
    told = list(zip(points, rows, strict=True))
    for kind, look in shapes.items():
        for soft in (False, True):
            found = [
                row for point, row in told if point.special == kind and bool(point.soft) is soft
            ]
            if found:
                size = _SIZE.get(kind, _USUAL_SIZE)
                drawn = {**look, "fill": c.paper} if soft else look
                mark = _on(found).mark_point(
                    filled=True, opacity=1, size=size, strokeWidth=1.2, **drawn
                )
                yield mark.encode(x=alt.X("x:T"), y=alt.Y("value:Q"), tooltip=hover)


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


def _on(rows: list[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=rows))
