"""How is the change from one week to the next told?"""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from perfcore.present import wording
from perfcore.present.marks import arrow
from perfcore.views.covid import WeeklyMeasure


def moved(change: Decimal | None) -> Markup:
    """An arrow for a change, or nothing."""
    return Markup("") if change is None else arrow(_way(change))


def change_in_words(one: WeeklyMeasure) -> Markup:
    """``Up 6.2 (42%)``, with its arrow."""
    change = one.change
    if change is None:
        return Markup("")
    if change == 0:
        return Markup('<span class="dir">{}<span>Same</span></span>').format(arrow("level"))
    size = wording.difference(abs(change), one.unit, one.decimals).lstrip("+")
    text = f"{'Up' if change > 0 else 'Down'} {size.replace('percentage points', 'points')}"
    before = one.before.value if one.before else None
    share = f"({abs(change / before):.0%})" if before and one.unit != "percent" else ""
    return Markup('<span class="dir">{}<span>{} <span class="mut">{}</span></span></span>').format(
        arrow(_way(change)), text, share
    )


def _way(change: Decimal) -> str:
    return "up" if change > 0 else "down" if change < 0 else "level"
