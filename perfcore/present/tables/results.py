"""Which columns does a result have when it is taken away?"""

from __future__ import annotations

from typing import Final

from perfcore.present import wording
from perfcore.present.blank import why_blank
from perfcore.present.take_away import Cell
from perfcore.views.results import Result

COLUMNS: Final = (
    "Measure id", "Measure", "Level", "Directorate", "Service", "Period", "Value", "Unit",
    "Target", "Target from", "Target to", "Status", "Direction", "Periods at this status",
    "Reported on", "Why blank", "Overdue period", "Days overdue", "Next due",
    "Accountable officer",
)  # fmt: skip
_MARKERS: Final = {"suppressed": "[c]", "not_applicable": "[z]", "not_available": "[x]"}


def cells(row: Result) -> tuple[Cell, ...]:
    """The cells of a result, in the order of :data:`COLUMNS`."""
    return (
        row.measure,
        row.name,
        row.level,
        row.directorate_name,
        row.service_name,
        row.period,
        value(row),
        row.unit,
        row.target,
        row.target_low,
        row.target_high,
        wording.STATUS_WORDS[row.status],
        wording.DIRECTION_WORDS[row.direction],
        row.since_periods or None,
        row.reported_on,
        why_blank(row),
        row.late_period,
        row.late_days or None,
        row.next_due,
        row.owner,
    )


def value(row: Result) -> Cell:
    """The value, or the marker that stands for why there is none."""
    return _MARKERS.get(row.marker) if row.value is None else row.value
