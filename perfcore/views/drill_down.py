"""What is behind a measure: which measures drive it, and which places or teams?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from perfcore.store import Store
from perfcore.views.contributions import Versus
from perfcore.views.control_chart import ControlChart
from perfcore.views.filters import Filters
from perfcore.views.known import require_measure
from perfcore.views.member_charts import member_charts
from perfcore.views.moved import BY_PARTS, Moved, moved, taken_apart_by_parts
from perfcore.views.outline import Entry, Outline
from perfcore.views.queries import query
from perfcore.views.results import Result, pick
from perfcore.views.split import Split, split_by
from perfcore.views.tree import Tree, tree_around


@dataclass(frozen=True, slots=True)
class DrillDown:
    """A measure's tree and its split.

    Attributes
    ----------
    results
        The latest result of each measure in the tree, by id, and of those named beside it.
    breakdowns
        The breakdowns that have data.
    splits
        Ids of the breakdowns that each measure in the tree has, by its id.
    split
        By the breakdown chosen; None where there is none, or the parts are chosen.
    moved
        What moved it, by the same; None where the measure has no result.
    charts
        The control chart of each member of the split, by its name.
    """

    measure: Result
    tree: Tree
    results: Mapping[str, Result]
    breakdowns: tuple[Entry, ...]
    splits: Mapping[str, frozenset[str]]
    split: Split | None
    moved: Moved | None = None
    charts: Mapping[str, ControlChart] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offered:
    """A breakdown that a measure has figures of, or the parts that it is put together from.

    Attributes
    ----------
    mapped
        Whether its members have a place on a map.
    yearly
        Whether the period before is also the one a year earlier.
    aimed
        Whether the measure has a target to compare with.
    """

    entry: Entry
    mapped: bool
    yearly: bool
    aimed: bool = False


@dataclass(frozen=True, slots=True)
class _Aimed:
    has_target: bool


@dataclass(frozen=True, slots=True)
class _Breakdown:
    measure: str
    breakdown: str
    mapped: bool
    yearly: bool


def drill_down(
    store: Store,
    outline: Outline,
    measure: str,
    breakdown: str = "",
    until: date | None = None,
    way: Sequence[str] = (),
    versus: Versus = "previous",
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
        The breakdown's id, or ``parts``; the measure's first where this is not one it has.
    until
        Last day of the month reported on; None for the latest.
    way
        Ids of the measures through which the reader came, the topmost first.
    versus
        What the figure that is taken apart is compared with.

    Raises
    ------
    UserError
        If there is no such measure.
    """
    require_measure(store, measure)
    tree = tree_around(store, measure, way)
    results = pick(store, Filters(until=until), sorted(tree.measures | {measure}))
    splits = _splits(store, tree)
    breakdowns = tuple(entry for entry in outline.breakdowns if entry.id in splits[measure])
    own = results[measure]
    offered = [*breakdowns, *([BY_PARTS] if taken_apart_by_parts(store, measure) else [])]
    chosen = next((one for one in offered if one.id == breakdown), None)
    chosen = chosen or next(iter(offered), None)
    split = None
    if chosen is not None and chosen != BY_PARTS and own.period:
        split = split_by(store, own, chosen)
    return DrillDown(
        measure=own,
        tree=tree,
        results=results,
        breakdowns=breakdowns,
        splits=splits,
        split=split,
        moved=moved(store, measure, chosen, own.period, versus) if own.period else None,
        charts=member_charts(store, measure, split.breakdown.id, until) if split else {},
    )


def first_split(
    store: Store, outline: Outline, measure: str, until: date | None = None
) -> Split | None:
    """A measure by the first breakdown that it has figures of; None where it has none.

    Parameters
    ----------
    store
        The warehouse.
    outline
        Its breakdowns.
    measure
        The id of a measure that exists.
    until
        Last day of the month reported on; None for the latest.
    """
    offered = breakdowns_of(store, outline, measure)
    if not offered:
        return None
    own = pick(store, Filters(until=until), [measure])[measure]
    return split_by(store, own, offered[0].entry) if own.period else None


def breakdowns_of(store: Store, outline: Outline, measure: str) -> tuple[Offered, ...]:
    """The breakdowns that a measure has figures of, in the framework's order."""
    rows = store.fetch(query("splits_of"), {"measures": [measure]}, _Breakdown)
    found = {row.breakdown: row for row in rows}
    return tuple(
        Offered(entry, found[entry.id].mapped, found[entry.id].yearly)
        for entry in outline.breakdowns
        if entry.id in found
    )


def offered_of(store: Store, outline: Outline, measure: str) -> tuple[Offered, ...]:
    """What a measure can be split by: its breakdowns, then its parts if it has any."""
    parts = [Offered(BY_PARTS, False, False)] if taken_apart_by_parts(store, measure) else []
    aimed = store.fetch(query("has_target"), {"measure": measure}, _Aimed)[0].has_target
    found = (*breakdowns_of(store, outline, measure), *parts)
    return tuple(replace(one, aimed=aimed) for one in found)


def _splits(store: Store, tree: Tree) -> Mapping[str, frozenset[str]]:
    rows = store.fetch(query("splits_of"), {"measures": sorted(tree.measures)}, _Breakdown)
    return {
        measure: frozenset(row.breakdown for row in rows if row.measure == measure)
        for measure in tree.measures
    }
