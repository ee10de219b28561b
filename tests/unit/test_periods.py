"""Every spelling of a period, and every stretch of time it stands for (method 1)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfcore.errors import PeriodError
from perfcore.periods import FREQUENCIES, PERIODS_A_YEAR, Calendar, Frequency, Period

APRIL = Calendar()

SPELLINGS: list[tuple[Frequency, str, str, str, str]] = [
    # frequency, text, key, first day, last day
    ("day", "2020-06-01", "2020-06-01", "2020-06-01", "2020-06-01"),
    ("day", "2020-02-29", "2020-02-29", "2020-02-29", "2020-02-29"),
    ("day", "2020-06-01 00:00:00", "2020-06-01", "2020-06-01", "2020-06-01"),
    ("week", "2020-W23", "2020-W23", "2020-06-01", "2020-06-07"),
    ("week", "2020-w23", "2020-W23", "2020-06-01", "2020-06-07"),
    ("week", "2020W23", "2020-W23", "2020-06-01", "2020-06-07"),
    ("week", "2020-W3", "2020-W03", "2020-01-13", "2020-01-19"),
    ("week", "2020-06-01", "2020-W23", "2020-06-01", "2020-06-07"),
    ("week", "w/e 7 Jun 2020", "2020-W23", "2020-06-01", "2020-06-07"),
    ("week", "W/E 07 June 2020", "2020-W23", "2020-06-01", "2020-06-07"),
    ("week", "2020-W53", "2020-W53", "2020-12-28", "2021-01-03"),
    ("week", "w/e 3 Jan 2021", "2020-W53", "2020-12-28", "2021-01-03"),
    ("week", "2018-12-31", "2019-W01", "2018-12-31", "2019-01-06"),
    ("month", "2020-06", "2020-06", "2020-06-01", "2020-06-30"),
    ("month", "2020-02", "2020-02", "2020-02-01", "2020-02-29"),
    ("month", "2019-02", "2019-02", "2019-02-01", "2019-02-28"),
    ("month", "2011-12", "2011-12", "2011-12-01", "2011-12-31"),
    ("month", "2020-06-01", "2020-06", "2020-06-01", "2020-06-30"),
    ("month", "2020-06-01T00:00:00.000", "2020-06", "2020-06-01", "2020-06-30"),
    ("month", "Jun 2020", "2020-06", "2020-06-01", "2020-06-30"),
    ("month", "june 2020", "2020-06", "2020-06-01", "2020-06-30"),
    ("month", "Jun-20", "2020-06", "2020-06-01", "2020-06-30"),
    ("month", "Sept 2020", "2020-09", "2020-09-01", "2020-09-30"),
    ("month", "  Jun\u00a02020 ", "2020-06", "2020-06-01", "2020-06-30"),
    ("quarter", "2020/21 Q1", "2020/21 Q1", "2020-04-01", "2020-06-30"),
    ("quarter", "2020/21Q4", "2020/21 Q4", "2021-01-01", "2021-03-31"),
    ("quarter", "2020-21 Q2", "2020/21 Q2", "2020-07-01", "2020-09-30"),
    ("quarter", "2020/2021 q3", "2020/21 Q3", "2020-10-01", "2020-12-31"),
    ("quarter", "Q1 2020/21", "2020/21 Q1", "2020-04-01", "2020-06-30"),
    ("quarter", "Q1 2020-21", "2020/21 Q1", "2020-04-01", "2020-06-30"),
    ("quarter", "FY2020/21 Q1", "2020/21 Q1", "2020-04-01", "2020-06-30"),
    ("quarter", "2021-01-01", "2020/21 Q4", "2021-01-01", "2021-03-31"),
    ("year", "2019/20", "2019/20", "2019-04-01", "2020-03-31"),
    ("year", "2019-20", "2019/20", "2019-04-01", "2020-03-31"),
    ("year", "2019/2020", "2019/20", "2019-04-01", "2020-03-31"),
    ("year", "FY2019/20", "2019/20", "2019-04-01", "2020-03-31"),
    ("year", "fy 2019-20", "2019/20", "2019-04-01", "2020-03-31"),
    ("year", "1999/00", "1999/00", "1999-04-01", "2000-03-31"),
    ("year", "2011-12", "2011/12", "2011-04-01", "2012-03-31"),
    ("year", "2019-04-01", "2019/20", "2019-04-01", "2020-03-31"),
    ("academic_year", "2019/20", "2019/20", "2019-09-01", "2020-08-31"),
    ("academic_year", "2019-2020", "2019/20", "2019-09-01", "2020-08-31"),
    ("academic_year", "2019-09-01", "2019/20", "2019-09-01", "2020-08-31"),
    ("calendar_year", "2019", "2019", "2019-01-01", "2019-12-31"),
    ("calendar_year", "2019-01-01", "2019", "2019-01-01", "2019-12-31"),
]

NOT_PERIODS: list[tuple[Frequency, str]] = [
    ("day", ""),
    ("day", "2020-02-30"),
    ("day", "2020-06-01 13:00:00"),
    ("day", "01/06/2020"),
    ("day", "9999-12-31"),
    ("day", "0001-01-01"),
    ("week", "2019-W53"),
    ("week", "2020-W00"),
    ("week", "9999-W52"),
    ("week", "2020-06-07"),
    ("week", "w/e 6 Jun 2020"),
    ("week", "w/e 7 Juin 2020"),
    ("month", "2020-13"),
    ("month", "2020-00"),
    ("month", "2020-06-02"),
    ("month", "2020"),
    ("month", "Juin 2020"),
    ("month", "2020/21"),
    ("month", "9999-12"),
    ("quarter", "2020/21"),
    ("quarter", "2020/21 Q5"),
    ("quarter", "2020/22 Q1"),
    ("quarter", "Q1 2020/22"),
    ("quarter", "2020-05-01"),
    ("quarter", "9999/00 Q1"),
    ("year", "2019"),
    ("year", "2019/21"),
    ("year", "2019-12"),
    ("year", "2019-01-01"),
    ("year", "9999/00"),
    ("academic_year", "2019-04-01"),
    ("academic_year", "9999/00"),
    ("calendar_year", "2019/20"),
    ("calendar_year", "19"),
    ("calendar_year", "0000"),
    ("calendar_year", "9999"),
]


@pytest.mark.parametrize(("frequency", "text", "key", "start", "end"), SPELLINGS)
def test_a_spelling_names_its_period(
    frequency: Frequency, text: str, key: str, start: str, end: str
) -> None:
    period = APRIL.parse(text, frequency)

    assert period == Period(date.fromisoformat(start), date.fromisoformat(end), frequency, key)


@pytest.mark.parametrize(("frequency", "text"), NOT_PERIODS)
def test_anything_else_is_refused_with_the_text(frequency: Frequency, text: str) -> None:
    with pytest.raises(PeriodError) as refused:
        APRIL.parse(text, frequency)

    assert repr(text) in str(refused.value)


@pytest.mark.parametrize(
    ("text", "frequency", "words"),
    [
        ("summer", "quarter", r"not a quarter.*'2020/21 Q1'"),
        ("0", "academic_year", r"not an academic year.*'2019/20'"),
        ("2019-04-01", "academic_year", r"not the first day of an academic year"),
    ],
)
def test_a_refusal_says_how_to_write_it(text: str, frequency: Frequency, words: str) -> None:
    with pytest.raises(PeriodError, match=words):
        APRIL.parse(text, frequency)


@pytest.mark.parametrize(
    ("year_starts", "text", "frequency", "start", "end"),
    [
        (1, "2020/21", "year", "2020-01-01", "2020-12-31"),
        (1, "2020/21 Q4", "quarter", "2020-10-01", "2020-12-31"),
        (8, "2020/21", "year", "2020-08-01", "2021-07-31"),
        (8, "2020/21 Q2", "quarter", "2020-11-01", "2021-01-31"),
        (8, "2020/21 Q3", "quarter", "2021-02-01", "2021-04-30"),
        (8, "2019/20", "academic_year", "2019-09-01", "2020-08-31"),
        (12, "2020/21 Q1", "quarter", "2020-12-01", "2021-02-28"),
    ],
)
def test_the_financial_year_starts_when_the_framework_says(
    year_starts: int, text: str, frequency: Frequency, start: str, end: str
) -> None:
    period = Calendar(year_starts).parse(text, frequency)

    assert (period.start.isoformat(), period.end.isoformat(), period.key) == (start, end, text)


@pytest.mark.parametrize(
    ("frequency", "key", "label"),
    [
        ("day", "2020-06-01", "1 Jun 2020"),
        ("week", "2020-W23", "w/e 7 Jun 2020"),
        ("month", "2020-06", "Jun 2020"),
        ("quarter", "2020/21 Q1", "Q1 2020/21 (Apr to Jun)"),
        ("year", "2019/20", "2019/20"),
        ("academic_year", "2019/20", "2019/20 academic year"),
        ("calendar_year", "2019", "2019"),
    ],
)
def test_a_label_is_what_method_1_shows(frequency: Frequency, key: str, label: str) -> None:
    assert APRIL.label(APRIL.parse(key, frequency)) == label


@pytest.mark.parametrize(
    ("frequency", "key", "year_before"),
    [
        ("day", "2020-02-29", "2019-02-28"),
        ("day", "2021-03-01", "2020-03-01"),
        ("week", "2020-W23", "2019-W23"),
        ("week", "2020-W53", "2019-W52"),
        ("week", "2021-W52", "2020-W52"),
        ("month", "2020-06", "2019-06"),
        ("quarter", "2020/21 Q1", "2019/20 Q1"),
        ("year", "2000/01", "1999/00"),
        ("academic_year", "2019/20", "2018/19"),
        ("calendar_year", "2019", "2018"),
    ],
)
def test_the_same_period_last_year(frequency: Frequency, key: str, year_before: str) -> None:
    assert APRIL.same_last_year(APRIL.parse(key, frequency)).key == year_before


@pytest.mark.parametrize(
    ("due_after", "overdue"), [(0, "2020-07-01"), (1, "2020-07-02"), (20, "2020-07-21")]
)
def test_a_figure_is_overdue_the_day_after_its_days_are_over(due_after: int, overdue: str) -> None:
    assert APRIL.parse("2020-06", "month").overdue_on(due_after).isoformat() == overdue


days = st.dates(date(1905, 1, 1), date(2190, 12, 31))
frequencies = st.sampled_from(FREQUENCIES)
calendars = st.builds(Calendar, st.integers(1, 12))


@given(calendars, days, frequencies)
def test_a_period_contains_the_day_it_was_found_by(
    calendar: Calendar, day: date, frequency: Frequency
) -> None:
    period = calendar.containing(day, frequency)

    assert period.start <= day <= period.end
    assert calendar.containing(period.start, frequency) == period
    assert calendar.containing(period.end, frequency) == period


@given(calendars, days, frequencies)
def test_a_key_and_a_first_day_read_back_as_the_same_period(
    calendar: Calendar, day: date, frequency: Frequency
) -> None:
    period = calendar.containing(day, frequency)

    assert calendar.parse(period.key, frequency) == period
    assert calendar.parse(period.start.isoformat(), frequency) == period


@given(calendars, days, st.sampled_from(["week", "month"]))
def test_a_label_of_a_week_or_month_reads_back(
    calendar: Calendar, day: date, frequency: Frequency
) -> None:
    period = calendar.containing(day, frequency)

    assert calendar.parse(calendar.label(period), frequency) == period


@given(calendars, days, frequencies, st.integers(-8, 8))
def test_a_shift_is_undone_by_the_opposite_shift(
    calendar: Calendar, day: date, frequency: Frequency, steps: int
) -> None:
    period = calendar.containing(day, frequency)

    assert calendar.shift(calendar.shift(period, steps), -steps) == period


@given(calendars, days, frequencies)
def test_the_next_period_begins_the_day_after_this_one_ends(
    calendar: Calendar, day: date, frequency: Frequency
) -> None:
    period = calendar.containing(day, frequency)

    assert calendar.shift(period, 1).start == period.end + timedelta(days=1)


@given(calendars, days, st.sampled_from(["month", "quarter", "year", "academic_year"]))
def test_a_year_of_periods_back_is_the_same_period_last_year(
    calendar: Calendar, day: date, frequency: Frequency
) -> None:
    period = calendar.containing(day, frequency)

    back = calendar.shift(period, -PERIODS_A_YEAR[frequency])

    assert calendar.same_last_year(period) == back
    assert (back.start.year, back.start.month) == (period.start.year - 1, period.start.month)
