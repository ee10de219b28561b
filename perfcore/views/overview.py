"""What needs attention?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from operator import attrgetter

from perfcore.store import Store
from perfcore.views.counts import StatusCounts, counted
from perfcore.views.filters import Filters
from perfcore.views.freshness import Freshness, freshness
from perfcore.views.outline import Entry, Outline
from perfcore.views.results import Result, fetch, pick
from perfcore.views.trends import Trend, trends

EXCEPTIONS_SHOWN = 8
OTHERS_SHOWN = 4
_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """The statuses of one directorate or quadrant."""

    group: Entry
    counts: StatusCounts


@dataclass(frozen=True, slots=True)
class Overview:
    """Strategic and service measures, the exceptions first.

    Attributes
    ----------
    exceptions
        Off target, in order: worsening, then longest off target.
    turned_red, recovered, newly_exceptional
        Measures whose latest result changed status, the most recent first, at most
        :data:`OTHERS_SHOWN` of each.
    turned
        How many changed status to red, green and exceptional.
    """

    council: StatusCounts
    directorates: tuple[GroupCounts, ...]
    quadrants: tuple[GroupCounts, ...]
    exceptions: tuple[Result, ...]
    turned_red: tuple[Result, ...]
    recovered: tuple[Result, ...]
    newly_exceptional: tuple[Result, ...]
    turned: Mapping[str, int]
    celebrated: tuple[Result, ...]
    freshness: Freshness
    trends: Mapping[str, Trend]


@dataclass(frozen=True, slots=True)
class _Count:
    directorate: str
    quadrant: str
    status: str
    measures: int
    were_red: int
    turned: int


@dataclass(frozen=True, slots=True)
class _Picks:
    exceptions: list[str]
    turned_red: list[str]
    recovered: list[str]
    newly_exceptional: list[str]
    celebrated: list[str]


def overview(
    store: Store, outline: Outline, filters: Filters, limit: int = EXCEPTIONS_SHOWN
) -> Overview:
    """What needs attention.

    Parameters
    ----------
    store
        The warehouse.
    outline
        Its directorates and quadrants.
    filters
        What the reader asks about.
    limit
        How many exceptions to list, 1 or more.
    """
    rows = fetch(store, "status_counts", filters, _Count, {})
    places = {"exceptions": limit, "others": OTHERS_SHOWN}
    (picks,) = fetch(store, "overview_picks", filters, _Picks, places)
    results = pick(store, filters, (one for row in astuple(picks) for one in row))

    def picked(measures: Sequence[str]) -> tuple[Result, ...]:
        return tuple(results[measure] for measure in measures)

    return Overview(
        council=_counts(rows),
        directorates=tuple(_groups(rows, attrgetter("directorate"), outline.directorates)),
        quadrants=tuple(_groups(rows, attrgetter("quadrant"), outline.quadrants)),
        exceptions=picked(picks.exceptions),
        turned_red=picked(picks.turned_red),
        recovered=picked(picks.recovered),
        newly_exceptional=picked(picks.newly_exceptional),
        turned=_turned(rows),
        celebrated=picked(picks.celebrated),
        freshness=freshness(store, filters),
        trends=trends(store, (*picks.exceptions, *picks.celebrated), filters.until),
    )


def exceptions(store: Store, filters: Filters) -> tuple[Result, ...]:
    """Every strategic and service measure that is off target, in the order of attention."""
    (picks,) = fetch(store, "overview_picks", filters, _Picks, {"exceptions": _ALL, "others": 0})
    results = pick(store, filters, picks.exceptions)
    return tuple(results[measure] for measure in picks.exceptions)


def _turned(rows: Sequence[_Count]) -> Counter[str]:
    turned: Counter[str] = Counter()
    for row in rows:
        turned[row.status] += row.turned
    return turned


def _groups(
    rows: Sequence[_Count], group_of: Callable[[_Count], str], entries: Sequence[Entry]
) -> Iterator[GroupCounts]:
    for entry in entries:
        if found := [row for row in rows if group_of(row) == entry.id]:
            yield GroupCounts(entry, _counts(found))


def _counts(rows: Sequence[_Count]) -> StatusCounts:
    return counted(((row.status, row.measures) for row in rows), sum(row.were_red for row in rows))
