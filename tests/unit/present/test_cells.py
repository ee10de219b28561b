"""Is a report's date one that cannot be taken for another year's?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from perfcore.present.cells import reported


@dataclass(frozen=True)
class Row:
    frequency: str
    ends: date | None
    reported_on: date | None
    period: str = ""
    starts: date | None = None


@pytest.mark.parametrize(
    ("frequency", "ends", "day", "expected"),
    [
        ("month", date(2020, 9, 30), date(2020, 10, 9), "reported 9 Oct"),
        ("month", date(2019, 12, 31), date(2020, 1, 9), "reported 9 Jan 2020"),
        ("calendar_year", date(2018, 12, 31), date(2019, 10, 17), "reported 17 Oct 2019"),
        ("year", date(2020, 3, 31), date(2020, 8, 13), "reported 13 Aug 2020"),
        ("academic_year", date(2020, 8, 31), date(2020, 9, 1), "reported 1 Sep 2020"),
        ("month", None, date(2020, 8, 13), "reported 13 Aug 2020"),
        ("month", date(2020, 9, 30), None, ""),
    ],
)
def test_the_year_is_said_unless_the_period_says_it(
    frequency: str, ends: date | None, day: date | None, expected: str
) -> None:
    assert reported(Row(frequency, ends, day)) == expected
