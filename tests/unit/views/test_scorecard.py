"""Is the scorecard ordered, narrowed and compared as asked?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.forums import scorecard_forums
from perfcore.views.outline import Outline
from perfcore.views.scorecard import Order, Scorecard, scorecard
from perfcore.views.year_lines import YearPoint, year_lines

AUGUST = date(2020, 8, 31)


def listed(view: Scorecard, quadrant: int) -> list[str]:
    groups = view.quadrants[quadrant].groups
    return [row.measure for group in groups for row in group.results]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("attention", ["appeals", "reserves", "calls-answered"]),  # blank, on target, exceeding
        ("name", ["appeals", "calls-answered", "reserves"]),
        ("framework", ["calls-answered", "reserves", "appeals"]),
    ],
)
def test_measures_stand_in_the_order_asked_for(
    store: Store, headings: Outline, order: Order, expected: list[str]
) -> None:
    assert listed(scorecard(store, headings, Filters(), order), 1) == expected


def test_a_heading_stays_together_in_every_order(store: Store, headings: Outline) -> None:
    # missed bins have missed by more than recycling, and stand under a heading of their own
    assert listed(scorecard(store, headings, Filters(), "attention"), 0) == [
        "recycling",
        "missed-bins",
    ]


def test_a_short_list_keeps_what_comes_first_in_the_order(store: Store, headings: Outline) -> None:
    assert listed(scorecard(store, headings, Filters(), "attention", limit=1), 1) == ["appeals"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), {"cabinet": 1, "audit": 3}),
        (Filters(directorate="people"), {"cabinet": 0, "audit": 1}),
        (Filters(until=AUGUST), {"cabinet": 1, "audit": 1}),
    ],
)
def test_each_forum_says_how_much_of_the_scorecard_it_receives(
    store: Store, headings: Outline, filters: Filters, expected: dict[str, int]
) -> None:
    forums = scorecard_forums(store, filters)
    assert {one.id: one.measures for one in forums} == expected
    for one in forums:
        view = scorecard(store, headings, replace(filters, forum=one.id))
        assert view.counts.total == one.measures
        assert one.of == scorecard(store, headings, filters).counts.total


def test_last_year_is_found_only_when_asked_for(store: Store, headings: Outline) -> None:
    assert scorecard(store, headings, Filters()).years == {}


def test_a_year_stands_beside_the_one_before(store: Store) -> None:
    line = year_lines(store, ["homes-built"])["homes-built"]
    assert line.places == 4
    assert line.this_year == (YearPoint(0, 101.0, 100.0),)
    assert line.last_year == (YearPoint(3, 120.0, 100.0),)


def test_an_earlier_month_ends_the_year_there(store: Store) -> None:
    # by March the year of the latest value is 2019/20, and there is none before it
    assert year_lines(store, ["homes-built"], date(2020, 3, 31)) == {}


def test_a_measure_without_a_year_before_has_no_second_line(store: Store) -> None:
    assert year_lines(store, ["recycling", "appeals"]) == {}
