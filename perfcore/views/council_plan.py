"""How is the council plan going, priority by priority?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from perfcore.store import Store
from perfcore.views.counts import StatusCounts, count_statuses
from perfcore.views.filters import Filters
from perfcore.views.outline import Entry, Outline
from perfcore.views.results import Result, fetch
from perfcore.views.trends import Trend, trends

ROWS_SHOWN = 300
_BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class PlanSection:
    """One priority.

    Attributes
    ----------
    budget
        Measures tagged ``budget`` that carry the priority: what the money says beside it.
    """

    entry: Entry
    counts: StatusCounts
    results: tuple[Result, ...]
    budget: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class CouncilPlan:
    """The plan; ``counts`` has each measure once, whatever number of priorities it carries.

    Attributes
    ----------
    budget
        Measures tagged ``budget`` that carry no priority: the whole council's money.
    """

    sections: tuple[PlanSection, ...]
    counts: StatusCounts
    budget: tuple[Result, ...]
    trends: Mapping[str, Trend]


def council_plan(
    store: Store, outline: Outline, filters: Filters, limit: int = ROWS_SHOWN
) -> CouncilPlan:
    """The council plan's measures.

    Parameters
    ----------
    store
        The warehouse.
    outline
        Its priorities.
    filters
        What the reader asks about.
    limit
        How many measures to list altogether, 1 or more.
    """
    results = fetch(store, "council_plan", filters, Result, {"limit": limit})
    plan = [row for row in results if row.priorities and _BUDGET not in row.tags]
    return CouncilPlan(
        sections=tuple(_section(entry, results) for entry in outline.priorities),
        counts=count_statuses(row.status for row in plan),
        budget=tuple(row for row in results if not row.priorities),
        trends=trends(store, (row.measure for row in plan), filters.until),
    )


def _section(entry: Entry, results: Sequence[Result]) -> PlanSection:
    own = [row for row in results if entry.id in row.priorities]
    measures = tuple(row for row in own if _BUDGET not in row.tags)
    return PlanSection(
        entry=entry,
        counts=count_statuses(row.status for row in measures),
        results=measures,
        budget=tuple(row for row in own if _BUDGET in row.tags),
    )
