"""Which measures drive which, from strategic to operational?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
        ``part`` where it adds up to the other, ``factor`` where it is multiplied into it,
        ``influence`` where it is neither.
    expected
        The way an influence pushes: ``up``, ``down`` or empty.
    lag
        Periods until an influence is felt.
    level_above, level_below
        The levels of the measure moved and of the one that moves it.
    rho, n
        Spearman's rank correlation of an influence with what it moves, ``lag`` periods later, -1
        to 1, and of how many pairs of periods; None where it is refused.
    refusal
        The code of why it is: ``other_periods``, ``too_few`` or ``constant``.
    """

    measure: str
    driver: str
    kind: str
    expected: str
    lag: int
    level_above: str
    level_below: str
    rho: float | None = None
    n: int = 0
    refusal: str = ""

    @property
    def climbs(self) -> bool:
        """Whether it leads to a higher level, or to the whole of which the driver is a part."""
        return self.kind != "influence" or LEVELS.index(self.level_above) < LEVELS.index(
            self.level_below
        )


@dataclass(frozen=True, slots=True)
class Node:
    """A measure in the tree and what is below it; ``link`` is None at the root.

    Attributes
    ----------
    also
        Links to other measures of the same tree that it moves as well: it is drawn once.
    """

    measure: str
    link: Link | None
    children: tuple[Node, ...]
    also: tuple[Link, ...] = ()

    @property
    def measures(self) -> frozenset[str]:
        """Every measure in this part of the tree."""
        return frozenset(node.measure for node in self.walk())

    def walk(self) -> Iterator[Node]:
        """The node itself and all below it, from the top."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, measure: str) -> Node | None:
        """The node of a measure, if it is in this part of the tree."""
        return next((node for node in self.walk() if node.measure == measure), None)


@dataclass(frozen=True, slots=True)
class Tree:
    """The tree that a measure stands in.

    Attributes
    ----------
    way
        The measures from the top down to the one above it: the way the reader came, or else the
        way through the tree. Empty where it stands at the top.
    way_known
        False where the way asked for does not lead to the measure, so that another is shown.
    elsewhere
        Links to what it moves in other trees.
    """

    root: Node
    way: tuple[str, ...]
    way_known: bool
    elsewhere: tuple[Link, ...]

    @property
    def measures(self) -> frozenset[str]:
        """Every measure in the tree, and those outside it that are named beside it."""
        return self.root.measures | {link.measure for link in self.elsewhere}


def neighbours(store: Store, measure: str) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links from a measure to what moves it, and from it to what it moves."""
    links = store.fetch(query("links_between"), {"measure": measure}, Link)
    return (
        tuple(link for link in links if link.measure == measure),
        tuple(link for link in links if link.driver == measure),
    )


def tree_around(store: Store, measure: str, way: Sequence[str] = ()) -> Tree:
    """The tree that a measure stands in, each measure once.

    A measure that moves several stands where the reader's way leads, or else where it is a part,
    or else as deep as it goes; the framework's order decides between equals.

    Parameters
    ----------
    store
        The warehouse.
    measure
        An id that exists.
    way
        The ids through which the reader came, the topmost first. Where they do not lead to the
        measure, or there are none, the tree begins at the topmost measure above it: what it is a
        part of goes first, then the framework's order.
    """
    links = every_link(store)
    asked = (*way, measure)
    known = _leads(asked, links)
    came = asked if known and way else _climb(measure, links)
    root = came[0]
    inside = _inside(came, links)
    holding = _holding(root, inside, asked if known else ())
    return Tree(
        root=_node(root, None, inside, holding),
        way=_way(measure, holding),
        way_known=known,
        elsewhere=tuple(link for link in links if link.driver == measure and link not in inside),
    )


def every_link(store: Store) -> list[Link]:
    """All links between measures, in the framework's order."""
    return store.fetch(query("links_between"), {"measure": None}, Link)


def _leads(came: Sequence[str], links: Sequence[Link]) -> bool:
    return {(link.measure, link.driver) for link in links}.issuperset(_steps(came))


def _steps(came: Sequence[str]) -> Iterator[tuple[str, str]]:
    return pairwise(came)


def _climb(measure: str, links: Sequence[Link]) -> tuple[str, ...]:
    above: dict[str, str] = {}
    for link in sorted(
        filter(lambda one: one.climbs, links), key=lambda one: one.kind == "influence"
    ):
        above.setdefault(link.driver, link.measure)
    came = [measure]
    while came[0] in above and len(came) < DEPTH_SHOWN:
        came.insert(0, above[came[0]])
    return tuple(came)


def _inside(came: Sequence[str], links: Sequence[Link]) -> list[Link]:
    """The links below the top. A measure of a higher level than that has a tree of its own."""
    top = next((LEVELS.index(link.level_above) for link in links if link.measure == came[0]), 0)
    steps = set(_steps(came))
    followed = [
        link
        for link in links
        if LEVELS.index(link.level_above) >= top or (link.measure, link.driver) in steps
    ]
    reached = {came[0]}
    for _ in range(max(DEPTH_SHOWN, len(came)) - 1):
        reached |= {link.driver for link in followed if link.measure in reached}
    return [link for link in followed if {link.measure, link.driver} <= reached]


def _holding(root: str, inside: Sequence[Link], came: Sequence[str]) -> Mapping[str, Link]:
    """The link under which each measure stands, of all those that lead to it."""
    steps = set(_steps(came))
    deep = _depths(root, inside)
    held: dict[str, Link] = {}
    for link in sorted(
        inside,
        key=lambda one: (
            (one.measure, one.driver) not in steps, one.kind == "influence", -deep[one.measure]
        ),
    ):  # fmt: skip
        held.setdefault(link.driver, link)
    return held


def _depths(root: str, inside: Sequence[Link]) -> Mapping[str, int]:
    """How far below the top each measure stands, by the longest way."""
    deep = {root: 0}
    for _ in inside:
        further = {
            link.driver: deep[link.measure] + 1
            for link in inside
            if deep.get(link.measure, -1) >= deep.get(link.driver, 0)
        }
        if not further:
            break
        deep |= further
    return deep


def _node(
    measure: str, link: Link | None, inside: Sequence[Link], holding: Mapping[str, Link]
) -> Node:
    below = [one for one in inside if one.measure == measure and holding[one.driver] is one]
    below.sort(key=lambda one: one.kind == "influence")
    return Node(
        measure,
        link,
        children=tuple(_node(one.driver, one, inside, holding) for one in below),
        also=tuple(one for one in inside if one.driver == measure and one is not link),
    )


def _way(measure: str, holding: Mapping[str, Link]) -> tuple[str, ...]:
    way: list[str] = []
    while measure in holding:
        measure = holding[measure].measure
        way.insert(0, measure)
    return tuple(way)
