"""Are the limits of counts and proportions what their definitions say?"""

from __future__ import annotations

from datetime import date
from math import exp, sqrt

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfcore.engine.count_limits import exact_limits
from tests.engine_runs import framework_of, measure, run_engine

Z = 1.959963984540054


@pytest.fixture(scope="module")
def macros() -> duckdb.DuckDBPyConnection:
    return run_engine(framework_of(measure()), [], date(2020, 7, 10))


@pytest.mark.parametrize("count", range(10))
def test_exact_limits_leave_a_fortieth_on_each_side(count: int) -> None:
    low, high = exact_limits()[count]
    assert _at_most(count, high) == pytest.approx(0.025, abs=1e-12)
    if count:
        assert 1 - _at_most(count - 1, low) == pytest.approx(0.025, abs=1e-12)
    else:
        assert low == 0


def test_the_exact_limits_are_those_of_the_published_table() -> None:
    # Garwood 1936; Pearson and Hartley, Biometrika Tables for Statisticians, table 40
    published = {0: (0, 3.69), 1: (0.03, 5.57), 2: (0.24, 7.22), 5: (1.62, 11.67), 9: (4.12, 17.08)}
    found = {n: tuple(round(limit, 2) for limit in exact_limits()[n]) for n in published}
    assert found == {n: pytest.approx(limits, abs=0.006) for n, limits in published.items()}


def _at_most(count: int, mean: float) -> float:
    term = total = exp(-mean)
    for number in range(1, count + 1):
        term *= mean / number
        total += term
    return total


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 100_000), st.data())
def test_wilson_limits_solve_their_quadratic(
    macros: duckdb.DuckDBPyConnection, denominator: int, data: st.DataObject
) -> None:
    numerator = data.draw(st.integers(0, denominator))
    low, high = macros.execute(
        "select wilson_centre($n, $d) - wilson_half($n, $d),"
        " wilson_centre($n, $d) + wilson_half($n, $d)",
        {"n": float(numerator), "d": float(denominator)},
    ).fetchall()[0]
    share = numerator / denominator
    for limit in (low, high):
        # a limit is where the share seen is 1.96 standard errors of that limit away
        bounded = min(max(limit, 0.0), 1.0)
        error = Z * sqrt(bounded * (1 - bounded) / denominator)
        assert abs(share - bounded) == pytest.approx(error, abs=1e-7)
