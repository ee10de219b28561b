"""How is the council plan going, priority by priority?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from perfcore.store import Store
from perfcore.views.counts import StatusCounts, count_statuses
from perfcore.views.filters import Filters
from perfcore.views.outline import Entry, Outline
from perfcore.views.recovery import Recovery, notes, recoveries
from perfcore.views.results import Result, fetch, pick
from perfcore.views.trends import Trend, trends

ROWS_SHOWN = 24


@dataclass(frozen=True, slots=True)
class PlanSection:
    """One priority.

    Attributes
    ----------
    counts
        All its measures, budget left out.
    results
        The first of them, in the framework's order.
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
    shared
        How many measures stand under more than one priority.
    budget, budget_counts
        The first measures tagged ``budget``, and how all of them stand: the council's money.
    recoveries
        What is being done about what is off target, by measure.
    notes
        What was sent with the latest figures, by measure.
    """

    sections: tuple[PlanSection, ...]
    counts: StatusCounts
    shared: int
    budget: tuple[Result, ...]
    budget_counts: StatusCounts
    trends: Mapping[str, Trend]
    recoveries: Mapping[str, Recovery]
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Standing:
    measure: str
    status: str
    priorities: list[str]
    budget: bool


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
        How many measures to list under each priority and of the budget, 1 or more.
    """
    standings = fetch(store, "council_plan", filters, _Standing, {})
    plan = [one for one in standings if not one.budget]
    money = [one for one in standings if one.budget]
    groups = [_under(entry, plan)[:limit] for entry in outline.priorities]
    listed = [one.measure for group in (*groups, money[:limit]) for one in group]
    results = pick(store, filters, listed)
    said = notes(store, results.values())
    return CouncilPlan(
        sections=tuple(
            PlanSection(
                entry=entry,
                counts=_counted(_under(entry, plan)),
                results=_chosen(group, results),
                budget=_chosen(_under(entry, money[:limit]), results),
            )
            for entry, group in zip(outline.priorities, groups, strict=True)
        ),
        counts=_counted(plan),
        shared=sum(len(one.priorities) > 1 for one in plan),
        budget=_chosen(money[:limit], results),
        budget_counts=_counted(money),
        trends=trends(store, results, filters.until),
        recoveries=recoveries(results.values(), said),
        notes=said,
    )


def _under(entry: Entry, standings: Sequence[_Standing]) -> list[_Standing]:
    return [one for one in standings if entry.id in one.priorities]


def _counted(standings: Iterable[_Standing]) -> StatusCounts:
    return count_statuses(one.status for one in standings)


def _chosen(standings: Iterable[_Standing], results: Mapping[str, Result]) -> tuple[Result, ...]:
    return tuple(results[one.measure] for one in standings)
