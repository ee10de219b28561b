"""Where does each measure of a tree stand: in which column, beside what, under what?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from perfcore.present import wording
from perfcore.present.association import association
from perfcore.present.way import written
from perfcore.views.drill_down import DrillDown
from perfcore.views.results import Result
from perfcore.views.tree import LEVELS, Link, Node

LEVEL_NOTES: Final = {
    "strategic": "for leaders",
    "service": "for managers",
    "operational": "for teams",
}


@dataclass(frozen=True, slots=True)
class Kin:
    """A measure in its place.

    Attributes
    ----------
    result
        Its latest result.
    way
        The measures above it, as they stand in an address.
    column
        0, 1 or 2 from the left: its level's, or its parent's where that is further right.
    skips
        How many columns lie between it and what it stands under.
    note
        How it moves what it stands under, and what else it moves, in words.
    beside
        What drives it in columns to the right, parts first.
    under
        What drives it in the same column.
    """

    result: Result
    link: Link | None
    way: str
    column: int
    skips: int
    note: str
    current: bool
    beside: tuple[Kin, ...]
    under: tuple[Kin, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A tree laid out.

    Attributes
    ----------
    levels
        The levels that have a column, from the left.
    links
        How many links there are; none where a measure stands alone.
    """

    top: Kin
    levels: tuple[str, ...]
    links: int


def family(view: DrillDown) -> Family:
    """Lay out the tree of a drill-down."""
    root = view.tree.root
    first = LEVELS.index(view.results[root.measure].level)
    top = _kin(view, root, (), first, first)
    last = max(kin.column for kin in _walk(top))
    return Family(top, LEVELS[first : last + 1], len(root.measures) - 1)


def _kin(view: DrillDown, node: Node, way: Sequence[str], first: int, column_above: int) -> Kin:
    result = view.results[node.measure]
    column = max(LEVELS.index(result.level), column_above)
    below = [_kin(view, child, (*way, node.measure), first, column) for child in node.children]
    return Kin(
        result=result,
        link=node.link,
        way=written(way),
        column=column,
        skips=max(column - column_above - 1, 0),
        note=_note(node, result, column, view.results),
        current=node.measure == view.measure.measure,
        beside=tuple(kin for kin in below if kin.column > column),
        under=tuple(kin for kin in below if kin.column == column),
    )


def _walk(kin: Kin) -> Iterator[Kin]:
    yield kin
    for child in (*kin.beside, *kin.under):
        yield from _walk(child)


def _note(node: Node, result: Result, column: int, results: Mapping[str, Result]) -> str:
    parts = []
    if LEVELS.index(result.level) < column:
        parts.append(f"a {result.level} measure")
    if node.link and node.link.lag and node.link.rho is None:
        noun = wording.PERIOD_NOUNS[result.frequency]
        parts.append(f"felt after {wording.plural(node.link.lag, noun)}")
    if node.link and (moves := association(node.link, result.frequency)):
        parts.append(moves)
    if node.also:
        names = [results[link.measure].name for link in node.also if link.measure in results]
        parts.append(f"also influences {wording.listed(names)}")
    return wording.capital("; ".join(parts))
