"""What needs attention?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    kind: str
    id: str
    status: str
    measures: int
    were_red: int
    turned: int


@dataclass(frozen=True, slots=True)
class _Pick:
    kind: str
    measure: str


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
    picks = fetch(store, "overview_picks", filters, _Pick, places)
    results = pick(store, filters, (one.measure for one in picks))

    def picked(kind: str) -> tuple[Result, ...]:
        return tuple(results[one.measure] for one in picks if one.kind == kind)

    lines = (one.measure for one in picks if one.kind in ("exception", "celebrated"))
    return Overview(
        council=_counts([row for row in rows if row.kind == ""]),
        directorates=_groups(rows, "directorate", outline.directorates),
        quadrants=_groups(rows, "quadrant", outline.quadrants),
        exceptions=picked("exception"),
        turned_red=picked("turned red"),
        recovered=picked("turned green"),
        newly_exceptional=picked("turned exceptional"),
        turned={row.status: row.turned for row in rows if row.kind == ""},
        celebrated=picked("celebrated"),
        freshness=freshness(store, filters),
        trends=trends(store, lines, filters.until),
    )


def exceptions(store: Store, filters: Filters) -> tuple[Result, ...]:
    """Every strategic and service measure that is off target, in the order of attention."""
    picks = fetch(store, "overview_picks", filters, _Pick, {"exceptions": _ALL, "others": 0})
    results = pick(store, filters, (one.measure for one in picks))
    return tuple(results[one.measure] for one in picks)


def _groups(rows: Sequence[_Count], kind: str, entries: Sequence[Entry]) -> tuple[GroupCounts, ...]:
    groups = {entry: [r for r in rows if r.kind == kind and r.id == entry.id] for entry in entries}
    return tuple(GroupCounts(entry, _counts(found)) for entry, found in groups.items() if found)


def _counts(rows: Sequence[_Count]) -> StatusCounts:
    return counted(((row.status, row.measures) for row in rows), sum(row.were_red for row in rows))
