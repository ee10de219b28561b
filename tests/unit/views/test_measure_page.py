"""Is a measure's page told everything that its history and its targets hold?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from perfcore.store import Store
from perfcore.views.measure_names import measure_names
from perfcore.views.measure_page import measure_page
from tests.every_status import STATUSES, every_status


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = every_status(tmp_path_factory.mktemp("statuses"))
    yield opened
    opened.close()


@pytest.mark.parametrize("measure", STATUSES)
def test_the_council_of_these_tests_holds_every_status(council: Store, measure: str) -> None:
    shown = measure_page(council, measure).shown
    assert shown is not None
    assert shown.status == measure.replace("-", "_")


def test_each_period_knows_the_same_period_a_year_before(council: Store) -> None:
    history = {row.period: row for row in measure_page(council, "monthly").history}
    assert history["2020-04"].last_year == 80
    assert history["2020-03"].last_year is None


@pytest.mark.parametrize(
    ("measure", "aim", "low", "high", "form"),
    [
        ("monthly", 90, None, None, "value"),
        ("quarterly", None, 20_000_000, 30_000_000, "range"),
        ("annual", 800, None, None, "line"),
        ("cumulative", 55, None, None, "profile"),
        ("bounded", 90, None, None, "thresholds"),
        ("monitor", None, None, None, ""),
    ],
)
def test_each_period_knows_the_target_it_was_judged_by(
    council: Store,
    measure: str,
    aim: int | None,
    low: int | None,
    high: int | None,
    form: str,
) -> None:
    row = measure_page(council, measure).history[-1]
    assert (row.aim, row.target_low, row.target_high, row.target_form) == (aim, low, high, form)


def test_targets_are_listed_with_the_periods_they_were_in_force(council: Store) -> None:
    new, old = measure_page(council, "monthly").target_spans
    assert (old.first_period, old.last_period, old.last_value) == ("2019-04", "2020-03", 100)
    assert (new.first_period, new.last_value, new.why) == ("2020-04", 90, "")
    assert old.why == "first plan"


def test_a_profile_is_one_target_that_moves(council: Store) -> None:
    (span,) = measure_page(council, "cumulative").target_spans
    assert (span.first_value, span.form) == (Decimal(10), "profile")
    assert span.first_value != span.last_value


def test_a_status_lasts_as_long_as_its_results_in_a_row(council: Store) -> None:
    assert measure_page(council, "red").lasted == 2
    assert measure_page(council, "not-available").lasted == 1
    assert measure_page(council, "no-data").lasted == 0


def test_an_earlier_period_lasts_until_then(council: Store) -> None:
    assert measure_page(council, "red", date(2020, 8, 31)).lasted == 1


def test_restatements_are_those_of_the_periods_shown(council: Store) -> None:
    assert [row.period for row in measure_page(council, "monthly").restatements] == ["2020-06"]
    assert measure_page(council, "monthly", date(2020, 5, 31)).restatements == ()


def test_quality_counts_what_was_supplied(council: Store) -> None:
    monthly = measure_page(council, "monthly").quality
    assert (monthly.expected, monthly.supplied, monthly.overdue) == (18, 17, 1)
    assert (monthly.provisional, monthly.restated) == (1, 1)
    assert measure_page(council, "suppressed").quality.withheld == 2
    assert measure_page(council, "red").quality.days_after == 9


def test_quality_of_a_measure_without_figures_counts_nothing(council: Store) -> None:
    assert measure_page(council, "not-due").quality.expected == 0
    assert measure_page(council, "no-data").quality.overdue > 0


def test_names_to_choose_from_differ(council: Store) -> None:
    names = measure_names(council)
    assert names["weekly"] == "Weekly"
    assert len(set(names.values())) == len(names)
