"""What does a measure's page show of other areas?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from perfcore.present import comparison_words as words
from perfcore.present import render
from perfcore.present.comparison_strip import strip
from perfcore.present.comparison_trend import trend
from perfcore.views.comparison import Area, Beside, Comparison
from perfcore.views.measure_page import MeasureFacts, MeasurePage


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A row of the table of areas; ``own`` marks the council."""

    name: str
    value: str
    own: bool = False


def comparison_section(view: MeasurePage, found: Comparison) -> str:
    """The section "How we compare": the finding, the strip, the trend and the tables.

    Parameters
    ----------
    view
        The measure.
    found
        How it compares, with what is shown in full.
    """
    facts, chosen = view.facts, found.chosen
    return render.page(
        "comparison",
        facts=facts,
        found=found,
        chosen=chosen,
        row=chosen.compared if chosen else None,
        sentence=words.sentence(facts, chosen) if chosen else "",
        details=words.details(view, chosen) if chosen else [],
        strip=strip(facts, chosen, found.areas) if chosen else "",
        trend=trend(facts, chosen) if chosen and chosen.compared else "",
        named=named_values(facts, chosen, found.areas) if chosen else [],
        say=words,
    )


def named_values(facts: MeasureFacts, beside: Beside, areas: Sequence[Area]) -> list[NamedValue]:
    """The areas and the council by value, the best first; then those without a value.

    Where neither way is better the highest comes first.
    """
    row = beside.compared
    if row is None or row.value is None:
        return []
    own = (
        row.value,
        NamedValue(beside.compared_with.organisation, words.short(facts, row.value), True),
    )
    others = [
        (area.value, NamedValue(area.name, words.short(facts, area.value)))
        for area in areas
        if area.value is not None
    ]
    sign = 1 if facts.good == "low" else -1
    valued = sorted([own, *others], key=lambda one: (sign * one[0], not one[1].own, one[1].name))
    absent = [NamedValue(a.name, words.without_figure(a)) for a in areas if a.value is None]
    return [one for _, one in valued] + absent
