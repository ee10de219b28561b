"""Can a councillor read how far a target was missed, and what the result is compared with?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from perfcore.present.missed import compared, missed_by, year_before
from perfcore.store import Store
from perfcore.views.exceptions import Beside
from perfcore.views.filters import Filters
from perfcore.views.results import Result, pick

BESIDE = Beside(
    measure="recycling", note="", test="newcombe",
    compared_value=Decimal("60.0"), compared_period="2020-08", compared_starts=date(2020, 8, 1),
    last_year_value=Decimal("62.5"), last_year_period="2019-09", last_year_starts=date(2019, 9, 1),
)  # fmt: skip


@pytest.fixture
def row(store: Store) -> Result:
    return pick(store, Filters(), ["recycling"])["recycling"]


@pytest.mark.parametrize(
    ("times", "said"),
    [
        (None, "no tolerance"),
        (1.04, "1.0 × tolerance"),
        (5.15, "5.2 × tolerance"),
        (22.5, "23 × tolerance"),
    ],
)
def test_a_miss_is_said_in_tolerances(times: float | None, said: str) -> None:
    assert missed_by(times) == said


@pytest.mark.parametrize(
    ("test", "direction", "verdict"),
    [
        ("newcombe", "worsening", "more than chance"),
        ("newcombe", "no_clear_change", "could be chance"),
        ("poisson", "improving", "more than chance"),
        ("poisson", "no_clear_change", "could be chance"),
        ("noise", "rising", "big enough to count"),
        ("noise", "no_clear_change", "too small to count"),
        ("none", "no_clear_change", "no change"),
    ],
)
def test_a_direction_says_what_it_is_compared_with(
    row: Result, test: str, direction: str, verdict: str
) -> None:
    said = compared(replace(row, direction=direction), replace(BESIDE, test=test))
    assert said == f"Was 60.0% in Aug 2020: {verdict}"


def test_a_range_moves_to_or_from_it(row: Result) -> None:
    ranged = replace(row, good="range", direction="no_clear_change")
    assert compared(ranged, BESIDE).endswith(": no clear move to or from the range")


def test_without_an_earlier_figure_it_says_so(row: Result) -> None:
    bare = replace(BESIDE, compared_value=None, compared_period="")
    assert compared(row, bare) == "No earlier figure to compare with"


@pytest.mark.parametrize(
    ("beside", "said"),
    [
        (BESIDE, "62.5% a year before"),
        (replace(BESIDE, last_year_value=None), "No figure a year before"),
        (replace(BESIDE, last_year_value=None, last_year_period=""), "No figure a year before"),
        (replace(BESIDE, compared_period="2019-09"), ""),  # said by the direction already
    ],
)
def test_last_year_is_said_once(row: Result, beside: Beside, said: str) -> None:
    assert year_before(row, beside) == said
