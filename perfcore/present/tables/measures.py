"""Which table can be taken away from the catalogue?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from perfcore.present import wording
from perfcore.present.tables.measure import value_or_marker
from perfcore.present.take_away import Cell, Table
from perfcore.views.results import Result

TITLE: Final = "Measures"
_COLUMNS: Final = (
    "measure", "name", "level", "service", "directorate", "owner", "period", "starts", "ends",
    "value", "unit", "target", "target low", "target high", "status", "direction", "reported on",
    "late period", "days late", "next due", "retired from", "tags",
)  # fmt: skip


def table(results: Iterable[Result]) -> Table:
    """Each measure with its latest result, one row each."""
    return Table(TITLE, _COLUMNS, tuple(_row(row) for row in results))


def _row(row: Result) -> tuple[Cell, ...]:
    return (
        row.measure, row.name, row.level, row.service_name, row.directorate_name, row.owner,
        row.period, row.starts, row.ends, value_or_marker(row.value, row.marker, row.decimals),
        row.unit, row.target, row.target_low, row.target_high,
        wording.STATUS_WORDS.get(row.status, row.status),
        wording.DIRECTION_WORDS.get(row.direction, "") if row.direction else "", row.reported_on,
        row.late_period, row.late_days, row.next_due, row.retired_from, ", ".join(row.tags),
    )  # fmt: skip
