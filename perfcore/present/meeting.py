"""What does a meeting's screen show?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from perfcore.present import agenda_words, meeting_chart, one_measure, reached, render
from perfcore.present.history.words import finding
from perfcore.present.links import Links
from perfcore.register.meetings import Item
from perfcore.views.build_facts import BuildFacts
from perfcore.views.meeting import Item as Listed
from perfcore.views.meeting import Screen

_DRIVERS: Final = 3
_MEMBERS: Final = 3
_NUMBERS: Final = 12


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that is being held.

    Attributes
    ----------
    title
        Its forum and day.
    number
        Of the meeting, as the address names it.
    items
        The items of its agenda about the measure on screen.
    decided
        What was decided on each of them, in words; empty where nothing was yet.
    may_decide
        Whether the reader may record a decision.
    """

    title: str
    number: str
    items: Sequence[Item]
    decided: Sequence[str]
    may_decide: bool


def screen(
    view: Screen,
    links: Links,
    build: BuildFacts,
    discussed: Collection[str],
    held: Held | None = None,
) -> str:
    """One exception as a meeting looks at it, with the way to the others.

    Parameters
    ----------
    view
        The measure on screen, and the list.
    links
        What every address carries.
    build
        The day of the figures.
    discussed
        The measures that have been looked at.
    held
        The meeting that is being held; None where somebody looks at exceptions without one.
    """
    return render.page(
        "meeting",
        view=view,
        held=held,
        outside=links.without("held"),
        links=links,
        build=build,
        discussed=discussed,
        window=_window(view.items, view.item),
        content=_on_screen(view, links, held) if view.page else "",
    )


def switch(links: Links, measure: str) -> str:
    """The way into meeting mode, about one measure if one is looked at."""
    return render.page("meeting-switch", links=links, measure=measure)


def _on_screen(view: Screen, links: Links, held: Held | None) -> Markup:
    page = view.page
    if page is None:
        return Markup("")
    severity = {code: place for place, code in enumerate(("red", "amber", "no_data"))}
    drivers = sorted(page.drivers, key=lambda one: severity.get(one.result.status, len(severity)))
    return Markup(
        render.page(
            "meeting-screen",
            view=view,
            held=held,
            sections=agenda_words.SECTIONS,
            links=links,
            outside=links.without("held"),
            headline=one_measure.headline(page),
            target_line=reached.target_line(page),
            finding=finding(page),
            wide=meeting_chart.meeting_chart(page, meeting_chart.WIDE),
            narrow=meeting_chart.meeting_chart(page, meeting_chart.NARROW),
            drivers=drivers[:_DRIVERS],
            members=view.split.members[:_MEMBERS] if view.split else (),
        )
    )


def _window(items: Sequence[Listed], item: Listed | None) -> Sequence[Listed]:
    """The numbers around the one on screen, as many as there is room for."""
    first = max(min((item.number if item else 1) - _NUMBERS // 2, len(items) - _NUMBERS + 1), 1)
    return items[first - 1 : first - 1 + _NUMBERS]
