"""What is the status of each measure?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One row of the table ``status``, with what is needed to write it down.

    Attributes
    ----------
    measure, breakdown, member, period
        What and when; ``breakdown`` and ``member`` are empty for the whole council.
    value, target
        Published value and target in ``unit``; None where there is none.
    numerator, denominator
        What the value was divided from, if it was.
    status, sentence
        The verdict (method 3) and the sentence that explains it.
    direction, method, reason
        The direction of travel (method 4), how it was found and why.
    short_difference, long_difference
        Against the previous period; against the mean of the previous four or last year.
    variation, assurance
        The icons of method 5, None where there is no control chart.
    reported_on, age_days
        When the figure was reported, and the days since its period ended.
    """

    measure: str
    breakdown: str
    member: str
    period: str
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    target: Decimal | None
    status: str
    sentence: str
    direction: str | None
    method: str | None
    reason: str | None
    short_difference: Decimal | None
    long_difference: Decimal | None
    variation: str | None
    assurance: str | None
    reported_on: date | None
    age_days: int | None
    name: str
    unit: str
    decimals: int


@dataclass(frozen=True, slots=True)
class Selection:
    """Which statuses are wanted; None and False place no condition."""

    breakdown: str = ""
    period: str | None = None
    measure: str | None = None
    level: str | None = None
    directorate: str | None = None
    all_periods: bool = False


def statuses(store: Store, selection: Selection) -> list[StatusRow]:
    """The latest status of each measure selected, or that of the period named, or all.

    Parameters
    ----------
    store
        The warehouse.
    selection
        What is wanted.

    Returns
    -------
    list of StatusRow
        In the framework's order, then by member and period.
    """
    latest_only = selection.period is None and not selection.all_periods
    sql = query("statuses").format(rows="latest" if latest_only else "status")
    parameters = {
        "breakdown": selection.breakdown,
        "period": selection.period,
        "measure": selection.measure,
        "level": selection.level,
        "directorate": selection.directorate,
    }
    return store.fetch(sql, parameters, StatusRow)
