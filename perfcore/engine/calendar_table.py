"""Which periods are there, in which order, and what comes a year before each?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import duckdb

from perfcore.engine.rows import as_json
from perfcore.engine.steps import run
from perfcore.periods import Calendar, Frequency, Period

_MONTHS_LONG = {"month": 1, "quarter": 3, "year": 12, "academic_year": 12, "calendar_year": 12}


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A period as a row of the table ``calendar_period``.

    Attributes
    ----------
    ordinal
        A whole number; the next period of the frequency has the next one.
    last_year
        Ordinal of the same period a year earlier.
    year_starts
        First day of the financial year in which the period starts.
    """

    frequency: Frequency
    ordinal: int
    period: str
    starts: date
    ends: date
    label: str
    last_year: int
    year_starts: date


def ordinal(period: Period) -> int:
    """The place of a period in the endless row of its frequency's periods."""
    if period.frequency == "day":
        return period.start.toordinal()
    if period.frequency == "week":
        return (period.start.toordinal() - 1) // 7
    return (period.start.year * 12 + period.start.month - 1) // _MONTHS_LONG[period.frequency]


def periods(calendar: Calendar, frequency: Frequency, first: date, last: date) -> list[Period]:
    """Every period of a frequency from the one in which ``first`` falls to that of ``last``."""
    found = [calendar.containing(first, frequency)]
    while found[-1].end < last:
        found.append(calendar.containing(found[-1].end + timedelta(days=1), frequency))
    return found


def write(
    connection: duckdb.DuckDBPyConnection,
    calendar: Calendar,
    spans: dict[Frequency, tuple[date, date]],
) -> None:
    """Write the table ``calendar_period``.

    Parameters
    ----------
    spans
        For each frequency in use the first and last day to cover.
    """
    run(connection, "01_calendar", rows=as_json(_rows(calendar, spans)))


def _rows(calendar: Calendar, spans: dict[Frequency, tuple[date, date]]) -> Iterator[CalendarRow]:
    for frequency, (first, last) in spans.items():
        for period in periods(calendar, frequency, first, last):
            yield CalendarRow(
                frequency=frequency,
                ordinal=ordinal(period),
                period=period.key,
                starts=period.start,
                ends=period.end,
                label=calendar.label(period),
                last_year=ordinal(calendar.same_last_year(period)),
                year_starts=calendar.containing(period.start, "year").start,
            )
