"""What does a page say that this council's framework gives nothing to show?"""

from __future__ import annotations

from typing import Final

from perfcore.present.links import Links

FILTERS: Final = ("directorate", "portfolio", "period")
_ABSENT: Final = {
    "overview": (
        "This framework has no strategic or service measures. Operational ones are under Measures."
    ),
    "scorecard": "This framework puts no measures on a balanced scorecard.",
    "council-plan": "This framework puts no measures under council plan priorities.",
    "variation": "This framework has no measures to test.",
    "exceptions": "Nothing has been an exception so far.",
    "covid-19": "This framework has no weekly Covid-19 sections.",
}


def absence(page: str, links: Links) -> str:
    """What the framework lacks, for a page that has nothing to show.

    Parameters
    ----------
    page
        The page's name in the navigation.
    links
        The reader's filters.

    Returns
    -------
    str
        One or two sentences; empty where a filter may be why nothing is shown, and clearing it
        is the advice.
    """
    narrowed = any(links.carried.get(name) for name in FILTERS)
    return "" if narrowed else _ABSENT[page]
