"""Which rows of the observation log stand behind a figure?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class RowUsed:
    """One vintage of a figure, and the file, sheet and row it came from."""

    reported_on: date
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    marker: str
    note: str
    file: str
    sheet: str
    row: int


def rows_used(store: Store, measure: str, period: str) -> tuple[RowUsed, ...]:
    """Every vintage of a headline figure, the oldest first.

    The one in force is the last that had been reported by the as-at day. A figure combined from
    members or parts has no row of its own.

    Parameters
    ----------
    store
        The warehouse.
    measure
        The measure's id.
    period
        The period's key.
    """
    wanted = {"measure": measure, "period": period}
    return tuple(store.fetch(query("rows_used"), wanted, RowUsed))
