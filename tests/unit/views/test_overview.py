"""What needs attention, and what only seems to?"""

from __future__ import annotations

from datetime import date

import pytest

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.outline import Outline
from perfcore.views.overview import Overview, overview

AUGUST = date(2020, 8, 31)


@pytest.fixture(scope="module")
def now(store: Store, headings: Outline) -> Overview:
    return overview(store, headings, Filters())


def ids(rows: tuple[object, ...]) -> list[str]:
    return [row.measure for row in rows]  # type: ignore[attr-defined]


def test_counts_strategic_and_service_measures_alone(now: Overview) -> None:
    assert dict(now.council.by_status) == {
        "red": 2, "amber": 0, "green": 2, "exceptional": 1, "monitor": 0, "no_data": 1,
    }  # fmt: skip


def test_measures_without_a_result_are_not_rated(now: Overview) -> None:
    assert (now.council.rated, now.council.total) == (5, 6)


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ("directorates", {"place": 2, "people": 0}),
        ("quadrants", {"operational": 2, "customer": 0}),
    ],
)
def test_each_group_knows_how_many_are_off_target(
    now: Overview, groups: str, expected: dict[str, int]
) -> None:
    found = {one.group.id: one.counts.red for one in getattr(now, groups)}
    assert found == expected


def test_says_what_turned_since_each_measures_own_last_result(now: Overview) -> None:
    assert ids(now.turned_red) == ["recycling", "missed-bins"]
    assert ids(now.newly_exceptional) == ["calls-answered"]
    assert now.recovered == ()
    assert (now.turned["red"], now.turned["exceptional"]) == (2, 1)


def test_compares_the_off_target_with_the_results_before(now: Overview) -> None:
    assert now.council.more_red == 2


def test_lists_no_more_exceptions_than_asked_for(store: Store, headings: Outline) -> None:
    assert ids(overview(store, headings, Filters(), limit=1).exceptions) == ["recycling"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(directorate="people"), 4),
        (Filters(portfolio="environment"), 2),
        (Filters(directorate="people", portfolio="environment"), 0),
    ],
)
def test_filters_narrow_what_is_counted(
    store: Store, headings: Outline, filters: Filters, expected: int
) -> None:
    assert overview(store, headings, filters).council.total == expected


def test_an_earlier_month_shows_what_had_ended_by_then(store: Store, headings: Outline) -> None:
    then = overview(store, headings, Filters(until=AUGUST))
    assert then.exceptions == ()
    assert then.council.by_status["amber"] == 2


def test_trends_are_the_points_up_to_the_month_chosen(now: Overview) -> None:
    assert now.trends["recycling"].values == (61.0, 60.0, 55.0)
    assert now.trends["recycling"].targets == (60.0, 60.0, 60.0)
