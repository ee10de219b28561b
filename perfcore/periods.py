"""Which stretch of time does a period name, when is it due, and what is it called?

Periods follow method.md 1. A :class:`Calendar` knows the month in which the council's
financial year starts; everything else about a period follows from its frequency and key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, get_args

from perfcore.errors import PeriodError

Frequency = Literal["day", "week", "month", "quarter", "year", "academic_year", "calendar_year"]
FREQUENCIES: Final[tuple[Frequency, ...]] = get_args(Frequency)
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
YEARS: Final = range(1900, 2200)
PERIODS_A_YEAR: Final[dict[Frequency, int]] = {
    "day": 365, "week": 52, "month": 12, "quarter": 4,
    "year": 1, "academic_year": 1, "calendar_year": 1,
}  # fmt: skip

_MONTH_NUMBER: Final = {
    spelling: number
    for number, name in enumerate(MONTHS, start=1)
    for spelling in (name.lower(), name[:3].lower(), "sept" if name == "September" else "")
    if spelling
}
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})", re.IGNORECASE)
_WEEK_ENDING = re.compile(r"w/e (\d{1,2}) ([a-z]+) (\d{4})", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_MONTH_WORD = re.compile(r"([a-z]+)[ -](\d{4}|\d{2})", re.IGNORECASE)
_SPAN = r"(?:FY ?)?(\d{4})[/-](\d{4}|\d{2})"
_YEAR_SPAN = re.compile(_SPAN, re.IGNORECASE)
_QUARTER = re.compile(rf"{_SPAN} ?Q([1-4])", re.IGNORECASE)
_QUARTER_FIRST = re.compile(rf"Q([1-4]) {_SPAN}", re.IGNORECASE)
_YEAR = re.compile(r"(\d{4})")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One stretch of time with its key.

    Attributes
    ----------
    start, end
        First and last day, both inside the period.
    frequency
        One of :data:`FREQUENCIES`.
    key
        The key of method.md 1, for example ``2020-06`` or ``2020/21 Q1``.
    """

    start: date
    end: date
    frequency: Frequency
    key: str

    def overdue_on(self, due_after: int) -> date:
        """The first day on which a missing figure is overdue (method.md 1).

        Parameters
        ----------
        due_after
            Days after the last day of the period within which the figure is expected, 0 or more.
        """
        return self.end + timedelta(days=due_after + 1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The council's calendar.

    Attributes
    ----------
    year_starts
        Month in which the financial year starts, 1 to 12; April in England.
    """

    year_starts: int = 4

    def parse(self, text: str, frequency: Frequency) -> Period:
        """The period that a text names.

        Parameters
        ----------
        text
            A key, one of its usual spellings, or the ISO date of a period's first day.
        frequency
            How often the measure is taken.

        Raises
        ------
        PeriodError
            If the text is not a period of that frequency.

        Examples
        --------
        >>> Calendar().parse("Q1 2020-21", "quarter").key
        '2020/21 Q1'
        """
        clean = " ".join(text.split())
        first_day = self._first_day_of_date(clean, frequency)
        if first_day is None:
            first_day = self._first_day_of_key(clean, frequency)
        if first_day is None:
            raise PeriodError(
                f"{text!r} is not {_NOUN[frequency]}.",
                do=f"Write it like {_EXAMPLE[frequency]!r}.",
            )
        return self.containing(first_day, frequency)

    def containing(self, day: date, frequency: Frequency) -> Period:
        """The period of that frequency in which a day falls."""
        start = self._start(day, frequency)
        following = self._following_start(start, frequency)
        return Period(start, following - timedelta(days=1), frequency, self._key(start, frequency))

    def shift(self, period: Period, steps: int) -> Period:
        """The period so many steps later (earlier if negative)."""
        match period.frequency:
            case "day":
                return self.containing(period.start + timedelta(days=steps), "day")
            case "week":
                return self.containing(period.start + timedelta(weeks=steps), "week")
            case frequency:
                moved = _add_months(period.start, steps * _MONTHS_LONG[frequency])
                return self.containing(moved, frequency)

    def same_last_year(self, period: Period) -> Period:
        """The same period a year earlier.

        Weeks keep their ISO number; week 53 is compared with week 52 when the year before has
        no week 53.
        """
        match period.frequency:
            case "day":
                day = period.start
                leap = (day.month, day.day) == (2, 29)
                return self.containing(
                    day.replace(year=day.year - 1, day=28 if leap else day.day), "day"
                )
            case "week":
                year, week, _ = period.start.isocalendar()
                last = date(year - 1, 12, 28).isocalendar().week
                return self.containing(date.fromisocalendar(year - 1, min(week, last), 1), "week")
            case frequency:
                return self.shift(period, -PERIODS_A_YEAR[frequency])

    def label(self, period: Period) -> str:
        """What a reader sees: ``Jun 2020``, ``Q1 2020/21 (Apr to Jun)``, ``w/e 7 Jun 2020``."""
        start, end = period.start, period.end
        match period.frequency:
            case "day":
                return f"{start.day} {MONTHS[start.month - 1][:3]} {start.year}"
            case "week":
                return f"w/e {end.day} {MONTHS[end.month - 1][:3]} {end.year}"
            case "month":
                return f"{MONTHS[start.month - 1][:3]} {start.year}"
            case "quarter":
                year, quarter = period.key.split()
                months = f"{MONTHS[start.month - 1][:3]} to {MONTHS[end.month - 1][:3]}"
                return f"{quarter} {year} ({months})"
            case "academic_year":
                return f"{period.key} academic year"
            case _:
                return period.key

    def _first_day_of_date(self, text: str, frequency: Frequency) -> date | None:
        if not (found := _ISO_DATE.fullmatch(text)):
            return None
        day = _date(int(found[1]), int(found[2]), int(found[3]), text)
        if self._start(day, frequency) != day:
            raise PeriodError(
                f"{text!r} is not the first day of {_NOUN[frequency]}.",
                do=f"Write the period like {_EXAMPLE[frequency]!r}, or give its first day.",
            )
        return day

    def _first_day_of_key(self, text: str, frequency: Frequency) -> date | None:
        match frequency:
            case "week":
                return _first_day_of_week(text)
            case "month":
                return _first_day_of_month(text)
            case "quarter":
                return self._first_day_of_quarter(text)
            case "year":
                year = _span_year(_YEAR_SPAN.fullmatch(text))
                return None if year is None else _date(year, self.year_starts, 1, text)
            case "academic_year":
                year = _span_year(_YEAR_SPAN.fullmatch(text))
                return None if year is None else _date(year, 9, 1, text)
            case "calendar_year":
                found = _YEAR.fullmatch(text)
                return _date(int(found[1]), 1, 1, text) if found else None
            case _:
                return None

    def _first_day_of_quarter(self, text: str) -> date | None:
        if found := _QUARTER.fullmatch(text):
            year, number = _consecutive(found[1], found[2]), int(found[3])
        elif found := _QUARTER_FIRST.fullmatch(text):
            year, number = _consecutive(found[2], found[3]), int(found[1])
        else:
            return None
        if year is None:
            return None
        return _add_months(_date(year, self.year_starts, 1, text), 3 * (number - 1))

    def _start(self, day: date, frequency: Frequency) -> date:
        match frequency:
            case "day":
                return day
            case "week":
                return day - timedelta(days=day.weekday())
            case "month":
                return day.replace(day=1)
            case "quarter":
                return _add_months(day.replace(day=1), -((day.month - self.year_starts) % 3))
            case "year":
                return _latest_first_of(self.year_starts, day)
            case "academic_year":
                return _latest_first_of(9, day)
            case _:
                return date(day.year, 1, 1)

    @staticmethod
    def _following_start(start: date, frequency: Frequency) -> date:
        if frequency in ("day", "week"):
            return start + timedelta(days=1 if frequency == "day" else 7)
        return _add_months(start, _MONTHS_LONG[frequency])

    def _key(self, start: date, frequency: Frequency) -> str:
        match frequency:
            case "day":
                return start.isoformat()
            case "week":
                year, week, _ = start.isocalendar()
                return f"{year}-W{week:02d}"
            case "month":
                return f"{start:%Y-%m}"
            case "quarter":
                year = _latest_first_of(self.year_starts, start).year
                number = (start.month - self.year_starts) % 12 // 3 + 1
                return f"{_span(year)} Q{number}"
            case "calendar_year":
                return f"{start.year}"
            case _:
                return _span(start.year)


_NOUN: Final[dict[Frequency, str]] = {
    "day": "a day", "week": "a week", "month": "a month", "quarter": "a quarter",
    "year": "a financial year", "academic_year": "an academic year",
    "calendar_year": "a calendar year",
}  # fmt: skip
_EXAMPLE: Final[dict[Frequency, str]] = {
    "day": "2020-06-01", "week": "2020-W23", "month": "2020-06", "quarter": "2020/21 Q1",
    "year": "2019/20", "academic_year": "2019/20", "calendar_year": "2019",
}  # fmt: skip
_MONTHS_LONG: Final[dict[Frequency, int]] = {
    "month": 1, "quarter": 3, "year": 12, "academic_year": 12, "calendar_year": 12,
}  # fmt: skip


def _span(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02d}"


def _date(year: int, month: int, day: int, text: str) -> date:
    _require_known(year, text)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise PeriodError(f"{text!r} is not a date that exists.") from error


def _require_known(year: int, text: str) -> None:
    """Refuse sentinels such as 9999-12-31, whose next period no calendar holds."""
    if year not in YEARS:
        raise PeriodError(f"{text!r} is outside the years {YEARS.start} to {YEARS.stop - 1}.")


def _add_months(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)


def _latest_first_of(month: int, day: date) -> date:
    return date(day.year if day.month >= month else day.year - 1, month, 1)


def _consecutive(first: str, second: str) -> int | None:
    year = int(first)
    following = year + 1 if len(second) == 4 else (year + 1) % 100
    return year if int(second) == following else None


def _span_year(found: re.Match[str] | None) -> int | None:
    return None if found is None else _consecutive(found[1], found[2])


def _first_day_of_week(text: str) -> date | None:
    if found := _WEEK.fullmatch(text):
        _require_known(int(found[1]), text)
        try:
            return date.fromisocalendar(int(found[1]), int(found[2]), 1)
        except ValueError as error:
            raise PeriodError(f"{text!r} is not a week that exists.") from error
    if found := _WEEK_ENDING.fullmatch(text):
        month = _MONTH_NUMBER.get(found[2].lower())
        if month is None:
            return None
        last = _date(int(found[3]), month, int(found[1]), text)
        if last.weekday() != 6:
            raise PeriodError(f"{text!r} does not end on a Sunday.")
        return last - timedelta(days=6)
    return None


def _first_day_of_month(text: str) -> date | None:
    if found := _MONTH.fullmatch(text):
        return _date(int(found[1]), int(found[2]), 1, text)
    if found := _MONTH_WORD.fullmatch(text):
        month = _MONTH_NUMBER.get(found[1].lower())
        if month is None:
            return None
        year = int(found[2]) + (2000 if len(found[2]) == 2 else 0)
        return _date(year, month, 1, text)
    return None
