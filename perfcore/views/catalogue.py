"""Which measures are there, and which match a search?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.queries import query
from perfcore.views.results import Result, pick
from perfcore.views.trends import Trend, trends

ROWS_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for.

    Attributes
    ----------
    text
        Words that must all occur in a measure's id, name, definition, service, directorate,
        portfolio, owner, source, return or tags; upper or lower case.
    level, status
        A level and a status code; empty for all.
    page
        Which page of the matches, from 1.
    """

    text: str = ""
    level: str = ""
    status: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One page of the matches, and how many there are in all."""

    results: tuple[Result, ...]
    matches: int
    pages: int
    trends: Mapping[str, Trend]


@dataclass(frozen=True, slots=True)
class _Found:
    measure: str
    matches: int


def catalogue(store: Store, filters: Filters, search: Search) -> Catalogue:
    """The measures that match, retired ones too.

    Parameters
    ----------
    store
        The warehouse.
    filters
        What the reader asks about. A status is looked for in the latest results.
    search
        What to look for.
    """
    parameters = {
        "directorate": filters.directorate,
        "portfolio": filters.portfolio,
        "level": search.level,
        "status": search.status,
        "words": search.text.lower().split(),
        "limit": ROWS_A_PAGE,
        "skip": ROWS_A_PAGE * (max(search.page, 1) - 1),
    }
    found = store.fetch(query("found"), parameters, _Found)
    ids = [row.measure for row in found]
    matches = found[0].matches if found else 0
    return Catalogue(
        results=tuple(pick(store, filters, ids).values()),
        matches=matches,
        pages=-(-matches // ROWS_A_PAGE),
        trends=trends(store, ids, filters.until),
    )
