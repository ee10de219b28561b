"""Is a report's date one that cannot be taken for another year's?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from perfcore.present.cells import reported


@dataclass(frozen=True)
class Row:
    ends: date | None
    reported_on: date | None
    frequency: str = "month"
    period: str = ""
    starts: date | None = None


@pytest.mark.parametrize(
    ("ends", "day", "expected"),
    [
        (date(2020, 9, 30), date(2020, 10, 9), "reported 9 Oct"),
        (date(2018, 12, 31), date(2019, 10, 17), "reported 17 Oct 2019"),
        (date(2020, 3, 31), date(2020, 8, 13), "reported 13 Aug"),
        (None, date(2020, 8, 13), "reported 13 Aug 2020"),
        (date(2020, 9, 30), None, ""),
    ],
)
def test_the_year_is_said_where_the_period_ends_in_another(
    ends: date | None, day: date | None, expected: str
) -> None:
    assert reported(Row(ends, day)) == expected
