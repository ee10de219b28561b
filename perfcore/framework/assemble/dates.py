"""On which day does a period named in the framework start?"""

from __future__ import annotations

from datetime import date
from typing import Final

from perfcore.errors import PeriodError
from perfcore.framework.grammar.collections import Entry
from perfcore.framework.grammar.kind import Place, Reading
from perfcore.periods import Calendar, Frequency, Period

_COARSER: Final[tuple[Frequency, ...]] = ("month", "quarter", "year", "calendar_year")


def named_period(text: str, calendar: Calendar, frequency: Frequency) -> Period:
    """The period that a ``from`` names.

    Parameters
    ----------
    text
        A period of the measure's own frequency; or a month, quarter, financial or calendar year
        that starts with one of the measure's periods. For daily and weekly measures any of these.
    calendar
        The council's calendar.
    frequency
        How often the measure is taken.

    Raises
    ------
    PeriodError
        If the text names no such period.
    """
    try:
        return calendar.parse(text, frequency)
    except PeriodError as own:
        found = [_parsed(text, calendar, coarser) for coarser in _COARSER]
        named = [period for period in found if period is not None]
        if len(named) > 1:
            raise PeriodError(
                f"{text!r} is the key of a {named[0].frequency} and of a {named[1].frequency}.",
                do=f"Write {calendar.containing(named[0].start, frequency).key!r} "
                f"or {calendar.containing(named[1].start, frequency).key!r}.",
            ) from own
        if named and (frequency == "week" or _begins_one(named[0], calendar, frequency)):
            return named[0]
        raise


def _begins_one(period: Period, calendar: Calendar, frequency: Frequency) -> bool:
    return calendar.containing(period.start, frequency).start == period.start


def day_of(
    entry: Entry, key: str, place: Place, reading: Reading, calendar: Calendar, frequency: Frequency
) -> date | None:
    """The first day of the period under a key; None, and a problem noted, if it is no period."""
    text = entry.get(key)
    if text is None:
        return None
    try:
        return named_period(text, calendar, frequency).start
    except PeriodError as error:
        reading.error(entry.line_of(key), place.inside(key), _remark(error))
        return None


def _remark(error: PeriodError) -> str:
    what = error.what.rstrip(".")
    remedy = error.do.rstrip(".")
    return f"{what}: {remedy[0].lower()}{remedy[1:]}" if remedy else what


def _parsed(text: str, calendar: Calendar, frequency: Frequency) -> Period | None:
    try:
        return calendar.parse(text, frequency)
    except PeriodError:
        return None
