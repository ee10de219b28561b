"""What is known about a measure off target?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.queries import query
from perfcore.views.results import Result

EXCEPTIONS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a result.

    Attributes
    ----------
    note
        What the service sent with the figure; empty if nothing.
    test
        What decided the direction (method 4): ``newcombe``, ``poisson``, ``noise`` or ``none``.
    compared_value, compared_period, compared_starts
        What the direction compares the result with; None and empty where there is nothing.
    last_year_value, last_year_period, last_year_starts
        The same period a year before.
    """

    measure: str
    note: str
    test: str
    compared_value: Decimal | None
    compared_period: str
    compared_starts: date | None
    last_year_value: Decimal | None
    last_year_period: str
    last_year_starts: date | None


@dataclass(frozen=True, slots=True)
class OffTarget:
    """A measure off target.

    Attributes
    ----------
    times
        By how many times its tolerance the target was missed, more than 1; None where it has no
        tolerance.
    """

    result: Result
    times: float | None
    beside: Beside


def beside(store: Store, results: Sequence[Result]) -> Mapping[str, Beside]:
    """What stands beside each result that has a period, by measure."""
    dated = [row for row in results if row.period]
    lists = {
        "measures": [row.measure for row in dated],
        "periods": [row.period for row in dated],
    }
    found = store.fetch(query("beside"), lists, Beside) if dated else []
    return {row.measure: row for row in found}
