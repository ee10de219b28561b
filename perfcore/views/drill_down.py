"""What is behind a measure: which measures drive it, and which places or teams?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.known import require_measure
from perfcore.views.outline import Entry, Outline
from perfcore.views.queries import query
from perfcore.views.results import Result, pick
from perfcore.views.tree import Node, tree_around


@dataclass(frozen=True, slots=True)
class Member:
    """A place, team or the like in the period shown.

    ``value_before`` is the figure before it, whichever period that was for.
    """

    member: str
    value: Decimal | None
    value_before: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: str
    direction: str
    arrow: str
    marker: str


@dataclass(frozen=True, slots=True)
class Split:
    """A measure by the members of one breakdown, in the period of its latest result.

    Attributes
    ----------
    members
        Those furthest from good first where the measure says which way is good, and those
        without a figure last.
    """

    breakdown: Entry
    period: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class DrillDown:
    """A measure's tree and its split.

    Attributes
    ----------
    results
        The latest result of each measure in the tree, by id.
    breakdowns
        The breakdowns that have data.
    split
        By the breakdown chosen; None where there is none.
    """

    measure: Result
    tree: Node
    results: Mapping[str, Result]
    breakdowns: tuple[Entry, ...]
    split: Split | None


@dataclass(frozen=True, slots=True)
class _Breakdown:
    id: str
    members: int


def drill_down(
    store: Store, outline: Outline, measure: str, breakdown: str = "", until: date | None = None
) -> DrillDown:
    """The tree around a measure, and one of its breakdowns.

    Parameters
    ----------
    store
        The warehouse.
    outline
        Its breakdowns.
    measure
        The measure's id.
    breakdown
        The breakdown's id; the measure's first where this is not one it has.
    until
        Last day of the month reported on; None for the latest.

    Raises
    ------
    UserError
        If there is no such measure.
    """
    require_measure(store, measure)
    tree = tree_around(store, measure)
    results = pick(store, Filters(until=until), sorted(tree.measures | {measure}))
    breakdowns = _breakdowns(store, outline, measure)
    own = results[measure]
    chosen = next((one for one in breakdowns if one.id == breakdown), None)
    chosen = chosen or next(iter(breakdowns), None)
    return DrillDown(
        measure=own,
        tree=tree,
        results=results,
        breakdowns=breakdowns,
        split=_split(store, own, chosen) if chosen and own.period else None,
    )


def _breakdowns(store: Store, outline: Outline, measure: str) -> tuple[Entry, ...]:
    found = store.fetch(query("breakdowns_of"), {"measure": measure}, _Breakdown)
    ids = {row.id for row in found}
    return tuple(entry for entry in outline.breakdowns if entry.id in ids)


def _split(store: Store, result: Result, breakdown: Entry) -> Split:
    members = _members(store, result.measure, breakdown.id, result.period)
    return Split(breakdown, result.period, tuple(_worst_first(members, result.good)))


def _members(store: Store, measure: str, breakdown: str, period: str) -> list[Member]:
    parameters = {"measure": measure, "breakdown": breakdown, "period": period}
    return store.fetch(query("members"), parameters, Member)


def _worst_first(members: list[Member], good: str) -> list[Member]:
    valued = [member for member in members if member.value is not None]
    empty = [member for member in members if member.value is None]
    if good in ("high", "low"):
        valued.sort(key=lambda member: member.value or Decimal(0), reverse=good == "low")
    return valued + empty
