"""How well has a measure been supplied?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low
from typing import Protocol


class Supplied(Protocol):
    """A period with what was reported for it, if anything was."""

    @property
    def ends(self) -> date: ...  # noqa: D102
    @property
    def status(self) -> str: ...  # noqa: D102
    @property
    def marker(self) -> str: ...  # noqa: D102
    @property
    def qualifier(self) -> str: ...  # noqa: D102
    @property
    def reported_on(self) -> date | None: ...  # noqa: D102
    @property
    def restated(self) -> bool: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts of a measure's periods.

    Attributes
    ----------
    expected
        Periods that a figure is due for, or was given for.
    supplied
        Those of them with a value or a marker.
    overdue
        Those of them without.
    withheld, unavailable, not_applicable
        With a marker in place of a value.
    provisional
        With a value that may still change.
    restated
        Changed after they were first published.
    days_after
        From the end of a period to its report, in the middle of those not restated; None where
        nothing has been reported.
    """

    expected: int
    supplied: int
    overdue: int
    withheld: int
    unavailable: int
    not_applicable: int
    provisional: int
    restated: int
    days_after: int | None


def quality(history: Sequence[Supplied]) -> Quality:
    """Count the periods of a history by what was reported for them."""
    supplied = [row for row in history if row.status not in ("no_data", "not_due")]
    overdue = sum(row.status == "no_data" for row in history)
    days = [
        (row.reported_on - row.ends).days
        for row in supplied
        if row.reported_on is not None and not row.restated
    ]
    return Quality(
        expected=len(supplied) + overdue,
        supplied=len(supplied),
        overdue=overdue,
        withheld=sum(row.status == "suppressed" for row in supplied),
        unavailable=sum(
            row.status == "not_available" and row.marker != "not_applicable" for row in supplied
        ),
        not_applicable=sum(row.marker == "not_applicable" for row in supplied),
        provisional=sum(row.qualifier in ("provisional", "estimated") for row in supplied),
        restated=sum(row.restated for row in supplied),
        days_after=median_low(days) if days else None,
    )
