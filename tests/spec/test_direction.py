"""Is a change more than chance, and is it better?

References: Newcombe, "Interval estimation for the difference between independent proportions",
Statistics in Medicine 17 (1998), table II, method 10; and the printed critical values of the
two-sided sign test at 5%, which is the exact comparison of two counts (docs/method.md section 4).

| now     | before  | lower   | upper  | direction       |
|---------|---------|---------|--------|-----------------|
| 56/70   | 48/80   | 0.0524  | 0.3339 | improving       |
| 9/10    | 3/10    | 0.1705  | 0.8090 | improving       |
| 6/7     | 2/7     | 0.0582  | 0.8062 | improving       |
| 5/56    | 0/29    | -0.0381 | 0.1926 | no_clear_change |
| 10/10   | 0/20    | 0.6791  | 1.0000 | improving       |
| 10/10   | 0/10    | 0.6075  | 1.0000 | improving       |
| 48/80   | 56/70   | -0.3339 | -0.0524 | worsening      |
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from perfcore.engine.poisson import limits
from perfcore.framework.model import Margin, Target
from tests.engine_runs import Observed, framework_of, measure, run_engine, table
from tests.spec.spec_tables import rows_of

ROWS = rows_of(__doc__)
AS_AT = date(2020, 10, 12)
D = Decimal
SIGN_TEST = """
    | total | most |
    |-------|------|
    | 5     | -1   |
    | 6     | 0    |
    | 8     | 0    |
    | 9     | 1    |
    | 12    | 2    |
    | 15    | 3    |
    | 17    | 4    |
    | 20    | 5    |
    | 25    | 7    |
    | 50    | 17   |
    | 100   | 39   |
"""
PLAIN = """
    | keys                    | before | now  | direction       | test    |
    |-------------------------|--------|------|-----------------|---------|
    | good low, unit count    | 5      | 15   | worsening       | poisson |
    | good low, unit count    | 15     | 5    | improving       | poisson |
    | good low, unit count    | 6      | 14   | no_clear_change | poisson |
    | good high, unit count   | 0      | 6    | improving       | poisson |
    | good high, unit count   | 0      | 5    | no_clear_change | poisson |
    | good none, unit count   | 100    | 160  | rising          | poisson |
    | good none, unit count   | 160    | 100  | falling         | poisson |
    | good low, unit count    | 7      | 7    | no_clear_change | none    |
    | good low, unit days     | 1000   | 1009 | no_clear_change | noise   |
    | good low, unit days     | 1000   | 1010 | worsening       | noise   |
    | good high, unit days    | -1000  | -990 | improving       | noise   |
    | good range, unit days   | 700    | 580  | improving       | noise   |
    | good range, unit days   | 580    | 700  | worsening       | noise   |
    | good range, unit days   | 510    | 590  | no_clear_change | noise   |
    | good range, unit days   | 450    | 550  | improving       | noise   |
    | good range, unit days   | 450    | 650  | no_clear_change | noise   |
"""


def _two_months(before: dict[str, Any], now: dict[str, Any], **keys: Any) -> dict[str, Any]:
    said = [Observed("2020-07", **before), Observed("2020-08", **now)]
    connection = run_engine(framework_of(measure(**keys)), said, AS_AT)
    (row,) = table(connection, "select * from latest")
    return row


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["now"])
def test_difference_of_two_proportions_as_newcombe_published_it(row: dict[str, str]) -> None:
    now, before = (
        dict(zip(("numerator", "denominator"), map(D, row[side].split("/")), strict=True))
        for side in ("now", "before")
    )
    found = _two_months(before, now, combine="ratio", scale=100, decimals=1, good="high")
    assert found["test"] == "newcombe"
    assert found["direction"] == row["direction"]
    assert found["interval_low"] == pytest.approx(float(row["lower"]), abs=6e-5)
    assert found["interval_high"] == pytest.approx(float(row["upper"]), abs=6e-5)


@pytest.mark.parametrize("row", rows_of(SIGN_TEST), ids=lambda row: row["total"])
def test_critical_counts_are_those_of_the_printed_sign_test(row: dict[str, str]) -> None:
    assert limits()[int(row["total"])] == int(row["most"])


def test_beyond_the_table_the_formula_gives_the_exact_critical_count() -> None:
    run = run_engine(framework_of(measure()), [], AS_AT)
    exact = limits(20_000)
    totals = list(range(5_000, 20_001))
    found = run.execute(
        "select poisson_most(total) from (select unnest($totals) as total)", {"totals": totals}
    ).fetchall()
    assert [most for (most,) in found] == [exact[total] for total in totals]


@pytest.mark.parametrize("row", rows_of(PLAIN), ids=lambda row: "-".join(row.values()))
def test_direction_of_two_figures(row: dict[str, str]) -> None:
    keys = dict(key.split(" ") for key in row["keys"].split(", "))
    targets = (Target("range", date(2020, 4, 1), low=D(500), high=D(600)),)
    aims = targets if keys["good"] == "range" else ()
    found = _two_months({"value": D(row["before"])}, {"value": D(row["now"])}, targets=aims, **keys)
    assert (found["direction"], found["test"]) == (row["direction"], row["test"])


def test_a_noise_of_its_own_replaces_one_percent() -> None:
    keys = {"unit": "days", "noise": Margin(D(5)), "good": "low"}
    assert _two_months({"value": D(10)}, {"value": D(14)}, **keys)["direction"] == "no_clear_change"
    assert _two_months({"value": D(10)}, {"value": D(15)}, **keys)["direction"] == "worsening"


@pytest.mark.parametrize(
    "keys", [{"shape": "rolling"}, {"shape": "cumulative"}, {"seasonal": True}]
)
def test_these_are_compared_with_the_same_period_last_year(keys: dict[str, Any]) -> None:
    said = [Observed("2019-08", D(10)), Observed("2020-07", D(50)), Observed("2020-08", D(40))]
    connection = run_engine(framework_of(measure(unit="days", **keys)), said, AS_AT)
    ((method, reason, arrow, short, long),) = connection.execute(
        "select method, reason, arrow, short_difference, long_difference from latest"
    ).fetchall()
    assert (method, arrow, short, long) == ("same_period_last_year", "up", D(-10), D(30))
    assert reason == (
        "40 days in Aug 2020 after 10 days in Aug 2019: a change of 30 days, "
        "not smaller than its noise of 1% of the earlier figure."
    )


def test_a_difference_of_percentages_is_in_points() -> None:
    said = [Observed("2020-07", D(50)), Observed("2020-08", D(52))]
    connection = run_engine(framework_of(measure(unit="percent")), said, AS_AT)
    ((reason,),) = connection.execute("select reason from latest").fetchall()
    assert "52% in Aug 2020 after 50% in Jul 2020: a change of 2 points, not" in reason


def test_annual_measures_are_compared_with_the_year_before_by_rule_3() -> None:
    said = [Observed("2017/18", D(10)), Observed("2019/20", D(50))]
    one = measure(frequency="year", shape="rolling", unit="days")
    ((method, reason),) = (
        run_engine(framework_of(one), said, AS_AT)
        .execute("select method, reason from latest")
        .fetchall()
    )
    assert method == "previous_period"
    assert reason.endswith("There is no usable figure between the two.")


def test_one_figure_is_too_few_and_says_so() -> None:
    run = run_engine(framework_of(measure()), [Observed("2020-08", D(1))], AS_AT)
    rows = run.execute("select direction, method, reason from latest").fetchall()
    assert rows == [("too_few_points", "none", "No earlier figure to compare with.")]


def test_markers_are_no_points() -> None:
    said = [Observed("2020-06", D(1)), Observed("2020-07", marker="low"), Observed("2020-08", D(9))]
    run = run_engine(framework_of(measure()), said, AS_AT)
    rows = run.execute("select compared_with, short_difference from latest").fetchall()
    assert rows == [("Jun 2020", D(8))]
