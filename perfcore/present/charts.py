"""How is a measure's history drawn: its values, its targets and what happened?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt
from altair.utils.schemapi import debug_mode

from perfcore.present.history import axes, words
from perfcore.present.history.canvas import HEIGHT, Canvas
from perfcore.present.history.events import Drawn, drawn_events
from perfcore.present.history.layers import earlier_values, layers
from perfcore.present.history.limits import bounds
from perfcore.present.history.palette import DARK, FONT, LIGHT, Palette
from perfcore.present.history.points import Point, points
from perfcore.present.history.words import finding
from perfcore.views.measure_page import MeasurePage

__all__ = ["DARK", "LIGHT", "Chart", "Heading", "Palette", "finding", "heading", "history_chart"]

_WITH_LAST_YEAR: Final = ("month",)
_ENOUGH_TO_JUDGE: Final = 4
_CONFIG: Final = alt.Config(
    aria=False,
    axis=alt.AxisConfig(aria=False),
    background="transparent",
    font=FONT,
    mark=alt.MarkConfig(aria=False),
    view=alt.ViewConfig(stroke=None, continuousWidth=300, continuousHeight=300),
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What is said above a chart.

    Attributes
    ----------
    title
        The finding.
    subtitle
        Measure, unit and grain.
    events
        What its dotted lines stand for, in the order of time; each begins with its letter where
        the chart has letters.
    lettered
        Whether the events have only letters in the chart.
    """

    title: str
    subtitle: str
    events: tuple[str, ...]
    lettered: bool


@dataclass(frozen=True, slots=True)
class Chart(Heading):
    """A chart with what is said beside it.

    Attributes
    ----------
    alternative
        The text for readers who do not see it, under 300 characters.
    specification
        The Vega-Lite specification, written out once.
    """

    alternative: str
    specification: dict[str, Any]


def heading(view: MeasurePage) -> Heading | None:
    """What is said above the chart of a measure's history, which is known before it is drawn.

    Parameters
    ----------
    view
        The measure; None is returned where no period has a value.
    """
    found = points(view)
    return _heading(view, found, _events(view, found)) if found else None


def history_chart(view: MeasurePage, palette: Palette = LIGHT) -> Chart | None:
    """Values over time with their targets, the year before, events and what was restated.

    Parameters
    ----------
    view
        The measure; None is returned where no period has a value.
    palette
        Colours for the background the chart stands on.
    """
    found = points(view)
    if not found:
        return None
    facts = view.facts
    limited = any(point.limits for point in found)
    last_year = not limited and helps(view) and bool(earlier_values(found, facts))
    few = sum(point.value is not None for point in found) < _ENOUGH_TO_JUDGE
    drawn = _drawn_values(view, found, last_year)
    scale = axes.scale(drawn, facts.unit, facts.decimals, from_zero=few)
    events = _events(view, found)
    above = _heading(view, found, events)
    return Chart(
        title=above.title,
        subtitle=above.subtitle,
        events=above.events,
        lettered=above.lettered,
        alternative=words.alternative(view, found),
        specification=_specification(
            Canvas(tuple(found), facts, scale, palette, last_year), events
        ),
    )


def _events(view: MeasurePage, found: Sequence[Point]) -> list[Drawn]:
    return drawn_events(view.events, found[0].starts, found[-1].after)


def _heading(view: MeasurePage, found: Sequence[Point], events: Sequence[Drawn]) -> Heading:
    return Heading(
        title=finding(view),
        subtitle=words.subtitle(view.facts, found),
        events=tuple(event.said for event in events),
        lettered=any(len(event.label) == 1 for event in events),
    )


def helps(view: MeasurePage) -> bool:
    """Whether the line of the year before helps: in monthly, seasonal and running figures.

    It does not beside a target that is itself drawn from the year before.
    """
    facts = view.facts
    if any(row.target_form == "improve_on" for row in view.history):
        return False
    compared = facts.seasonal or facts.starts_again or facts.shape == "rolling"
    return facts.frequency in _WITH_LAST_YEAR or (compared and not facts.frequency.endswith("year"))


def _drawn_values(view: MeasurePage, found: Sequence[Point], last_year: bool) -> Iterator[float]:
    for point in found:
        for value in (point.value, point.first, point.aim, point.low, point.high):
            if value is not None:
                yield value
        yield from bounds(point, whole=view.facts.unit == "percent")
    for point in earlier_values(found, view.facts) if last_year else ():
        if point.last_year is not None:
            yield point.last_year


def _specification(canvas: Canvas, events: Sequence[Drawn]) -> dict[str, Any]:
    """The specification, unchecked: a test checks every kind, and here it would double the time.

    The layers are written out one by one: put into a chart of charts, each would be copied with
    all its rows at every step, which took longer than all the rest of the page.
    """
    with debug_mode(False):
        datasets: dict[str, Any] = {}
        context = {"top_level": False, "datasets": datasets}
        written = (
            layer.to_dict(validate=False, context=context) for layer in layers(canvas, events)
        )
        return {
            "config": _CONFIG.to_dict(validate=False),
            "layer": [_inline(layer, datasets) for layer in written],
            "autosize": {"contains": "padding", "type": "fit-x"},
            "height": HEIGHT,
            "$schema": alt.SCHEMA_URL,
        }


def _inline(layer: dict[str, Any], datasets: dict[str, Any]) -> dict[str, Any]:
    """The same with its rows in it, where Streamlit passes them on as they are."""
    return {**layer, "data": {"values": datasets[layer["data"]["name"]]}}
