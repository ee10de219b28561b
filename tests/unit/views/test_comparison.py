"""Is a measure beside the right areas, in the right period?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from perfcore.store import Store
from perfcore.views.comparison import NOT_COMPARED, Beside, comparison
from tests.compared_council import compared_council


@dataclass(frozen=True)
class _Counted:
    n: int
    valued: int


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = compared_council(tmp_path_factory.mktemp("compared")).open()
    yield opened
    opened.close()


def chosen(council: Store, measure: str, *asked: str, until: date | None = None) -> Beside:
    shown = comparison(council, measure, *asked, until=until).chosen
    assert shown is not None
    return shown


def test_the_first_set_is_shown_unless_another_is_asked_for(council: Store) -> None:
    found = comparison(council, "plans")
    assert [one.compared_with.comparator for one in found.every] == ["england", "neighbours"]
    assert chosen(council, "plans").compared_with.comparator == "neighbours"
    assert chosen(council, "plans", "england").compared_with.comparator == "england"
    assert chosen(council, "plans", "nobody").compared_with.comparator == "neighbours"
    assert chosen(council, "unknown").compared_with.comparator == "england"


def test_the_newest_period_of_both_is_compared(council: Store) -> None:
    row = chosen(council, "plans").compared
    assert row is not None
    assert (row.period, row.figures, row.withheld, row.without_service) == ("2020-08", 5, 1, 1)


def test_an_earlier_month_is_compared_as_it_was(council: Store) -> None:
    row = chosen(council, "plans", until=date(2020, 7, 31)).compared
    assert row is not None
    assert (row.period, row.rank) == ("2020-06", 2)
    assert chosen(council, "plans", until=date(2020, 4, 30)).compared is None


def test_areas_come_from_low_to_high_and_those_without_a_figure_last(council: Store) -> None:
    areas = comparison(council, "plans").areas
    assert [(area.name, area.value, area.marker) for area in areas] == [
        ("Midshire", 58, ""),
        ("Northshire", 60, ""),
        ("Southshire", 62, ""),
        ("Eastshire", 66, ""),
        ("Westshire <new>", 71.5, ""),
        ("E8", None, "not_supplied"),
        ("Highshire", None, "not_applicable"),
        ("Lowshire", None, "suppressed"),
    ]


def test_a_measure_that_names_nobody_is_compared_with_nobody(council: Store) -> None:
    assert comparison(council, "alone") == NOT_COMPARED


def test_the_table_for_others_holds_the_areas_of_each_comparison(council: Store) -> None:
    (areas,) = council.fetch(
        "select count(*) as n, count(value) as valued from comparison_area "
        "where measure = 'plans' and comparator = 'neighbours' and period = '2020-08'",
        {},
        _Counted,
    )
    assert (areas.n, areas.valued) == (8, 5)


@pytest.mark.parametrize(
    ("measure", "why"),
    [
        ("few", "too_few"),
        ("kept", "own_withheld"),
        ("early", "before_set"),
        ("missed", "no_own"),
        ("hidden", "area_withheld"),
    ],
)
def test_what_cannot_be_compared_says_why(council: Store, measure: str, why: str) -> None:
    beside = chosen(council, measure)
    assert beside.compared is None
    assert beside.refused is not None
    assert beside.refused.refusal == why
    assert comparison(council, measure).areas == ()
