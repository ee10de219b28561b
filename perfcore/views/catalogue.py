"""Which measures are there, and which match a search?"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.results import Result, fetch, pick
from perfcore.views.trends import Trend, trends

ROWS_A_PAGE = 50
_LONG_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for.

    Attributes
    ----------
    text
        Words that must all occur in a measure's id, name, definition, service, directorate,
        portfolio, owner, source, return or tags: upper or lower case, with or without accents,
        singular or plural.
    levels
        Levels; empty for all.
    status
        A status code; empty for all. One that is retired has none.
    page
        Which page of the matches, from 1.
    """

    text: str = ""
    levels: tuple[str, ...] = ()
    status: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One page of the matches, and how many there are in all.

    Attributes
    ----------
    first
        The place of the first match shown among all, from 1.
    page, pages
        The page shown, and how many there are; a page past the last shows the last.
    """

    results: tuple[Result, ...]
    matches: int
    first: int
    page: int
    pages: int
    trends: Mapping[str, Trend]


@dataclass(frozen=True, slots=True)
class _Found:
    measure: str
    position: int


def catalogue(store: Store, filters: Filters, search: Search) -> Catalogue:
    """One page of the measures that match, retired ones too.

    Parameters
    ----------
    store
        The warehouse.
    filters
        What the reader asks about; a status is looked for in the results of that period.
    search
        What to look for.
    """
    found = _found(store, filters, search)
    pages = -(-len(found) // ROWS_A_PAGE)
    page = min(max(search.page, 1), max(pages, 1))
    skipped = ROWS_A_PAGE * (page - 1)
    ids = found[skipped : skipped + ROWS_A_PAGE]
    return Catalogue(
        results=tuple(pick(store, filters, ids).values()),
        matches=len(found),
        first=skipped + 1,
        page=page,
        pages=pages,
        trends=trends(store, ids, filters.until),
    )


def every_match(store: Store, filters: Filters, search: Search) -> tuple[Result, ...]:
    """All the measures that match, whatever the page."""
    return tuple(pick(store, filters, _found(store, filters, search)).values())


def _found(store: Store, filters: Filters, search: Search) -> list[str]:
    parameters = {
        "levels": list(search.levels),
        "status": search.status,
        "words": [stem(word) for word in search.text.split()],
    }
    return [row.measure for row in fetch(store, "found", filters, _Found, parameters)]


def stem(word: str) -> str:
    """What a word and its plural begin with, in small letters without accents.

    Examples
    --------
    >>> [stem(word) for word in ("Bins", "bin", "policies", "Policy", "Café", "bus", "loss")]
    ['bin', 'bin', 'polic', 'polic', 'cafe', 'bus', 'loss']
    """
    marked = unicodedata.normalize("NFKD", word.lower())
    plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
    if len(plain) > _LONG_ENOUGH and plain.endswith("ies"):
        return plain[:-3]
    if len(plain) > _LONG_ENOUGH and plain.endswith("y"):
        return plain[:-1]
    plural = len(plain) >= _LONG_ENOUGH and plain.endswith("s")
    return plain[:-1] if plural and plain[-2] not in "sui" else plain
