"""What needs attention?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from perfcore.store import Store
from perfcore.views.counts import StatusCounts, counted
from perfcore.views.filters import Filters
from perfcore.views.freshness import Freshness, freshness
from perfcore.views.outline import Entry, Outline
from perfcore.views.results import Result, fetch
from perfcore.views.trends import Trend, trends

EXCEPTIONS_SHOWN = 8
CHANGES_SHOWN = 5
CELEBRATED_SHOWN = 6


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
        Measures whose latest result changed status, the most recent first.
    """

    council: StatusCounts
    directorates: tuple[GroupCounts, ...]
    quadrants: tuple[GroupCounts, ...]
    exceptions: tuple[Result, ...]
    turned_red: tuple[Result, ...]
    recovered: tuple[Result, ...]
    newly_exceptional: tuple[Result, ...]
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
    exceptions = fetch(store, "exceptions", filters, Result, {"limit": limit})
    changes = fetch(store, "changes", filters, Result, {"limit": CHANGES_SHOWN})
    celebrated = fetch(store, "celebrated", filters, Result, {"limit": CELEBRATED_SHOWN})
    shown = dict.fromkeys(row.measure for row in (*exceptions, *celebrated))
    return Overview(
        council=_counts([row for row in rows if row.kind == ""]),
        directorates=_groups(rows, "directorate", outline.directorates),
        quadrants=_groups(rows, "quadrant", outline.quadrants),
        exceptions=tuple(exceptions),
        turned_red=tuple(row for row in changes if row.status == "red"),
        recovered=tuple(row for row in changes if _recovered(row)),
        newly_exceptional=tuple(row for row in changes if row.status == "exceptional"),
        celebrated=tuple(celebrated),
        freshness=freshness(store, filters),
        trends=trends(store, shown, filters.until),
    )


def _recovered(row: Result) -> bool:
    return row.status == "green" and row.previous_status in ("amber", "red")


def _groups(rows: Sequence[_Count], kind: str, entries: Sequence[Entry]) -> tuple[GroupCounts, ...]:
    groups = {entry: [r for r in rows if r.kind == kind and r.id == entry.id] for entry in entries}
    return tuple(GroupCounts(entry, _counts(found)) for entry, found in groups.items() if found)


def _counts(rows: Sequence[_Count]) -> StatusCounts:
    return counted(((row.status, row.measures) for row in rows), sum(row.were_red for row in rows))
