"""What does an exception say: its cause, how long it has lasted, who has heard of it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from perfcore.present import wording
from perfcore.register.explanations import Explanation, Subject
from perfcore.views.episodes import Episode, Episodes, Rung

CAUSES: Final = {
    "off_target": "Off target",
    "no_data": "Figures missing",
    "cannot_meet": "Cannot meet its target as it runs",
    "special_cause": "Getting worse by more than chance",
    "forecast_to_miss": "Forecast to miss its target",
    "exceptional": "Exceptionally good",
}
ENDED: Final = {"back": "back", "retired": "no longer measured"}
Explained = Mapping[Subject, Explanation]
NOTHING: Final[Explained] = MappingProxyType({})
_COUNTED: Final = {
    "off_target": "off target",
    "no_data": "with figures missing",
    "cannot_meet": "that cannot meet the target as they run",
    "special_cause": "getting worse by more than chance",
    "forecast_to_miss": "forecast to miss the target",
    "exceptional": "exceptionally good",
}


def headline(view: Episodes) -> str:
    """How many exceptions are open, by cause.

    >>> headline(Episodes({}, ()))
    'No exception is open.'
    """
    if not view.number:
        return "No exception is open."
    parts = [f"{len(found):,} {_COUNTED[cause]}" for cause, found in view.open.items()]
    noun = "exception is" if view.number == 1 else "exceptions are"
    return f"{view.number:,} {noun} open: {wording.listed(parts)}."


def since(one: Episode) -> str:
    """Since when its cause holds: ``since Mar 2020``."""
    return f"since {wording.period(one.frequency, one.opened, one.opened_starts)}"


def lasted(one: Episode) -> str:
    """For how many periods: ``6 months``."""
    return wording.plural(one.periods, wording.PERIOD_NOUNS[one.frequency])


def until(one: Episode) -> str:
    """When and why it ended: ``back in Sep 2020``; empty while it is open."""
    if one.closed_starts is None:
        return ""
    when = wording.period(one.frequency, one.closed, one.closed_starts)
    return f"{ENDED[one.ended]} {'in' if one.ended == 'back' else 'after'} {when}"


def heard(one: Episode) -> str:
    """The last forum that has heard of it, or that the framework names none."""
    return one.forum_name or "No forum named"


def ladder(one: Episode) -> str:
    """Every forum that has heard of it, and since when: ``Cabinet (since Mar 2020)``."""

    def said(rung: Rung) -> str:
        when = wording.period(one.frequency, rung["period"], rung["starts"])
        return f"{rung['name']} (since {when})"

    return wording.listed([said(rung) for rung in one.ladder])


def owed(one: Episode, explained: Explained = NOTHING) -> str:
    """Who has explained it, or since when that is owed: ``Awaiting explanation for 23 days``.

    Empty for an exception that is closed or good.

    Parameters
    ----------
    one
        The exception.
    explained
        The explanations that stand.
    """
    if found := explained.get(one.subject):
        when = wording.day(found.saved_at.date(), short=True)
        version = f", version {found.version}" if found.version and found.version > 1 else ""
        return f"Explained on {when}{version}"
    if not one.to_explain or one.known_on is None or one.explain_by is None:
        return ""
    if one.as_at <= one.explain_by:
        return f"Explanation due by {wording.day(one.explain_by, short=True)}"
    return f"Awaiting explanation for {wording.plural((one.as_at - one.known_on).days, 'day')}"


def line(one: Episode) -> str:
    """An exception in one line: ``Off target since Mar 2020 (6 months), with Cabinet``."""
    where = f"with {one.forum_name}" if one.forum_name else "no forum named"
    said = f"{CAUSES[one.cause]} {since(one)} ({lasted(one)}), {where}"
    return said if one.open else f"{said}; {until(one)}"


def titled(found: Sequence[Episode]) -> str:
    """The title over a measure's exceptions: ``Open exceptions: 2``."""
    number = sum(one.open for one in found)
    return f"Open exceptions: {number}" if number else "No open exception"
