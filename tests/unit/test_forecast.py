"""The parts of a forecast, each with an answer worked by hand."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfcore.engine.forecast.ending import Aim, chance, periods_ahead, run_rate, status
from perfcore.engine.forecast.memory import Remembering, key_of
from perfcore.engine.forecast.origins import came, coverage, enough, half_widths, said
from perfcore.engine.forecast.outlook import Outlook, outlook
from perfcore.engine.forecast.scales import scale_for
from perfcore.engine.forecast.series import Seen, Series

YEAR = date(2020, 4, 1)


def series(values: list[float], ahead: int = 3, **changes: object) -> Series:
    seen = tuple(Seen(place, one, None, None, YEAR) for place, one in enumerate(values))
    plain = Series(
        measure="m", unit="days", scale=1, seen=seen, values=tuple(values), first=0, adds_up=False,
        starts_again=False, so_far=0.0, season=1, numerators=(), denominators=(),
        ahead=tuple(range(len(values), len(values) + ahead)), year_starts=YEAR, refusal="",
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


AIM = Aim("low", 0, "flow", 10, None, 10, None, 12, None, 5)


def test_each_origin_sees_only_what_was_before_it() -> None:
    seen = [float(one) for one in range(10)]
    found = said(seen, lambda y, h: np.repeat(y[-1], h), 2, adds_up=False)
    assert found is not None
    # origins after 8, 9 and 10 points; the last is the future
    assert found.tolist() == [[7, 7], [8, 8], [9, 9]]
    happened = came(seen, 2, adds_up=False)
    assert happened[0].tolist() == [8, 9]
    assert happened[1, 0] == 9 and np.isnan(happened[1, 1]) and np.isnan(happened[2]).all()


def test_a_running_total_is_compared_with_what_had_added_up() -> None:
    found = said([2.0] * 10, lambda y, h: np.ones(h), 2, adds_up=True)
    assert found is not None and found[0].tolist() == [1, 2]
    assert came([2.0] * 10, 2, adds_up=True)[0].tolist() == [2, 4]


@pytest.mark.parametrize("answer", [np.full(1, np.nan), np.full(1, np.inf), np.array([])])
def test_a_method_without_a_number_is_left_out(answer: np.ndarray) -> None:
    assert said([1.0] * 10, lambda y, h: answer, 1, adds_up=False) is None


@pytest.mark.parametrize(
    ("points", "horizon", "is_enough"), [(14, 2, True), (14, 3, False), (18, 6, True)]
)
def test_an_interval_needs_five_errors_at_its_horizon(
    points: int, horizon: int, is_enough: bool
) -> None:
    assert enough(points, horizon) is is_enough


def test_half_widths_cover_four_fifths_of_the_weight_of_all_errors_and_one_more() -> None:
    # twelve errors weigh 0.9, 0.81 ... back from the latest: 9 x (1 - 0.9^12) = 6.4581 together,
    # and four fifths of one more, 7.4581, is 5.9665
    rising = np.arange(1.0, 13.0)[:, None]
    # without the latest and largest 5.5581 are covered, with it 0.9 more
    assert half_widths(rising, 0.8).tolist() == pytest.approx([11 + 0.4084 / 0.9], abs=1e-3)
    # the ten latest and least cover 9 x (1 - 0.9^10) = 5.8619, the eleventh 0.9^11 = 0.3138 more
    assert half_widths(rising[::-1], 0.8) == pytest.approx([10 + 0.1046 / 0.3138], abs=1e-3)
    # no error of four covers 0.8 x 4.095: the largest
    assert half_widths(np.array([[1.0], [-9.0], [2.0], [3.0]]), 0.8).tolist() == [9.0]


def test_coverage_tests_each_figure_against_what_was_known_before_it() -> None:
    column = np.array([1.0, 1, 1, 1, 1, 5, 4])[:, None]
    # 5 lies outside five errors of 1; 4 is within 4.8, for the 5 had just been seen
    assert coverage(column, 0.8) == (1, 2)
    # two periods ahead the 5 is not known yet when the 4 is forecast
    two = np.hstack([np.full((7, 1), np.nan), column])
    assert coverage(two, 0.8) == (0, 1)


def test_intervals_that_always_came_too_late_held_nothing() -> None:
    # errors that only grow: against all others four of five would seem to lie inside
    assert coverage(np.arange(1.0, 21.0)[:, None], 0.8) == (0, 15)


def test_intervals_of_errors_without_a_pattern_hold_at_least_four_of_five() -> None:
    # no less than the level; more, because what happened long ago counts for little
    errors = np.random.default_rng(11).normal(size=(4_000, 1))
    inside, tested = coverage(errors, 0.8)
    assert tested == 3_995 and 0.8 < inside / tested < 0.9


@given(st.lists(st.floats(-100, 100), min_size=6, max_size=24))
def test_what_came_later_changes_nothing_said_before(errors: list[float]) -> None:
    column = np.array(errors)[:, None]
    (before, tested), (after, more) = coverage(column[:-1], 0.8), coverage(column, 0.8)
    assert more == tested + (len(errors) > 5) and after - before in (0, 1)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=20))
def test_percentages_go_there_and_back_within_0_to_100(values: list[float]) -> None:
    scale = scale_for(values, percent=True)
    assert scale.name == "logit"
    back = scale.back(scale.there(np.array(values)))
    assert np.allclose(back, values, atol=1e-6)
    wide = scale.back(scale.there(np.array(values)) + 50)
    assert np.all((wide >= 0) & (wide <= 100))


@pytest.mark.parametrize(
    ("values", "percent", "name"),
    [([0, 101], True, "root"), ([-1, 5], True, "plain"), ([0, 5], False, "root")],
)
def test_what_is_no_share_is_an_amount(values: list[float], percent: bool, name: str) -> None:
    assert scale_for(values, percent=percent).name == name


def test_a_straight_line_is_forecast_and_a_random_walk_is_not() -> None:
    line = outlook(series([float(3 * one) for one in range(30)]))
    assert line.refusal == "" and line.ratio < 0.7
    walk = np.cumsum(np.random.default_rng(7).normal(size=40)) + 100
    found = outlook(series([float(one) for one in walk]))
    assert found.refusal == "loses_to_naive" or found.ratio < 1


def test_the_last_figure_is_repeated_until_a_method_does_better() -> None:
    # steps of three periods: repeating the last is wrong one time in three a period ahead, two in
    # three two periods ahead and always three ahead; the mean is wrong by half a step each time
    found = outlook(series([10.0, 10, 10, 20, 20, 20] * 6, ahead=3))
    assert found.method in ("mean", "exponential smoothing")
    assert found.means == pytest.approx((20, 15, 15), abs=0.1)


def test_what_never_changed_is_refused() -> None:
    assert outlook(series([5.0] * 30)).refusal == "constant"


def test_a_refused_series_stays_refused() -> None:
    assert outlook(series([1.0, 2.0] * 10, refusal="epidemic")) == Outlook("epidemic")


def test_the_chance_agrees_with_the_interval() -> None:
    found = Outlook("", "mean", 0.5, 8, 10, 10, "plain", (8.0, 8.0, 8.0), (1.0, 2.0, 4.0))
    one = series([8.0] * 29 + [9.0])
    # the upper end of the 80% interval is the target: one in ten lies above it
    assert chance(one, found, replace(AIM, green_high=12)) == pytest.approx(0.9)
    assert chance(one, found, replace(AIM, green_high=8)) == pytest.approx(0.5)
    assert chance(one, found, replace(AIM, green_low=4, green_high=12)) == pytest.approx(0.8)
    assert chance(one, found, replace(AIM, good="none")) is None
    last = periods_ahead(one, found, 1)[-1]
    assert (last.value, last.low, last.high) == (Decimal("8.0"), Decimal("4.0"), Decimal("12.0"))


@pytest.mark.parametrize(
    ("value", "said"), [(5, "exceptional"), (6, "green"), (10, "green"), (12, "amber"), (13, "red")]
)
def test_the_end_is_judged_like_any_result(value: int, said: str) -> None:
    assert status(Decimal(value), AIM) == said


def test_the_pace_of_a_flow_brings_the_mean_of_the_year_to_its_target() -> None:
    # three months of 14 and three left: 6 each makes a mean of 10
    found = run_rate(series([14.0, 14.0, 14.0]), AIM, YEAR)
    assert found is not None
    assert (found.periods, found.needed, found.best) == (3, Decimal(6), Decimal(14))


def test_the_pace_of_a_total_is_compared_with_the_same_time_of_year() -> None:
    added = [float(one) for one in (1, 1, 5, 5, 1, 1, 6, 6, 1, 1)]
    total = series(
        added, ahead=2, adds_up=True, starts_again=True, so_far=2.0, season=4,
    )  # fmt: skip
    found = run_rate(total, replace(AIM, good="high", green_low=16, green_high=None), YEAR)
    assert found is not None
    assert (found.needed, found.best) == (Decimal(7), Decimal(6))


def test_stocks_have_no_pace() -> None:
    assert run_rate(series([1.0] * 9), replace(AIM, shape="stock"), YEAR) is None


def test_a_kept_forecast_is_not_computed_again(tmp_path: Path) -> None:
    one, asked = series([1.0, 2.0] * 10), []

    def compute(given: Series) -> Outlook:
        asked.append(given)
        return Outlook("", "mean", 0.5, 8, 10, 10, "root", (1.5, 1.25), (0.5, 0.75))

    folder = tmp_path / "forecasts"
    first = Remembering(folder, compute)
    assert first(one) == first(one) and len(asked) == 1
    assert not folder.exists()
    first.keep()
    assert Remembering(folder, compute)(one) == first(one) and len(asked) == 1
    (kept,) = folder.iterdir()
    kept.write_text("{", encoding="utf-8")
    assert Remembering(folder, compute)(one) == first(one) and len(asked) == 2
    Remembering(folder, compute)(series([1.0, 3.0] * 10))
    assert len(asked) == 3


def test_what_no_build_asks_for_is_forgotten(tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text("{}", encoding="utf-8")
    os.utime(old, (0, 0))
    memory = Remembering(tmp_path, lambda given: Outlook("epidemic"))
    memory(series([1.0] * 12))
    memory.keep()
    assert not old.exists() and len(list(tmp_path.iterdir())) == 1


@settings(max_examples=20)
@given(st.lists(st.floats(0, 1e6), min_size=12, max_size=12, unique=True))
def test_the_key_tells_series_apart(values: list[float]) -> None:
    assert key_of(series(values)) == key_of(series(list(values)))
    assert key_of(series(values)) != key_of(series([*values[:-1], values[-1] + 1]))
    assert key_of(series(values)) != key_of(series(values, ahead=4))
