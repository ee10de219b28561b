"""How were the value, target, status and direction of one period reached?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of one measure in one period and what the measure is.

    Attributes
    ----------
    scale
        What numerator over denominator is multiplied by.
    parts
        How much of the period was reported, such as ``2 of 3 months``; empty where complete.
    first_status
        The status as first reported, before any restatement.
    """

    measure: str
    name: str
    unit: str
    decimals: int
    good: str
    shape: str
    combine: str
    scale: int
    period: str
    starts: date
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
    reported_on: date | None
    age_days: int | None
    marker: str | None
    complete: bool | None
    parts: str | None
    first_status: str | None


@dataclass(frozen=True, slots=True)
class TargetInForce:
    """A target as it stood in the period, with its boundaries.

    Attributes
    ----------
    decides
        Whether status is judged by this one.
    since
        The period from which it applies, as the framework writes it.
    """

    kind: str
    form: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    tolerance: str | None
    exceptional: str | None
    since: str | None
    why: str | None
    decides: bool


@dataclass(frozen=True, slots=True)
class RowUsed:
    """A row of the observation log for the period; the latest by the as-at date is the one used."""

    reported_on: date
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    marker: str | None
    note: str | None
    file: str
    sheet: str | None
    row: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that led to a verdict. ``rows`` run from the oldest vintage to the newest."""

    verdict: Verdict
    targets: tuple[TargetInForce, ...]
    rows: tuple[RowUsed, ...]


def explanation(store: Store, measure: str, period: str | None = None) -> Explanation | None:
    """How a verdict was reached.

    Parameters
    ----------
    store
        The warehouse.
    measure
        The measure's id.
    period
        A period's key; by default the latest with a result.

    Returns
    -------
    Explanation or None
        None if the measure has no such period.
    """
    wanted = {"measure": measure, "period": period}
    sql = query("explained_verdict").format(rows="latest" if period is None else "status")
    found = store.fetch(sql, wanted, Verdict)
    if not found:
        return None
    verdict = found[0]
    exactly = {"measure": measure, "period": verdict.period}
    return Explanation(
        verdict=verdict,
        targets=tuple(store.fetch(query("explained_targets"), exactly, TargetInForce)),
        rows=tuple(store.fetch(query("explained_rows"), exactly, RowUsed)),
    )
