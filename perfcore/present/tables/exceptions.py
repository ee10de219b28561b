"""What of the list of exceptions can be taken away?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from perfcore.present import wording
from perfcore.present.exception_words import CAUSES, ENDED, heard
from perfcore.present.take_away import Cell, Table
from perfcore.views.episodes import Episode, Episodes

TITLES: Final = ("Open exceptions", "Closed exceptions")
_COLUMNS: Final = (
    "Measure", "Measure id", "Level", "Directorate", "Service", "Officer", "Cause", "Opened",
    "Periods", "Closed", "Ended", "Status now", "Last heard by", "Known from", "Explanation due",
)  # fmt: skip


def tables(view: Episodes) -> tuple[Table, Table]:
    """Every exception, those open and those closed."""
    return (
        Table(TITLES[0], _COLUMNS, tuple(_rows([*chain(*view.open.values())]))),
        Table(TITLES[1], _COLUMNS, tuple(_rows(view.closed))),
    )


def _rows(found: Sequence[Episode]) -> Iterator[tuple[Cell, ...]]:
    for one in found:
        yield (
            one.name,
            one.measure,
            one.level,
            one.directorate_name,
            one.service_name,
            one.owner,
            CAUSES[one.cause],
            one.opened,
            one.periods,
            one.closed,
            ENDED.get(one.ended, ""),
            wording.STATUS_WORDS.get(one.status, one.status),
            heard(one),
            one.known_on,
            one.explain_by,
        )
