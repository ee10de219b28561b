"""How does the balanced scorecard look, quadrant by quadrant?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from perfcore.store import Store
from perfcore.views.counts import StatusCounts, counted
from perfcore.views.filters import Filters
from perfcore.views.outline import Entry, Outline
from perfcore.views.results import Result, fetch
from perfcore.views.trends import Trend, trends
from perfcore.views.year_lines import YearLine, year_lines

ROWS_SHOWN = 40
EVERY_ROW = 1_000_000
Order = Literal["attention", "name", "framework"]


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
        The measures listed, at most :data:`ROWS_SHOWN`, those without a heading first, the
        headings in the framework's order.
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
    """The whole scorecard.

    Attributes
    ----------
    trends
        Of each measure listed.
    years
        This financial year beside the one before, if asked for, of the measures that have both.
    """

    quadrants: tuple[Quadrant, ...]
    counts: StatusCounts
    trends: Mapping[str, Trend]
    years: Mapping[str, YearLine]


@dataclass(frozen=True, slots=True)
class _Count:
    id: str
    status: str
    measures: int


def scorecard(
    store: Store,
    outline: Outline,
    filters: Filters,
    order: Order = "attention",
    *,
    last_year: bool = False,
    limit: int = ROWS_SHOWN,
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
    order
        Of the measures under a heading. ``attention``: off target first, in the order of method 9,
        then no data, within tolerance, on target, exceeding, and what is not rated; in each,
        worsening first.
    last_year
        Whether to find the financial year before.
    limit
        How many measures of a quadrant to list, 1 or more.
    """
    asked = {"order": order, "limit": limit}
    results = fetch(store, "scorecard", filters, Result, asked)
    listed = [row.measure for row in results]
    counts = fetch(store, "quadrant_counts", filters, _Count, {})
    return Scorecard(
        quadrants=tuple(_quadrant(entry, results, counts) for entry in outline.quadrants),
        counts=counted((row.status, row.measures) for row in counts),
        trends=trends(store, listed, filters.until),
        years=year_lines(store, listed, filters.until) if last_year else {},
    )


def _quadrant(entry: Entry, results: Sequence[Result], counts: Sequence[_Count]) -> Quadrant:
    own = [row for row in results if row.quadrant == entry.id]
    in_framework = sorted(own, key=lambda row: (row.group != "", row.position))
    names = dict.fromkeys(row.group for row in in_framework)
    groups = (MeasureGroup(name, tuple(r for r in own if r.group == name)) for name in names)
    numbers = ((row.status, row.measures) for row in counts if row.id == entry.id)
    return Quadrant(entry, counted(numbers), tuple(groups))
