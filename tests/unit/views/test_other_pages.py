"""Does each page's view answer what the page asks?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from perfcore.errors import UserError
from perfcore.store import Store
from perfcore.views.council_plan import council_plan
from perfcore.views.covid import covid
from perfcore.views.data_health import data_health
from perfcore.views.drill_down import drill_down
from perfcore.views.filters import Filters
from perfcore.views.measure_page import measure_page
from perfcore.views.outline import Outline
from perfcore.views.scorecard import scorecard

NOW = Filters()


def test_months_go_back_from_the_last_that_has_ended(headings: Outline) -> None:
    assert headings.months[0] == date(2020, 9, 30)
    assert headings.months[-1] == date(2020, 2, 29)


def test_covid_sections_stand_in_their_order(headings: Outline) -> None:
    assert [entry.id for entry in headings.covid_sections] == ["shielding", "schools"]


def test_scorecard_puts_measures_under_their_quadrant_and_heading(
    store: Store, headings: Outline
) -> None:
    operational, customer = scorecard(store, headings, NOW).quadrants
    assert [(group.name, len(group.results)) for group in operational.groups] == [
        ("", 1),
        ("Collections", 1),
    ]
    assert customer.counts.by_status["no_data"] == 1


def test_scorecard_counts_what_it_does_not_list(store: Store, headings: Outline) -> None:
    short = scorecard(store, headings, NOW, limit=1)
    assert [quadrant.listed for quadrant in short.quadrants] == [1, 1]
    assert [quadrant.counts.total for quadrant in short.quadrants] == [2, 3]


def test_a_target_range_comes_with_both_bounds(store: Store, headings: Outline) -> None:
    customer = scorecard(store, headings, NOW).quadrants[1]
    reserves = next(r for g in customer.groups for r in g.results if r.measure == "reserves")
    assert (reserves.target_low, reserves.target_high) == (Decimal(20_000_000), Decimal(30_000_000))


def test_council_plan_has_a_section_for_each_priority(store: Store, headings: Outline) -> None:
    view = council_plan(store, headings, NOW)
    assert {one.entry.id: [r.measure for r in one.results] for one in view.sections} == {
        "unique-environment": ["recycling"],
        "suitable-housing": ["homes-built"],
    }
    assert [row.measure for row in view.budget] == ["reserves"]


def test_covid_shows_the_latest_week_unless_another_is_chosen(
    store: Store, headings: Outline
) -> None:
    latest = covid(store, headings, NOW)
    earlier = covid(store, headings, NOW, date(2020, 6, 1))
    assert latest.week == date(2020, 9, 28)
    assert earlier.sections[0].measures[0].points[-1].starts == date(2020, 6, 1)


def test_a_week_without_figures_falls_back_to_the_latest(store: Store, headings: Outline) -> None:
    assert covid(store, headings, NOW, date(1999, 1, 4)).week == date(2020, 9, 28)


def test_covid_change_and_peak_are_of_the_weeks_shown(store: Store, headings: Outline) -> None:
    shielded = covid(store, headings, NOW).sections[0].measures[0]
    assert shielded.change == 10
    assert shielded.peak is not None
    assert shielded.peak.period == "2020-W40"


def test_covid_timeline_leaves_out_one_measures_own_events(store: Store, headings: Outline) -> None:
    titles = [event.title for event in covid(store, headings, NOW).events]
    assert titles == ["Lockdown begins", "Shops reopen"]


def test_measure_page_tells_value_target_and_how_the_status_was_reached(store: Store) -> None:
    view = measure_page(store, "missed-bins")
    assert view.shown is not None
    assert view.reached is not None
    assert (view.shown.period, view.shown.value, view.shown.status) == ("2020-09", 180, "red")
    assert "above 105 (target + 5%)" in view.reached.sentence
    assert [event.title for event in view.events] == ["Rounds changed"]


def test_measure_page_lists_what_was_restated(store: Store) -> None:
    (restated,) = measure_page(store, "missed-bins").restatements
    assert (restated.value_from, restated.value_to) == (98, 104)
    assert (restated.status_from, restated.status_to) == ("green", "amber")


def test_measure_page_knows_what_moves_it_and_what_it_moves(store: Store) -> None:
    view = measure_page(store, "missed-bins")
    assert [one.result.measure for one in view.drivers] == ["crews-absent"]
    assert [one.result.measure for one in view.driven] == ["recycling"]


def test_an_earlier_month_ends_the_history_there(store: Store) -> None:
    view = measure_page(store, "missed-bins", date(2020, 8, 31))
    assert view.shown is not None
    assert (view.shown.period, view.shown.value) == ("2020-08", 104)
    assert view.reached is not None
    assert "104" in view.reached.sentence


def test_a_measure_that_was_never_supplied_has_a_page(store: Store) -> None:
    view = measure_page(store, "appeals")
    assert view.shown is not None
    assert (view.shown.value, view.shown.status) == (None, "no_data")
    assert view.lateness is not None
    assert view.lateness.late_days > 100


@pytest.mark.parametrize(
    "ask", [measure_page, lambda store, measure: drill_down(store, EMPTY, measure)]
)
def test_an_unknown_measure_is_refused_with_the_nearest(store: Store, ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UserError, match="Did you mean 'recycling'"):
        ask(store, "recyclin")


EMPTY = Outline((), (), (), (), (), (), ())


def test_data_health_accounts_for_every_row(store: Store) -> None:
    view = data_health(store, NOW)
    assert view.build.read == view.build.accepted + view.build.rejected
    assert [row.reason for row in view.rejections] == [
        "unknown measure 'recycled' (did you mean 'recycling'?)"
    ]
    assert [row.measure for row in view.restated] == ["missed-bins"]


def test_data_health_puts_the_longest_overdue_first(store: Store) -> None:
    overdue = data_health(store, NOW).freshness
    assert [row.measure for row in overdue.longest_overdue] == ["appeals", "reserves"]
    assert (overdue.overdue, overdue.never_supplied) == (2, 1)
