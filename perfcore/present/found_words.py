"""What does the catalogue say about what was searched and found?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from perfcore.present import wording
from perfcore.present.absence import FILTERS
from perfcore.present.links import Links
from perfcore.views.catalogue import Search

SEARCHED: Final = ("q", "level", "status", "page")


@dataclass(frozen=True, slots=True)
class Nothing:
    """That nothing was found, and the one link that shows something again."""

    title: str
    advice: str
    address: str


def headline(matches: int, search: Search) -> str:
    """How many measures match, and what they were asked to match.

    Examples
    --------
    >>> headline(2, Search("bins", ("service",), "red"))
    'Two service measures match “bins” and are off target.'
    >>> headline(402, Search())
    '402 measures.'
    """
    text = search.text.strip()
    levels = f" {' and '.join(search.levels)}" if search.levels else ""
    count = wording.capital(wording.count_word(matches)) if matches else "No"
    start = f"{count}{levels} {'measure' if matches == 1 else 'measures'}"
    matching = f"{'matches' if matches == 1 else 'match'} “{text}”" if text else ""
    is_or_are = "is" if matches == 1 else "are"
    status = f"{is_or_are} {_status(search.status)}" if search.status else ""
    said = " and ".join(filter(None, (matching, status)))
    return f"{start} {said}." if said else f"{start}."


def _status(code: str) -> str:
    words = {"no_data": "without data", "monitor": "watched without a target"}
    return words.get(code, wording.STATUS_WORDS[code].lower())


def nothing(search: Search, links: Links) -> Nothing:
    """What to say, and where to go, when nothing matches.

    Parameters
    ----------
    search
        What was looked for.
    links
        The reader's filters, with the search as it stands in the address.
    """
    page = links.page
    text = search.text.strip()
    if text:
        title = f"No measures match “{text}”"
        here = " under these filters" if _narrowed(search, links) else ""
        what = f"Every word has to occur{here}. Try fewer words, or part of one."
        return Nothing(title, what, links.without(*SEARCHED).to(page))
    if search.levels or search.status:
        return Nothing(
            "No measures have this level and status",
            "The filters leave none.",
            links.without(*SEARCHED).to(page),
        )
    return Nothing(
        "No measures match these filters",
        "The framework has none here.",
        links.without(*SEARCHED, *FILTERS).to(page),
    )


def _narrowed(search: Search, links: Links) -> bool:
    return bool(search.levels or search.status or any(map(links.carried.get, FILTERS)))
