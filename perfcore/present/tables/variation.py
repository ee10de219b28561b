"""What of the matrix of variation and assurance can be taken away?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from perfcore.present import wording
from perfcore.present.take_away import Cell, Table
from perfcore.present.variation.words import NOT_TESTED
from perfcore.views.variation import Variation

TITLES: Final = ("Variation and assurance",)
_COLUMNS: Final = (
    "Measure", "Measure id", "Level", "Status", "Variation", "Assurance", "Not tested because",
)  # fmt: skip


def tables(view: Variation) -> tuple[Table]:
    """Every measure with what its control chart says, or why there is none."""
    return (Table(TITLES[0], _COLUMNS, tuple(_rows(view))),)


def _rows(view: Variation) -> Iterator[tuple[Cell, ...]]:
    for one in chain(*view.cells.values(), *view.untested.values()):
        yield (
            one.name,
            one.measure,
            one.level,
            wording.STATUS_WORDS.get(one.status, one.status),
            one.variation.replace("_", " "),
            one.assurance.replace("_", " "),
            "" if one.variation else NOT_TESTED[one.refusal],
        )
