"""How does a chart leave the house as an image that explains itself?

The chart is drawn anew on white, with its title, the measure, the events and where the figures
come from written into it. No network is needed: the fonts are in the library that draws it.
"""

from __future__ import annotations

from copy import deepcopy
from textwrap import wrap
from typing import Any, Final

import vl_convert

from perfcore.present import wording
from perfcore.present.charts import Chart
from perfcore.present.history.layers import EVENT_ROW
from perfcore.present.history.palette import LIGHT
from perfcore.present.take_away import Provenance
from perfcore.views.measure_page import MeasurePage

_WIDTH: Final = 900
_SHARPNESS: Final = 2
_FONT: Final = "Liberation Sans, Arial, Helvetica, sans-serif"
_LETTERS_A_LINE: Final = 128
_ROWS_OF_EVENTS: Final = 4


def as_png(chart: Chart, view: MeasurePage, source: Provenance) -> bytes:
    """The chart as PNG, at twice the size of the screen."""
    drawn = _whole(chart, view, source)
    image: bytes = vl_convert.vegalite_to_png(drawn, scale=_SHARPNESS)
    return image


def as_svg(chart: Chart, view: MeasurePage, source: Provenance) -> str:
    """The chart as SVG, its text kept as text."""
    image: str = vl_convert.vegalite_to_svg(_whole(chart, view, source))
    return image


def _whole(chart: Chart, view: MeasurePage, source: Provenance) -> dict[str, Any]:
    drawn = deepcopy(chart.specification)
    drawn.update(width=_WIDTH, padding=18, background=LIGHT.paper, autosize="pad")
    drawn["config"].update(font=_FONT, background=LIGHT.paper)
    drawn["title"] = {
        "text": chart.title, "subtitle": _wrapped([chart.subtitle]), "anchor": "start",
        "frame": "group", "fontSize": 20, "subtitleFontSize": 14, "subtitlePadding": 5,
        "color": LIGHT.ink, "subtitleColor": LIGHT.quiet,
        "offset": 10 + EVENT_ROW * min(len(chart.events), _ROWS_OF_EVENTS),
    }  # fmt: skip
    axis = _time_axis(drawn)
    axis.update(
        title=_wrapped([*(chart.events if chart.lettered else ()), *told(view, source)]),
        titleAnchor="start", titleAlign="left", titleFontSize=12, titleFontWeight="normal",
        titlePadding=14, titleColor=LIGHT.quiet, titleLineHeight=16,
    )  # fmt: skip
    return drawn


def told(view: MeasurePage, source: Provenance) -> list[str]:
    """Measure, period, dates and source, as the image says them.

    Parameters
    ----------
    view
        A measure with a value.
    source
        Where its figures come from.
    """
    facts = view.facts
    rows = [row for row in view.history if row.value is not None]
    first, last = (wording.period(facts.frequency, row.period, row.starts) for row in _ends(rows))
    reported = max((row.reported_on for row in rows if row.reported_on), default=None)
    dates = f", last reported {wording.day(reported)}" if reported else ""
    illustrative = " Illustrative data: the figures are invented." if source.illustrative else ""
    supplied = f"Source: {facts.source}. " if facts.source else ""
    return [
        f"{source.organisation}. {facts.name} ({facts.measure}), {first} to {last}{dates}.",
        f"{supplied}As at {wording.day(source.as_at)}, {source.warehouse}.{illustrative}",
    ]


def _ends(rows: list[Any]) -> tuple[Any, Any]:
    return rows[0], rows[-1]


def _time_axis(drawn: dict[str, Any]) -> dict[str, Any]:
    axes = (layer["encoding"].get("x", {}).get("axis") for layer in drawn["layer"])
    found: dict[str, Any] = next(axis for axis in axes if axis)
    return found


def _wrapped(lines: list[str]) -> list[str]:
    return [part for line in lines for part in wrap(line, _LETTERS_A_LINE) or [""]]
