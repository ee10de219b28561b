"""What does the list of exceptions show?"""

from __future__ import annotations

from typing import Final

from perfcore.present import exception_words, render
from perfcore.present.absence import absence
from perfcore.present.exception_words import NOTHING, Explained
from perfcore.present.links import Links
from perfcore.views.episodes import Episodes

SHOWN: Final = 12
SECTIONS: Final = {cause.replace("_", "-"): cause for cause in (*exception_words.CAUSES, "closed")}


def exceptions(
    view: Episodes,
    links: Links,
    here: Links,
    listed: str = "",
    forum: str = "",
    explained: Explained = NOTHING,
) -> str:
    """The page's block.

    Parameters
    ----------
    view
        The exceptions that the filters leave.
    links
        The reader's filters.
    here
        The same with what the reader chose on this page alone.
    listed
        The section that is listed whole, one of :data:`SECTIONS`; empty for none.
    forum
        The name of the forum whose exceptions they are; empty for all.
    explained
        The explanations that stand.
    """
    absent = "" if view.number or view.closed or forum else absence("exceptions", links)
    return render.page(
        "exceptions",
        view=view,
        links=links,
        here=here,
        listed=listed,
        forum=forum,
        absent=absent,
        headline=absent or exception_words.headline(view),
        say_of=exception_words,
        explained=explained,
        most=SHOWN,
    )
