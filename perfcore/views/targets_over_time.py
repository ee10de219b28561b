"""Which targets has a measure had, and since when?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class TargetInForce:
    """A target as it stood in one period.

    Attributes
    ----------
    past
        Whether the period is no later than what is reported on, and the measure was not retired.
    """

    kind: str
    form: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    green_low: Decimal | None
    green_high: Decimal | None
    amber_low: Decimal | None
    amber_high: Decimal | None
    exceptional_low: Decimal | None
    exceptional_high: Decimal | None
    tolerance: str
    exceptional: str
    since: str
    why: str
    decides: bool
    period: str
    starts: date
    past: bool


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


def targets_of(store: Store, measure: str, until: date | None) -> tuple[TargetInForce, ...]:
    """Every target of a measure in every period, the oldest first, in each the one that decides.

    Parameters
    ----------
    store
        The warehouse.
    measure
        Its id.
    until
        The last day reported on; the day of the build if None.
    """
    parameters = {"measure": measure, "until": until}
    return tuple(store.fetch(query("targets_of"), parameters, TargetInForce))


def spans(targets: Iterable[TargetInForce]) -> tuple[TargetSpan, ...]:
    """The targets of :func:`targets_of` up to the last day reported on, the latest first."""
    same: dict[tuple[object, ...], list[TargetInForce]] = {}
    for one in targets:
        if one.past:
            said = (one.kind, one.form, one.since, one.why, one.decides)
            same.setdefault((*said, one.tolerance, one.exceptional), []).append(one)
    found = sorted((_span(rows) for rows in same.values()), key=lambda span: span.kind)
    return tuple(sorted(found, key=lambda span: span.first_starts, reverse=True))


def _span(rows: Sequence[TargetInForce]) -> TargetSpan:
    first, last = rows[0], rows[-1]
    values = _known(_first(row.value, row.low, row.green_low, row.green_high) for row in rows)
    highs = _known(
        _first(row.high, None if row.green_low is None else row.green_high) for row in rows
    )
    return TargetSpan(
        kind=first.kind,
        form=first.form,
        since=first.since,
        why=first.why,
        decides=first.decides,
        tolerance=first.tolerance,
        exceptional=first.exceptional,
        first_starts=first.starts,
        last_starts=last.starts,
        first_period=first.period,
        last_period=last.period,
        first_value=values[0] if values else None,
        last_value=values[-1] if values else None,
        high=highs[-1] if highs else None,
    )


def _first(*values: Decimal | None) -> Decimal | None:
    return next((value for value in values if value is not None), None)


def _known(values: Iterable[Decimal | None]) -> list[Decimal]:
    return [value for value in values if value is not None]
