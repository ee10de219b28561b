"""What of the overview can be taken away?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from perfcore.present import wording
from perfcore.present.tables import results
from perfcore.present.take_away import Cell, Table
from perfcore.views.changes import Change, Changes
from perfcore.views.counts import RATED, UNRATED, StatusCounts
from perfcore.views.exceptions import OffTarget
from perfcore.views.overview import Overview

TITLES: Final = (
    "Counts by status", "What changed", "Off target", "Overdue", "Due next", "Exceeding",
    "Without a figure",
)  # fmt: skip
_BESIDE: Final = (
    "Missed by, in tolerances", "Compared with period", "Compared with value",
    "Period a year before", "Value a year before", "Explanation sent",
)  # fmt: skip
_CHANGED: Final = (
    "Change", "Measure id", "Measure", "Period", "Value before", "Value now", "Unit",
    "Status before", "Status now", "Changed on",
)  # fmt: skip


def tables(view: Overview) -> list[Table]:
    """The tables of :data:`TITLES`, as long as the view's lists are."""
    fresh = view.freshness.longest_overdue
    due = tuple((r.measure, r.name, r.period, r.due_on, r.owner) for r in view.next_due.returns)
    made = (
        _counts(view),
        (_CHANGED, (*_turned(view.changes), *_restated(view.changes))),
        ((*results.COLUMNS, *_BESIDE), tuple(map(_off_target, view.exceptions))),
        (results.COLUMNS, tuple(map(results.cells, fresh))),
        (("Measure id", "Measure", "Period", "Due on", "Accountable officer"), due),
        (results.COLUMNS, tuple(map(results.cells, view.celebrated))),
        (
            (*results.COLUMNS, "Explanation sent"),
            tuple((*results.cells(one.result), one.note) for one in view.blank),
        ),
    )
    return [Table(title, *table) for title, table in zip(TITLES, made, strict=True)]


def _counts(view: Overview) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    statuses = (*RATED, *UNRATED)
    before = "the results before" if view.changes.since is None else view.changes.since.isoformat()
    words = [wording.STATUS_WORDS[code] for code in statuses]

    def row(kind: str, name: str, counts: StatusCounts) -> tuple[Cell, ...]:
        numbers = [counts.by_status[code] for code in statuses]
        return (kind, name, *numbers, counts.total, counts.more_red)

    groups = [("Directorate", one) for one in view.directorates]
    groups += [("Quadrant", one) for one in view.quadrants]
    rows = [row(kind, one.group.name, one.counts) for kind, one in groups]
    rows.append(row("Council", "Council", view.council))
    return ("Group", "Name", *words, "All", f"More off target than at {before}"), tuple(rows)


def _turned(changes: Changes) -> Iterator[tuple[Cell, ...]]:
    yield from _of_a_kind("Turned red", changes.turned_red)
    yield from _of_a_kind("Back on target", changes.recovered)
    yield from _of_a_kind("Newly exceeding", changes.newly_exceptional)


def _of_a_kind(kind: str, changes: Sequence[Change]) -> Iterator[tuple[Cell, ...]]:
    for one in changes:
        row = one.result
        was, now = wording.STATUS_WORDS[one.status_before], wording.STATUS_WORDS[row.status]
        start = (kind, row.measure, row.name, row.period)
        yield (*start, one.value_before, results.value(row), row.unit, was, now, row.reported_on)


def _restated(changes: Changes) -> Iterator[tuple[Cell, ...]]:
    for one in changes.restated:
        was = wording.STATUS_WORDS.get(one.status_from, "")
        now = wording.STATUS_WORDS.get(one.status_to, "")
        start = ("Restated", one.measure, one.name, one.period)
        yield (*start, one.value_from, one.value_to, one.unit, was, now, one.reported_to)


def _off_target(one: OffTarget) -> tuple[Cell, ...]:
    times = None if one.times is None else Decimal(f"{one.times:.2f}")
    beside = one.beside
    return (
        *results.cells(one.result),
        times,
        beside.compared_period,
        beside.compared_value,
        beside.last_year_period,
        beside.last_year_value,
        beside.note,
    )
