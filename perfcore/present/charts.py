"""How is a measure's history drawn: its values, its target and what happened?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import altair as alt

from perfcore.present import wording
from perfcore.views.events import Event
from perfcore.views.measure_page import MeasureFacts, MeasurePage

_EVENTS_NAMED: Final = 4
_HEIGHT: Final = 300
_LABEL: Final = 17
_TICKS: Final = 10
_STEPS: Final = (1, 3, 6, 12, 24, 60, 120)
_MONTHS_BY_DAY: Final = 4


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a chart on one background."""

    line: str
    ink: str
    grid: str
    axis: str


LIGHT: Final = Palette("#12436D", "#0B0C0C", "#E3E8EC", "#7A858F")
DARK: Final = Palette("#8FC3F2", "#F1F3F5", "#2A343D", "#7A858F")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with what is said beside it.

    Attributes
    ----------
    title
        The finding.
    subtitle
        Measure, unit and grain.
    alternative
        The text for readers who do not see it, under 300 characters.
    specification
        The Vega-Lite specification: checked and written out once, because that takes longer than
        all the rest of a page.
    """

    title: str
    subtitle: str
    alternative: str
    specification: dict[str, Any]


def history_chart(view: MeasurePage, palette: Palette = LIGHT) -> Chart | None:
    """Values over time with the target dashed and up to four events named.

    Parameters
    ----------
    view
        The measure; None is returned where no period has a value.
    palette
        Colours for the background the chart stands on.
    """
    rows = list(_points(view))
    if not rows:
        return None
    layers = [_line(rows, view.facts, palette), _last(rows, palette)]
    if any(row["target"] is not None for row in rows):
        layers.insert(0, _target(rows, palette))
    drawn = _drawn_events(view.events)
    if drawn:
        layers += _event_layers(drawn, palette)
    chart = alt.layer(*layers).properties(height=_HEIGHT).configure_view(stroke=None)
    return Chart(
        title=finding(view),
        subtitle=_subtitle(view.facts, rows),
        alternative=_alternative(view, rows),
        specification=_inline(chart.to_dict()),
    )


def _inline(specification: dict[str, Any]) -> dict[str, Any]:
    """The same with each layer's rows in the layer, where Streamlit passes them on as they are."""
    datasets = specification.pop("datasets", {})
    for layer in (specification, *specification["layer"]):
        if layer.get("data", {}).get("name") in datasets:
            layer["data"] = {"values": datasets[layer["data"]["name"]]}
    return specification


def _points(view: MeasurePage) -> Iterator[dict[str, Any]]:
    facts = view.facts
    rows = list(view.history)
    while rows and rows[-1].value is None:
        rows.pop()
    if not any(row.value is not None for row in rows):
        return
    for row in rows:
        yield {
            "starts": row.starts.isoformat(),
            "period": wording.period(facts.frequency, row.period, row.starts),
            "value": None if row.value is None else float(row.value),
            "target": None if row.target is None else float(row.target),
            "shown": wording.shown_value(row.value, row.marker, facts.unit, facts.decimals),
            "status": wording.STATUS_WORDS.get(row.status, row.status),
        }


def _subtitle(facts: MeasureFacts, rows: list[dict[str, Any]]) -> str:
    dashed = " Dashed: target." if any(row["target"] is not None for row in rows) else ""
    return f"{facts.name}, {_unit(facts)}, {_grain(facts)}.{dashed}"


def _x(rows: list[dict[str, Any]], facts: MeasureFacts, palette: Palette) -> alt.X:
    ticks = _years(rows, facts) if facts.frequency.endswith("year") else _dates(rows, facts)
    axis = alt.Axis(
        title=None, grid=False, labelFontSize=13, tickColor=palette.axis, domainColor=palette.axis,
        labelColor=palette.ink, labelOverlap=True, **ticks,
    )  # fmt: skip
    return alt.X("starts:T", axis=axis)


def _years(rows: list[dict[str, Any]], facts: MeasureFacts) -> dict[str, Any]:
    days = [date.fromisoformat(row["starts"]) for row in rows]
    shown = days[:: -(-len(days) // _TICKS)]
    second = "" if facts.frequency == "calendar_year" else " + '/' + format((Y + 1) % 100, '02')"
    return {
        "values": [alt.DateTime(year=day.year, month=day.month, date=day.day) for day in shown],
        "labelExpr": f"year(datum.value){second}".replace("Y", "year(datum.value)"),
    }


def _dates(rows: list[dict[str, Any]], facts: MeasureFacts) -> dict[str, Any]:
    months = _months_between(rows[0]["starts"], rows[-1]["starts"])
    if months < _MONTHS_BY_DAY and facts.frequency in ("day", "week"):
        return {"format": "%-d %b", "tickCount": 6}
    step = next((step for step in _STEPS if months / step <= _TICKS), _STEPS[-1])
    return {"format": "%b %Y", "tickCount": alt.TimeIntervalStep(interval="month", step=step)}


def _months_between(first: str, last: str) -> int:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return (end.year - start.year) * 12 + end.month - start.month


def _y(facts: MeasureFacts, palette: Palette) -> alt.Y:
    form = f",.{facts.decimals}f" if facts.decimals else ",~f"
    suffix = " + '%'" if facts.unit == "percent" else ""
    axis = alt.Axis(
        title=None, gridColor=palette.grid, domain=False, ticks=False, labelFontSize=13,
        labelColor=palette.ink, tickCount=6, labelExpr=f"format(datum.value, '{form}'){suffix}",
    )  # fmt: skip
    return alt.Y("value:Q", axis=axis, scale=alt.Scale(zero=facts.unit != "percent", nice=True))


def _line(rows: list[dict[str, Any]], facts: MeasureFacts, palette: Palette) -> alt.Chart:
    few = len(rows) <= 36
    mark: dict[str, Any] = {
        "color": palette.line,
        "strokeWidth": 2,
        "point": few and {"color": palette.line, "size": 28},
    }
    tooltip = [
        alt.Tooltip("period:N", title="Period"), alt.Tooltip("shown:N", title="Value"),
        alt.Tooltip("target:Q", title="Target"), alt.Tooltip("status:N", title="Status"),
    ]  # fmt: skip
    drawn: alt.Chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_line(**mark)
        .encode(x=_x(rows, facts, palette), y=_y(facts, palette), tooltip=tooltip)
    )
    return drawn


def _target(rows: list[dict[str, Any]], palette: Palette) -> alt.Chart:
    drawn: alt.Chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_line(color=palette.ink, strokeWidth=1.6, strokeDash=[6, 4], interpolate="step-after")
        .encode(x="starts:T", y="target:Q")
    )
    return drawn


def _last(rows: list[dict[str, Any]], palette: Palette) -> alt.Chart:
    last = next(row for row in reversed(rows) if row["value"] is not None)
    drawn: alt.Chart = (
        alt.Chart(alt.InlineData(values=[last]))
        .mark_text(align="left", dx=8, fontSize=15, fontWeight="bold", color=palette.ink)
        .encode(x="starts:T", y="value:Q", text="shown:N")
    )
    return drawn


def _drawn_events(events: Sequence[Event]) -> list[dict[str, Any]]:
    recent = list(events)[-_EVENTS_NAMED:]
    return [
        {
            "date": event.date.isoformat(),
            "title": f"{wording.month(event.date)[:3]} {event.date.year}: {event.title}",
        }
        for event in reversed(recent)
    ]


def _event_layers(events: list[dict[str, Any]], palette: Palette) -> list[alt.Chart]:
    rule = (
        alt.Chart(alt.InlineData(values=events))
        .mark_rule(color=palette.axis, strokeDash=[2, 3])
        .encode(x="date:T")
    )
    names = [
        alt.Chart(alt.InlineData(values=[event]))
        .mark_text(align="right", dx=2, fontSize=13, color=palette.ink, baseline="bottom")
        .encode(x="date:T", y=alt.value(-4 - _LABEL * place), text="title:N")
        for place, event in enumerate(events)
    ]
    return [rule, *names]


def finding(view: MeasurePage) -> str:
    """What the history shows, as a chart's title: ``Off target for 9 months``."""
    coloured = [row.status for row in view.history if row.value is not None]
    if not coloured:
        return "No figure yet"
    last = coloured[-1]
    run = next((n for n, status in enumerate(reversed(coloured)) if status != last), len(coloured))
    word = wording.STATUS_WORDS.get(last, last)
    if last in ("monitor", "no_data"):
        return f"{wording.plural(len(coloured), 'result')} so far, no target to judge by"
    noun = wording.PERIOD_NOUNS[view.facts.frequency]
    return f"{word} for {wording.plural(run, noun)}" if run > 1 else f"{word} in the latest {noun}"


def _unit(facts: MeasureFacts) -> str:
    return {"gbp": "pounds", "count": "number"}.get(facts.unit, facts.unit)


def _grain(facts: MeasureFacts) -> str:
    return f"by {wording.PERIOD_NOUNS[facts.frequency]}"


def _alternative(view: MeasurePage, rows: list[dict[str, Any]]) -> str:
    present = [row for row in rows if row["value"] is not None]
    first, last = present[0], present[-1]
    text = (
        f"Line chart of {view.facts.name}, {first['period']} to {last['period']}: "
        f"from {first['shown']} to {last['shown']}. {finding(view)}."
    )
    return text[:299]
