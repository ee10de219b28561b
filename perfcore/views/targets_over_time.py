"""Which targets has a measure had, and since when?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class TargetSpan:
    """A target for as long as it was in force.

    Attributes
    ----------
    kind, form
        Whose target it is, and how it is stated: ``value``, ``range``, ``profile`` and so on.
    decides
        Whether the status is judged by it.
    first_period, last_period
        The first and the last period it has applied to so far, with the days they start on.
    first_value, last_value
        The target in those periods; of a range its lower bound. They differ where it moves.
    high
        The upper bound of a range.
    """

    kind: str
    form: str
    since: str
    why: str
    decides: bool
    tolerance: str
    exceptional: str
    first_starts: date
    last_starts: date
    first_period: str
    last_period: str
    first_value: Decimal | None
    last_value: Decimal | None
    high: Decimal | None


def targets_over_time(store: Store, measure: str, until: date | None) -> tuple[TargetSpan, ...]:
    """The targets of a measure up to a day (the day of the build if None), the latest first."""
    parameters = {"measure": measure, "until": until}
    return tuple(store.fetch(query("targets_over_time"), parameters, TargetSpan))
