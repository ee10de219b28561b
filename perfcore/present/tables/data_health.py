"""Which tables of the state of the data can be taken away?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from perfcore.present import wording
from perfcore.present.cells import said
from perfcore.present.take_away import Cell, Table
from perfcore.views.data_health import DataHealth, Rejection
from perfcore.views.freshness import Freshness

TITLES: Final = (
    "Freshness by directorate", "Overdue and missing", "Rows not used", "Contradictions",
    "Restated figures", "Framework problems", "Notes from reading", "Files",
)  # fmt: skip
_REFUSED: Final = ("File", "Sheet", "Row", "Reason", "What it said")
Rows = Iterator[tuple[Cell, ...]]


def tables(view: DataHealth) -> tuple[Table, ...]:
    """Every list of the page, in its order."""
    columns_and_rows: tuple[tuple[tuple[str, ...], Rows], ...] = (
        (
            ("Directorate", "Up to date", "Not due yet", "Overdue", "Never supplied",
             "Newest figure reported"),
            _directorates(view),
        ),
        (
            ("Measure", "Measure id", "Directorate", "Period missing", "Days late", "Last figure",
             "Accountable officer"),
            _overdue(view.freshness),
        ),
        (_REFUSED, _refused(view.rejections)),
        (_REFUSED, _refused(view.contradictions)),
        (
            ("Measure", "Measure id", "Period", "From", "To", "Reported first", "Changed", "How",
             "Status then", "Status now"),
            _restated(view),
        ),
        (("File", "Line", "Kind", "Measure", "Key", "What"), _problems(view)),
        (("File", "Sheet", "Row", "What"), _notes(view)),
        (("File", "Kind", "Rows read", "Used", "Not used", "Problem"), _files(view)),
    )  # fmt: skip
    return tuple(
        Table(title, columns, tuple(rows))
        for title, (columns, rows) in zip(TITLES, columns_and_rows, strict=True)
    )


def _directorates(view: DataHealth) -> Rows:
    for one in view.directorates:
        yield (
            one.name, one.up_to_date, one.not_due, one.overdue, one.never_supplied,
            one.last_reported,
        )  # fmt: skip


def _overdue(fresh: Freshness) -> Rows:
    for row in fresh.longest_overdue:
        last = row.period if row.value is not None or row.marker else ""
        yield (
            row.name, row.measure, row.directorate_name, row.late_period, row.late_days, last,
            row.owner,
        )  # fmt: skip


def _refused(rows: Iterable[Rejection]) -> Rows:
    return ((row.file, row.sheet, row.row, row.reason, said(row.raw)) for row in rows)


def _restated(view: DataHealth) -> Rows:
    for row in view.restated:
        how = "running total fell" if row.kind == "cumulative_fall" else "reported again"
        yield (
            row.name, row.measure, row.period, row.value_from, row.value_to, row.reported_from,
            row.reported_to, how, *map(_status, (row.status_from, row.status_to)),
        )  # fmt: skip


def _status(code: str) -> str:
    return wording.STATUS_WORDS.get(code, code)


def _problems(view: DataHealth) -> Rows:
    for row in view.problems:
        yield (row.path, row.line, row.severity, row.measure, row.key, row.text)


def _notes(view: DataHealth) -> Rows:
    return ((row.file, row.sheet, row.row, row.text) for row in view.warnings)


def _files(view: DataHealth) -> Rows:
    for row in view.files:
        yield (row.file, row.kind, row.read, row.accepted, row.rejected, row.problem)
