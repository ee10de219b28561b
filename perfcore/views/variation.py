"""Which measures are changing by more than chance, and which can meet their targets?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.results import fetch

SHOWN = 8
EVERY = 1_000_000
_AT_LENGTH = 100  # rows: a page stays under 300 kB
# Rows and columns of the matrix, what needs attention first.
KINDS = ("concern", "common_cause", "improvement", "neither")
ASSURANCES = ("fail", "hit_or_miss", "pass", "")


@dataclass(frozen=True, slots=True)
class Placed:
    """A measure in a cell of the matrix.

    Attributes
    ----------
    kind
        The row: ``concern``, ``common_cause``, ``improvement``, ``neither``, or ``not_tested``.
    cell
        The column: the assurance; of a measure not tested the reason.
    number
        How many measures the cell has in all.
    """

    measure: str
    name: str
    level: str
    status: str
    variation: str
    assurance: str
    refusal: str
    kind: str
    cell: str
    number: int


@dataclass(frozen=True, slots=True)
class Variation:
    """The matrix of variation by assurance; the weekly report's measures are left out.

    Attributes
    ----------
    cells
        The first measures of each cell by its row and column, strategic first, then off target.
    untested
        The same of those not tested, by reason, the most frequent first.
    """

    cells: Mapping[tuple[str, str], tuple[Placed, ...]]
    untested: Mapping[str, tuple[Placed, ...]]

    def count(self, kind: str) -> int:
        """How many measures a row has."""
        return sum(cell[0].number for (row, _), cell in self.cells.items() if row == kind)

    @property
    def tested(self) -> int:
        """How many measures have a control chart with limits."""
        return sum(cell[0].number for cell in self.cells.values())

    @property
    def not_tested(self) -> int:
        """How many measures have none."""
        return sum(cell[0].number for cell in self.untested.values())

    @property
    def cannot_meet(self) -> int:
        """How many processes cannot meet their targets."""
        return sum(cell[0].number for (_, column), cell in self.cells.items() if column == "fail")


def variation(
    store: Store,
    filters: Filters,
    level: str = "",
    most: int = SHOWN,
    whole: tuple[str, str] | None = None,
) -> Variation:
    """The matrix of variation by assurance.

    Parameters
    ----------
    store
        The warehouse.
    filters
        What the reader asks about.
    level
        ``strategic``, ``service`` or ``operational``; empty for all.
    most
        How many measures of each cell to name, 1 or more.
    whole
        The row and column of a cell to list at length; None for none.
    """
    kind, cell = whole or ("", "")
    limits = {"most": most, "at_length": max(most, _AT_LENGTH)}
    parameters = {"level": level, "whole_kind": kind, "whole_cell": cell, **limits}
    rows = fetch(store, "variation", filters, Placed, parameters)
    cells: dict[tuple[str, str], list[Placed]] = {}
    untested: dict[str, list[Placed]] = {}
    for row in rows:
        if row.kind == "not_tested":
            untested.setdefault(row.cell, []).append(row)
        else:
            cells.setdefault((row.kind, row.cell), []).append(row)
    frequent = sorted(untested.items(), key=lambda one: -one[1][0].number)
    return Variation(
        cells={key: tuple(found) for key, found in cells.items()},
        untested={reason: tuple(found) for reason, found in frequent},
    )
