"""Which tables does a drill-down give away: its tree, and its breakdown?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from perfcore.present import wording
from perfcore.present.member_rows import ranks_of, share_of
from perfcore.present.take_away import Cell, Table
from perfcore.views.drill_down import DrillDown
from perfcore.views.split import Member, Split
from perfcore.views.tree import Node

_MARKERS: Final = {
    "suppressed": "[c]",
    "not_available": "[x]",
    "not_applicable": "[z]",
    "low": "[low]",
}
_TREE: Final = "What drives it"
_KINDS: Final = {
    "part": "adds up to it",
    "factor": "is multiplied into it",
    "influence": "influences it",
}
_SHARE_PLACES: Final = Decimal("0.0001")


def titles(view: DrillDown) -> list[str]:
    """The titles of the tables, in their order."""
    return [_TREE, *([f"By {view.split.breakdown.name.lower()}"] if view.split else [])]


def tables(view: DrillDown) -> list[Table]:
    """The tables of a drill-down, in the order of :func:`titles`."""
    names = titles(view)
    found = [Table(names[0], _TREE_COLUMNS, tuple(_tree_rows(view, view.tree.root)))]
    if view.split:
        rows = tuple(_split_rows(view, view.split))
        found.append(Table(names[1], _split_columns(view, view.split), rows))
    return found


_TREE_COLUMNS: Final = (
    "Measure", "Level", "Under", "How", "Periods until felt", "Rank correlation", "Pairs",
    "Also influences", "Period", "Value",
    "Unit", "Target", "Target from", "Target to", "Status", "Direction", "Reported",
)  # fmt: skip


def _tree_rows(view: DrillDown, node: Node) -> Iterator[tuple[Cell, ...]]:
    row, link = view.results[node.measure], node.link
    yield (
        row.name,
        row.level,
        view.results[link.measure].name if link else None,
        _KINDS[link.kind] if link else None,
        link.lag if link and link.lag else None,
        round(Decimal(repr(link.rho)), 3) if link and link.rho is not None else None,
        link.n if link and link.rho is not None else None,
        "; ".join(view.results[other.measure].name for other in node.also) or None,
        wording.period(row.frequency, row.period, row.starts) or None,
        _figure(row.value, row.marker),
        row.unit,
        row.target,
        row.target_low,
        row.target_high,
        wording.STATUS_WORDS.get(row.status, row.status),
        wording.DIRECTION_WORDS.get(row.direction, row.direction),
        row.reported_on,
    )
    for child in node.children:
        yield from _tree_rows(view, child)


def _split_columns(view: DrillDown, split: Split) -> tuple[str, ...]:
    own, facts = view.measure, split.facts
    before = wording.period(own.frequency, facts.before_period, facts.before_starts)
    year = wording.period(own.frequency, facts.year_period, facts.year_starts)
    return (
        split.breakdown.name, "Rank", wording.period(own.frequency, own.period, own.starts),
        f"Previous period, {before}", f"Last year, {year}", "Unit", "Numerator", "Out of",
        "Share of whole", "Council's target", "Status", "Direction", "Incomplete", "Within",
    )  # fmt: skip


def _split_rows(view: DrillDown, split: Split) -> Iterator[tuple[Cell, ...]]:
    ranks = ranks_of(split)
    for member in split.members:
        share = share_of(member, split)
        yield _split_row(view, member, member.member, ranks.get(member.member), share)
    yield _split_row(view, split.council, "Council", None, None)


def _split_row(
    view: DrillDown, member: Member, name: str, rank: str | None, share: Decimal | None
) -> tuple[Cell, ...]:
    own, split = view.measure, view.split
    place = split.hexagons.get(name) if split else None
    return (
        name,
        rank,
        _figure(member.value, member.marker),
        member.value_before,
        member.value_last_year,
        own.unit,
        member.numerator,
        member.denominator,
        None if share is None else share.quantize(_SHARE_PLACES),
        own.target if split and split.facts.judged else None,
        wording.STATUS_WORDS.get(member.status, member.status),
        wording.DIRECTION_WORDS.get(member.direction, member.direction),
        member.parts or None,
        place.parent if place else None,
    )


def _figure(value: Decimal | None, marker: str) -> Decimal | str | None:
    return value if value is not None else _MARKERS.get(marker)
