"""How does the balanced scorecard look, quadrant by quadrant?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from perfcore.store import Store
from perfcore.views.counts import StatusCounts, counted
from perfcore.views.filters import Filters
from perfcore.views.outline import Entry, Outline
from perfcore.views.results import Result, fetch
from perfcore.views.trends import Trend, trends

ROWS_SHOWN = 40


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """Measures of a quadrant under one heading, such as value for money; '' has none."""

    name: str
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Quadrant:
    """A quarter of the scorecard.

    Attributes
    ----------
    counts
        Of all its measures.
    groups
        The measures listed, at most :data:`ROWS_SHOWN`, those without a heading first.
    """

    entry: Entry
    counts: StatusCounts
    groups: tuple[MeasureGroup, ...]

    @property
    def listed(self) -> int:
        """How many measures are listed."""
        return sum(len(group.results) for group in self.groups)


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The whole scorecard."""

    quadrants: tuple[Quadrant, ...]
    counts: StatusCounts
    trends: Mapping[str, Trend]


@dataclass(frozen=True, slots=True)
class _Count:
    id: str
    status: str
    measures: int


def scorecard(
    store: Store, outline: Outline, filters: Filters, limit: int = ROWS_SHOWN
) -> Scorecard:
    """The balanced scorecard.

    Parameters
    ----------
    store
        The warehouse.
    outline
        Its quadrants.
    filters
        What the reader asks about.
    limit
        How many measures of a quadrant to list, 1 or more.
    """
    results = fetch(store, "scorecard", filters, Result, {"limit": limit})
    counts = fetch(store, "quadrant_counts", filters, _Count, {})
    return Scorecard(
        quadrants=tuple(_quadrant(entry, results, counts) for entry in outline.quadrants),
        counts=counted((row.status, row.measures) for row in counts),
        trends=trends(store, (row.measure for row in results), filters.until),
    )


def _quadrant(entry: Entry, results: Sequence[Result], counts: Sequence[_Count]) -> Quadrant:
    own = [row for row in results if row.quadrant == entry.id]
    names = sorted(dict.fromkeys(row.group for row in own), key=bool)
    groups = (MeasureGroup(name, tuple(r for r in own if r.group == name)) for name in names)
    numbers = ((row.status, row.measures) for row in counts if row.id == entry.id)
    return Quadrant(entry, counted(numbers), tuple(groups))
