"""Which measures drive which, from strategic to operational?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from perfcore.store import Store
from perfcore.views.queries import query

DEPTH_SHOWN = 4
LEVELS = ("strategic", "service", "operational")


@dataclass(frozen=True, slots=True)
class Link:
    """One measure (``driver``) that moves another.

    Attributes
    ----------
    kind
        ``part`` where it adds up to the other, ``influence`` where it does not.
    expected
        The way an influence pushes: ``up``, ``down`` or empty.
    lag
        Periods until an influence is felt.
    level_above, level_below
        The levels of the measure moved and of the one that moves it.
    """

    measure: str
    driver: str
    kind: str
    expected: str
    lag: int
    level_above: str
    level_below: str

    @property
    def climbs(self) -> bool:
        """Whether it leads to a higher level, or to the whole of which the driver is a part."""
        return self.kind == "part" or LEVELS.index(self.level_above) < LEVELS.index(
            self.level_below
        )


@dataclass(frozen=True, slots=True)
class Node:
    """A measure in the tree and what is below it; ``link`` is None at the root."""

    measure: str
    link: Link | None
    children: tuple[Node, ...]

    @property
    def measures(self) -> frozenset[str]:
        """Every measure in this part of the tree."""
        return frozenset({self.measure}).union(*(child.measures for child in self.children))


def neighbours(store: Store, measure: str) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links from a measure to what moves it, and from it to what it moves."""
    links = _links(store)
    return (
        tuple(link for link in links if link.measure == measure),
        tuple(link for link in links if link.driver == measure),
    )


def tree_around(store: Store, measure: str) -> Node:
    """The tree that a measure stands in, from the topmost measure above it.

    Where there are several above it, what it is a part of goes first, then the framework's order.

    Parameters
    ----------
    store
        The warehouse.
    measure
        An id that exists.
    """
    links = _links(store)
    below: dict[str, list[Link]] = {}
    above: dict[str, str] = {}
    for link in links:
        below.setdefault(link.measure, []).append(link)
    for link in sorted(filter(lambda one: one.climbs, links), key=lambda one: one.kind != "part"):
        above.setdefault(link.driver, link.measure)
    return _node(_root(measure, above), None, below, DEPTH_SHOWN)


def _links(store: Store) -> list[Link]:
    return store.fetch(query("links_between"), {}, Link)


def _root(measure: str, above: Mapping[str, str]) -> str:
    for _ in range(DEPTH_SHOWN - 1):
        if measure not in above:
            break
        measure = above[measure]
    return measure


def _node(measure: str, link: Link | None, below: Mapping[str, list[Link]], depth: int) -> Node:
    links = below.get(measure, ()) if depth > 1 else ()
    children = tuple(_node(link.driver, link, below, depth - 1) for link in links)
    return Node(measure, link, children)
