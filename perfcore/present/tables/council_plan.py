"""Which tables of the council plan can be taken away?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from perfcore.present import wording
from perfcore.present.tables.cells import figure
from perfcore.present.take_away import Cell, Table
from perfcore.views.council_plan import CouncilPlan
from perfcore.views.recovery import Recovery
from perfcore.views.results import Result

TITLES: Final = ("Council Plan measures", "Budget monitoring")
_COLUMNS: Final = (
    "Measure", "Measure id", "Reported", "Period", "Period ends", "Value", "Unit", "Target",
    "Target from", "Target to", "Status", "Direction", "Reported on", "Next due",
    "Corrective action", "Accountable officer", "Path to green", "Note",
)  # fmt: skip
_NOTHING: Final = Recovery()


def tables(view: CouncilPlan) -> tuple[Table, Table]:
    """The measures under each priority, and the budget.

    A measure under two priorities has a row for each; its id says that it is the same.
    """
    plan = [
        (section.entry.name, *cells)
        for section in view.sections
        for cells in _rows(view, section.results)
    ]
    return (
        Table(TITLES[0], ("Priority", *_COLUMNS), tuple(plan)),
        Table(TITLES[1], _COLUMNS, tuple(_rows(view, view.budget))),
    )


def _rows(view: CouncilPlan, results: Iterable[Result]) -> Iterator[tuple[Cell, ...]]:
    for row in results:
        told = view.recoveries.get(row.measure, _NOTHING)
        yield (
            row.name,
            row.measure,
            wording.FREQUENCY_WORDS[row.frequency],
            row.period,
            row.ends,
            figure(row.value, row.marker),
            row.unit,
            row.target,
            row.target_low,
            row.target_high,
            wording.STATUS_WORDS.get(row.status, row.status),
            wording.DIRECTION_WORDS.get(row.direction, row.direction),
            row.reported_on,
            row.next_due,
            told.action,
            row.owner,
            told.path,
            view.notes.get(row.measure, ""),
        )
