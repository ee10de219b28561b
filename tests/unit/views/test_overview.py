"""What needs attention, and what only seems to?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.outline import Outline
from perfcore.views.overview import Lengths, Overview, overview

JULY = date(2020, 7, 31)
AUGUST = date(2020, 8, 31)


@pytest.fixture(scope="module")
def now(store: Store, headings: Outline) -> Overview:
    return overview(store, headings, Filters())


def ids(rows: Iterable[Any]) -> list[str]:
    """The measures of results, or of what stands around them."""
    return [getattr(row, "result", row).measure for row in rows]


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
    assert ids(now.changes.turned_red) == ["recycling", "missed-bins"]
    assert ids(now.changes.newly_exceptional) == ["calls-answered"]
    assert now.changes.recovered == ()
    assert (now.turned["red"], now.turned["exceptional"]) == (2, 1)


def test_a_change_knows_what_it_was_before(now: Overview) -> None:
    recycling, missed = now.changes.turned_red
    assert (recycling.status_before, recycling.value_before) == ("green", 60)
    assert (missed.status_before, missed.value_before) == ("amber", 104)


@pytest.mark.parametrize(
    ("since", "more_red", "red", "exceptional"),
    [
        (None, 2, ["recycling", "missed-bins"], ["calls-answered"]),
        (AUGUST, 2, ["recycling", "missed-bins"], ["calls-answered"]),
        # no call had been counted by the end of July, so none of them can have turned
        (JULY, 2, ["recycling", "missed-bins"], []),
    ],
)
def test_compares_with_the_results_before_or_at_a_day(
    store: Store,
    headings: Outline,
    since: date | None,
    more_red: int,
    red: list[str],
    exceptional: list[str],
) -> None:
    view = overview(store, headings, Filters(), since)
    assert view.council.more_red == more_red
    assert ids(view.changes.turned_red) == red
    assert ids(view.changes.newly_exceptional) == exceptional
    assert view.turned["exceptional"] == len(exceptional)


def test_values_are_those_of_the_day_compared_with(store: Store, headings: Outline) -> None:
    recycling, missed = overview(store, headings, Filters(), JULY).changes.turned_red
    assert (recycling.value_before, missed.value_before) == (61, 90)


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (None, ["missed-bins"]),
        (AUGUST, ["missed-bins"]),  # changed on 30 September
        (date(2020, 9, 30), []),
    ],
)
def test_restated_figures_are_those_changed_since(
    store: Store, headings: Outline, since: date | None, expected: list[str]
) -> None:
    changes = overview(store, headings, Filters(), since).changes
    assert ids(changes.restated) == expected
    assert changes.figures_restated == len(expected)


def test_a_restatement_says_the_figure_and_status_then_and_now(now: Overview) -> None:
    (one,) = now.changes.restated
    assert (one.period, one.value_from, one.value_to) == ("2020-08", 98, 104)
    assert (one.status_from, one.status_to) == ("green", "amber")


def test_lists_no_more_exceptions_than_asked_for(store: Store, headings: Outline) -> None:
    short = overview(store, headings, Filters(), lengths=Lengths(exceptions=1))
    assert ids(short.exceptions) == ["missed-bins"]


def test_an_exception_comes_with_its_miss_note_and_comparison(now: Overview) -> None:
    recycling = next(one for one in now.exceptions if one.result.measure == "recycling")
    assert recycling.times == pytest.approx(5 / 3)
    assert recycling.beside.note == "<b>centres</b> closed"
    assert (recycling.beside.compared_period, recycling.beside.compared_value) == ("2020-08", 60)
    assert (recycling.beside.last_year_period, recycling.beside.last_year_value) == (
        "2019-09",
        None,
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(directorate="people"), 4),
        (Filters(portfolio="environment"), 2),
        (Filters(directorate="people", portfolio="environment"), 0),
        (Filters(forum="cabinet"), 2),
        (Filters(forum="audit"), 3),
        (Filters(forum="audit", directorate="people"), 1),
        (Filters(forum="audit", until=AUGUST), 1),
    ],
)
def test_filters_narrow_what_is_counted(
    store: Store, headings: Outline, filters: Filters, expected: int
) -> None:
    assert overview(store, headings, filters).council.total == expected


def test_the_list_of_exceptions_is_as_long_as_the_count(store: Store, headings: Outline) -> None:
    for filters in (Filters(), Filters(forum="cabinet"), Filters(directorate="people")):
        view = overview(store, headings, filters)
        assert len(view.exceptions) == view.council.red


def test_an_earlier_month_shows_what_had_ended_by_then(store: Store, headings: Outline) -> None:
    then = overview(store, headings, Filters(until=AUGUST))
    assert then.exceptions == ()
    assert then.council.by_status["amber"] == 2


def test_how_long_is_known_for_an_earlier_month_too(store: Store, headings: Outline) -> None:
    until = Filters(until=date(2020, 9, 30))
    then = {one.result.measure: one.result for one in overview(store, headings, until).exceptions}
    assert then["recycling"].since_periods == 1


def test_an_earlier_month_is_compared_with_one_before_it(store: Store, headings: Outline) -> None:
    view = overview(store, headings, Filters(until=AUGUST), JULY)
    assert ids(view.changes.turned_red) == []
    assert view.council.more_red == 0


def test_a_blank_is_listed_whatever_the_reason(now: Overview) -> None:
    assert ids(now.blank) == ["appeals"]
    assert len(now.blank) == now.council.by_status["no_data"]


def test_freshness_is_of_the_measures_counted(now: Overview) -> None:
    fresh = now.freshness
    assert fresh.up_to_date + fresh.not_due + fresh.overdue == now.council.total
    # the quarter to September has ended, and homes built are reported sixty days later
    assert fresh.awaited == 1
    assert ids(fresh.longest_overdue) == ["appeals", "reserves"]


def test_the_next_returns_stand_by_date_with_their_officers(now: Overview) -> None:
    returns = now.next_due.returns
    assert [one.due_on for one in returns] == sorted(one.due_on for one in returns)
    homes = next(one for one in returns if one.measure == "homes-built")
    assert (homes.period, homes.due_on, homes.owner) == (
        "2020/21 Q2", date(2020, 11, 29), "Head of Homes",
    )  # fmt: skip
    assert sum(month.returns for month in now.next_due.months) == now.council.total


def test_trends_are_the_points_up_to_the_month_chosen(now: Overview) -> None:
    assert now.trends["recycling"].values == (61.0, 60.0, 55.0)
    assert now.trends["recycling"].targets == (60.0, 60.0, 60.0)
