"""How many measures have each status?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

RATED = ("red", "amber", "green", "exceptional")
UNRATED = ("monitor", "no_data")


@dataclass(frozen=True, slots=True)
class StatusCounts:
    """Measures by status.

    Attributes
    ----------
    by_status
        Counts keyed by :data:`RATED` and :data:`UNRATED`; a result that is withheld, not
        available or not due counts as ``no_data``.
    were_red
        How many were off target at the result before.
    """

    by_status: Mapping[str, int]
    were_red: int = 0

    @property
    def total(self) -> int:
        """All measures."""
        return sum(self.by_status.values())

    @property
    def rated(self) -> int:
        """Measures with a coloured status; uncoloured ones count in no percentage (method 3)."""
        return sum(self.by_status[status] for status in RATED)

    @property
    def red(self) -> int:
        """Measures off target."""
        return self.by_status["red"]

    @property
    def more_red(self) -> int:
        """Off target now less off target at the result before."""
        return self.red - self.were_red


def shown_as(status: str) -> str:
    """The status a result is counted under."""
    return status if status in RATED or status == "monitor" else "no_data"


def counted(numbers: Iterable[tuple[str, int]], were_red: int = 0) -> StatusCounts:
    """Counts from pairs of a status code and a number of measures."""
    totals = dict.fromkeys((*RATED, *UNRATED), 0)
    for status, number in numbers:
        totals[shown_as(status)] += number
    return StatusCounts(MappingProxyType(totals), were_red)


def count_statuses(statuses: Iterable[str]) -> StatusCounts:
    """Counts of one measure each."""
    return counted((status, 1) for status in statuses)
