"""Which periods does each measure have, and on which day was each reported?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from make.model import Model, ModelError
from perfcore.errors import PeriodError
from perfcore.framework.model import Measure
from perfcore.periods import Calendar, Frequency, Period

FIRST_DAY = date(2018, 4, 1)
FIRST_WEEK = date(2020, 3, 16)
LOCKDOWN = date(2020, 4, 1)
_SPELLINGS: tuple[Frequency, ...] = (
    "month", "quarter", "year", "academic_year", "calendar_year", "week", "day",
)  # fmt: skip
_SOON = 31
_YEARLY = ("year", "academic_year", "calendar_year")


def day_of(key: str, frequency: Frequency, calendar: Calendar) -> date:
    """The first day of the period a model file names, of the measure's frequency or another.

    Raises
    ------
    ModelError
        If the key names no period.
    """
    for spelling in (frequency, *_SPELLINGS):
        try:
            return calendar.parse(key, spelling).start
        except PeriodError:
            continue
    raise ModelError(f"{key!r} is not a period")


def periods_of(
    measure: Measure, model: Model, calendar: Calendar, as_at: date
) -> tuple[Period, ...]:
    """The periods that had been reported on by that day, oldest first.

    Parameters
    ----------
    measure, model
        The measure and how it is made.
    as_at
        The last day on which a figure could arrive.
    """
    first = _first_day(measure, model, calendar)
    period, found = calendar.containing(first, measure.frequency), []
    stop = _stop(measure, model, calendar)
    while period.end < as_at and (stop is None or period.start < stop):
        if reported_on(period, measure, model) <= as_at:
            found.append(period)
        period = calendar.shift(period, 1)
    gone = {day_of(key, measure.frequency, calendar) for key in model.missing}
    return tuple(period for period in found if period.start not in gone)


def reported_on(period: Period, measure: Measure, model: Model) -> date:
    """The day on which a period's figure arrived; weekends move back to Friday."""
    if period.key in model.late:
        return period.overdue_on(measure.due_after) + timedelta(days=model.late[period.key])
    arrived = period.end + timedelta(days=_lag(measure, model))
    back = max(0, arrived.weekday() - 4)
    return max(period.end + timedelta(days=1), arrived - timedelta(days=back))


def arrivals(
    periods: Sequence[Period],
    measure: Measure,
    model: Model,
    sources: Iterable[tuple[Sequence[Period], Sequence[date]]],
) -> tuple[date, ...]:
    """The day on which each period's figures arrived: no sooner than those they are made from.

    Parameters
    ----------
    sources
        The periods and arrivals of the measures that this one is made from.
    """
    known = [pair for found in sources for pair in zip(*found, strict=True)]
    return tuple(
        max(
            [reported_on(period, measure, model)]
            + [day for part, day in known if period.start <= part.start and part.end <= period.end]
        )
        for period in periods
    )


def _lag(measure: Measure, model: Model) -> int:
    if model.lag is not None:
        return model.lag
    steps = hashlib.sha256(measure.service.encode()).digest()[0]
    if measure.frequency == "week":
        return 2
    if measure.frequency == "month" and measure.due_after <= _SOON:
        return min(5 + steps % 7, measure.due_after)
    if measure.frequency == "quarter":
        return max(5, round(measure.due_after * 0.8) - steps % 5)
    return max(5, round(measure.due_after * 0.9) - steps % 9)


def _first_day(measure: Measure, model: Model, calendar: Calendar) -> date:
    if model.starts:
        return day_of(model.starts, measure.frequency, calendar)
    if measure.frequency == "week":
        return FIRST_WEEK
    if measure.frequency in _YEARLY:
        keys = [*model.level, *model.pin]
        days = [day_of(key, measure.frequency, calendar) for key in keys]
        return min([*days, date(FIRST_DAY.year, 9, 1)])
    return FIRST_DAY


def _stop(measure: Measure, model: Model, calendar: Calendar) -> date | None:
    if model.ends:
        last = day_of(model.ends, measure.frequency, calendar)
        return last + timedelta(days=1)
    return measure.retired.starts if measure.retired else None
