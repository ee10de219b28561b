"""Which period does a text name?"""

from __future__ import annotations

import pytest

from perfcore.errors import PeriodError
from perfcore.intake.period_text import read_period
from perfcore.periods import Calendar, Frequency

READINGS: list[tuple[str, Frequency, str, str, str]] = [
    ("2025 (prov)", "calendar_year", "2025", "provisional", ""),
    ("2025 (Prov.)", "calendar_year", "2025", "provisional", ""),
    ("2025 (p)", "calendar_year", "2025", "provisional", ""),
    ("2025 [p]", "calendar_year", "2025", "provisional", ""),
    ("2025 (Rev)", "calendar_year", "2025", "revised", ""),
    ("2025(r)", "calendar_year", "2025", "revised", ""),
    ("2019-20 (OT)", "year", "2019/20", "", "outturn"),
    ("2024-04-01/P1Y", "year", "2024/25", "", ""),
    ("2024-09-01/P12M", "academic_year", "2024/25", "", ""),
    ("2024-01-01T00:00:00/P1Y", "calendar_year", "2024", "", ""),
    ("2020-04-01/P3M", "quarter", "2020/21 Q1", "", ""),
    ("2020-06-01/P1M", "month", "2020-06", "", ""),
    ("2020-06-01/P1W", "week", "2020-W23", "", ""),
    ("2020-06-01/P7D", "week", "2020-W23", "", ""),
    ("2020-06-01/P1D", "day", "2020-06-01", "", ""),
]
REFUSED: list[tuple[str, Frequency]] = [
    ("2024-04-01/P1Y", "calendar_year"),
    ("2024-01-01/P3Y", "calendar_year"),
    ("2024-01-01/P", "calendar_year"),
    ("2024-02-01/P1Y", "year"),
    ("2019/20 (Apr to Sep)", "year"),
    ("2014-16", "year"),
    ("0", "year"),
    ("", "year"),
]


@pytest.mark.parametrize(("text", "frequency", "key", "qualifier", "note"), READINGS)
def test_a_published_spelling_is_read(
    text: str, frequency: Frequency, key: str, qualifier: str, note: str
) -> None:
    reading = read_period(Calendar(), text, frequency)
    assert (reading.period.key, reading.qualifier, reading.note) == (key, qualifier, note)


@pytest.mark.parametrize(("text", "frequency"), REFUSED)
def test_a_text_that_is_no_period_of_the_measure_is_refused(
    text: str, frequency: Frequency
) -> None:
    with pytest.raises(PeriodError):
        read_period(Calendar(), text, frequency)
