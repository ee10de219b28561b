"""What is the newest figure of each measure, for checking the framework against?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.framework.rules.data import LatestValue
from perfcore.store import Store


@dataclass(frozen=True, slots=True)
class _Newest:
    measure: str
    value: Decimal | None
    starts: date
    overdue: bool


_SQL = """
    select measure, value, starts, late_days > 0 as overdue
    from latest_headline
    where period <> ''
"""


def latest_values(store: Store) -> dict[str, LatestValue]:
    """The newest headline value of each measure that has any, by id."""
    return {
        row.measure: LatestValue(row.value, None if row.value is None else row.starts, row.overdue)
        for row in store.fetch(_SQL, {}, _Newest)
    }
