"""Does the product see where the illustrative measures will end their year?"""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from perfcore.engine.forecast.series import series_to_forecast
from perfcore.present.forecast.words import cell, expected, if_moved
from perfcore.store import Store
from perfcore.views.forecast import Forecast, forecast
from perfcore.views.measure_page import measure_page
from tests.cut_short import Found
from tests.story import shipped


def of(store: Store, measure: str) -> Forecast:
    found = forecast(store, measure)
    assert found
    return found


# 2 Education, health and care plans


def test_plans_in_20_weeks_have_hardly_a_chance_of_their_target(store: Store) -> None:
    verdict = of(store, "ehc-plans-20-weeks").verdict
    assert verdict.target == 75
    assert verdict.chance is not None and verdict.chance < 0.05
    assert verdict.status == "red"


# 4 Council tax


def test_council_tax_ends_just_under_target_and_needs_more_than_ever(store: Store) -> None:
    verdict = of(store, "council-tax-collected").verdict
    assert verdict.value is not None and verdict.target == Decimal("97.5")
    assert Decimal("0") < verdict.target - verdict.value < Decimal("1.5")
    assert verdict.chance is not None and verdict.chance < 0.5
    assert verdict.run_needed is not None and verdict.run_best is not None
    assert verdict.run_needed > verdict.run_best
    said = " ".join(
        expected(
            of(store, "council-tax-collected"), measure_page(store, "council-tax-collected").facts
        )
    )
    assert "added on average in each of the 6 months left" in said


# 7 Affordable homes


def test_the_interval_of_affordable_homes_spans_the_target(store: Store) -> None:
    verdict = of(store, "affordable-homes").verdict
    assert verdict.target == 300
    assert verdict.low is not None and verdict.high is not None
    assert verdict.low < 300 < verdict.high


def test_every_measure_is_forecast_or_refused_with_a_reason(store: Store) -> None:
    for name in shipped.measures():
        found = of(store, name)
        page = measure_page(store, name)
        title, said, note = cell(found, page.facts)
        assert title and said and note
        assert bool(found.ahead) == (found.verdict.refusal == "")
        for one in found.ahead:
            assert one.low <= one.inner_low <= one.value <= one.inner_high <= one.high
            if (
                page.facts.unit == "percent"
                and found.verdict.seen_high
                and found.verdict.seen_high <= 100
            ):
                assert one.low >= 0 and one.high <= 100
        if found.verdict.chance is not None:
            assert 0 <= found.verdict.chance <= 1


def test_what_is_shown_did_better_than_the_last_figure(store: Store) -> None:
    shown = [of(store, name).verdict for name in shipped.measures()]
    shown = [one for one in shown if not one.refusal]
    assert len(shown) > 100
    assert all(one.error_ratio is not None and one.error_ratio < 1 for one in shown)
    assert all(one.inside <= one.tested for one in shown)


def test_intervals_given_before_the_pandemic_held_until_it(store: Store, tmp_path: Path) -> None:
    # 18 to 21 months were known; what came up to February 2020, the 23rd, is held against them
    found = Found()
    copied = shutil.copy(store.path, tmp_path)
    with duckdb.connect(str(copied), read_only=True) as connection:
        several = series_to_forecast(connection)
    for series in several:
        if not series.refusal and series.season == 12 and len(series.values) == 30:
            for points in (18, 19, 20, 21):
                found.add(replace(series, values=series.values[:23]), points)
    assert found.tested > 1_000
    assert 0.75 <= found.inside / found.tested <= 0.87
    assert found.error < found.naive


def test_supposing_a_better_figure_raises_the_chance_and_the_same_one_does_not(
    store: Store,
) -> None:
    verdict = of(store, "ehc-plans-20-weeks").verdict
    assert verdict.chance_if_moved(Decimal(0)) == pytest.approx(verdict.chance)
    raised = verdict.chance_if_moved(Decimal(10))
    assert raised is not None and verdict.chance is not None and raised > 5 * verdict.chance
    assert if_moved(verdict, "month", Decimal(58), Decimal(68)).startswith(
        "If the forecast moved by as much, the chance of meeting the target by March 2021 would be"
    )
