"""How is the change from one week to the next told?"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from markupsafe import Markup

from perfcore.present import wording
from perfcore.present.marks import arrow, flag
from perfcore.present.week_words import revision
from perfcore.views.covid import WeeklyMeasure

_HALF_A_PERCENT: Final = Decimal("0.005")
_MOVED: Final = {"up": "up", "down": "down", "level": "the same"}


def moved(change: Decimal | None) -> Markup:
    """An arrow for a change with its word for those who do not see it, or nothing."""
    if change is None:
        return Markup("")
    way = _way(change)
    return arrow(way) + Markup('<span class="vh">{}</span>').format(_MOVED[way])


def change_in_words(one: WeeklyMeasure) -> Markup:
    """``Up 6.2 (42%)``, with its arrow; a total that was revised is flagged, not subtracted."""
    if one.revised and one.revised.of_total:
        return _restated(one)
    change = one.change
    if change is None:
        return Markup('<span class="mut">{}</span>').format(_why_not(one))
    if change == 0:
        return Markup('<span class="dir">{}<span>Same</span></span>').format(arrow("level"))
    size = wording.difference(abs(change), one.unit, one.decimals).lstrip("+")
    text = f"{'Up' if change > 0 else 'Down'} {size.replace('percentage points', 'points')}"
    before = one.before.value if one.before else None
    share = f"({_share(abs(change / before))})" if before and one.unit != "percent" else ""
    return Markup('<span class="dir">{}<span>{} <span class="mut">{}</span></span></span>').format(
        arrow(_way(change)), text, share
    )


def _share(part: Decimal) -> str:
    return "under 1%" if part < _HALF_A_PERCENT else f"{part:.0%}"


def _restated(one: WeeklyMeasure) -> Markup:
    told = revision(one, one.revised) if one.revised else ""
    return flag("flag", "Restated") + Markup('<span class="sm">{}</span>').format(told)


def _why_not(one: WeeklyMeasure) -> str:
    if one.now is None or one.now.value is None:
        return ""
    before = one.before
    if before and before.revised and before.revised.of_total:
        return "Not comparable: restated the week before"
    return "No figure the week before"


def _way(change: Decimal) -> str:
    return "up" if change > 0 else "down" if change < 0 else "level"
