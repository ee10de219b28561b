"""What does a meeting's screen show?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from markupsafe import Markup

from perfcore.present import meeting_chart, one_measure, reached, render
from perfcore.present.history.words import finding
from perfcore.present.links import Links
from perfcore.views.build_facts import BuildFacts
from perfcore.views.meeting import Item, Screen

_DRIVERS: Final = 3
_MEMBERS: Final = 3
_NUMBERS: Final = 12


def screen(view: Screen, links: Links, build: BuildFacts, discussed: Collection[str]) -> str:
    """One exception as a meeting looks at it, with the way to the others."""
    return render.page(
        "meeting",
        view=view,
        links=links,
        build=build,
        discussed=discussed,
        window=_window(view.items, view.item),
        content=_on_screen(view, links) if view.page else "",
    )


def switch(links: Links, measure: str) -> str:
    """The way into meeting mode, about one measure if one is looked at."""
    return render.page("meeting-switch", links=links, measure=measure)


def _on_screen(view: Screen, links: Links) -> Markup:
    page = view.page
    if page is None:
        return Markup("")
    severity = {code: place for place, code in enumerate(("red", "amber", "no_data"))}
    drivers = sorted(page.drivers, key=lambda one: severity.get(one.result.status, len(severity)))
    return Markup(
        render.page(
            "meeting-screen",
            view=view,
            links=links,
            headline=one_measure.headline(page),
            target_line=reached.target_line(page),
            finding=finding(page),
            wide=meeting_chart.meeting_chart(page, meeting_chart.WIDE),
            narrow=meeting_chart.meeting_chart(page, meeting_chart.NARROW),
            drivers=drivers[:_DRIVERS],
            members=view.split.members[:_MEMBERS] if view.split else (),
        )
    )


def _window(items: Sequence[Item], item: Item | None) -> Sequence[Item]:
    """The numbers around the one on screen, as many as there is room for."""
    first = max(min((item.number if item else 1) - _NUMBERS // 2, len(items) - _NUMBERS + 1), 1)
    return items[first - 1 : first - 1 + _NUMBERS]
