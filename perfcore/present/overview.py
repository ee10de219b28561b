"""What does the overview show? On its own, because it is the first page that anybody waits for."""

from __future__ import annotations

from perfcore.present import headlines, missed, render
from perfcore.present.absence import absence
from perfcore.present.links import Links
from perfcore.present.variation import words as variation_words
from perfcore.views.overview import Overview


def overview(view: Overview, links: Links, here: Links | None = None, listed: str = "") -> str:
    """What needs attention.

    Parameters
    ----------
    view
        What the page shows.
    links
        The reader's filters.
    here
        The same with what the reader chose on this page alone.
    listed
        The part that is listed whole: its place on the page; empty for none.
    """
    absent = "" if view.council.total else absence("overview", links)
    return render.page(
        "overview",
        view=view,
        links=links,
        here=here or links,
        listed=listed,
        headline=absent or headlines.overview(view),
        absent=absent,
        since=view.changes.since,
        order=missed.ORDER,
        variation=variation_words,
    )
