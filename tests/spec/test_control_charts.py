"""Each row of the rule table of method 5, with answers worked by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from perfcore.framework.model import DatedReason, Spc, Target
from perfcore.periods import Calendar
from tests.engine_runs import Observed, framework_of, measure, run_engine, table

AS_AT = date(2022, 1, 1)
MONTHS = [f"{year}-{month:02d}" for year in (2018, 2019, 2020) for month in range(1, 13)]
# Their mean is 10, and each moves by 2 from the one before: limits 10 ± 2.66 × 2 = 4.68 and 15.32,
# two thirds of the way 10 ± 3.5467.
QUIET = [9, 11] * 6
CALM = [11, 9] * 6
# With one more 9 their mean is 129 / 13 = 9.92; two thirds of the way to the limit is 13.47.
FIXED = Spc(baseline=DatedReason(date(2019, 1, 1), "before the new contract"))


def day(place: int) -> date:
    return Calendar().parse(MONTHS[place], "month").start


def spc(
    amounts: Sequence[float | None], rules: str = "mdc", target: Any = None, **changes: Any
) -> list[dict[str, Any]]:
    """The charted points of a series of months; None is a month without a figure."""
    one = measure(**{"unit": "days", "decimals": 2, "good": "high", **changes})
    observed = [
        Observed(month, Decimal(str(amount)))
        for month, amount in zip(MONTHS, amounts, strict=False)
        if amount is not None
    ]
    connection = run_engine(framework_of(one, spc_rules=rules), observed, AS_AT)  # type: ignore[arg-type]
    return table(connection, "select * from spc order by starts")


def flags(rows: Sequence[dict[str, Any]], name: str) -> list[int]:
    return [place for place, row in enumerate(rows) if row[name]]


def chart(amounts: Sequence[float], **changes: Any) -> dict[str, Any]:
    one = measure(**{"unit": "days", "decimals": 2, "good": "high", **changes})
    observed = [
        Observed(month, Decimal(str(amount)))
        for month, amount in zip(MONTHS, amounts, strict=False)
    ]
    connection = run_engine(framework_of(one), observed, AS_AT)
    return table(
        connection,
        "select refusal, points, calendar_period.period as suggested, by_increment from chart "
        "inner join series using (series) left join calendar_period on "
        "calendar_period.frequency = series.frequency and ordinal = suggested_from",
    )[0]


def test_limits_are_the_mean_and_2_66_mean_moving_ranges() -> None:
    row = spc([*QUIET, 9])[-1]
    # 13 points, their mean 129 / 13, all twelve moving ranges 2
    assert row["mean"] == pytest.approx(129 / 13)
    assert row["lower"] == pytest.approx(129 / 13 - 5.32)
    assert row["upper"] == pytest.approx(129 / 13 + 5.32)
    assert row["verdict"] == "common_cause"


@pytest.mark.parametrize(("number", "drawn"), [(12, False), (13, True)])
def test_under_13_points_mdc_draws_a_run_chart(number: int, drawn: bool) -> None:
    rows = spc((QUIET * 2)[:number])
    assert [row["upper"] is not None for row in rows] == [drawn] * number
    assert [row["verdict"] is not None for row in rows] == [drawn] * number


def test_nhsr_draws_limits_from_two_points_on() -> None:
    assert spc([9], "nhsr")[0]["upper"] is None
    assert spc([9, 11], "nhsr")[0]["upper"] == pytest.approx(10 + 5.32)


def test_a_single_point_is_flagged_strictly_outside_a_limit() -> None:
    # 24 at 10 but for one: mean 10 + d/25; two moves of d in 24, limit 2.66 × 2d / 24
    outside = spc([10] * 12 + [20] + [10] * 12)
    assert flags(outside, "is_single") == [12]
    assert outside[12]["variation"] == "improvement_high"
    # the limit itself is inside: 2 points, nhsr, mean 0 and limits ± 2.66 × 2 × a
    assert flags(spc([-1, 1], "nhsr"), "is_single") == []


@pytest.mark.parametrize(
    ("run", "rules", "found"),
    [(5, "mdc", []), (6, "mdc", list(range(12, 18))),
     (6, "nhsr", []), (7, "nhsr", list(range(12, 19)))],
)  # fmt: skip
def test_a_shift_is_a_run_on_one_side_of_the_mean(run: int, rules: str, found: list[int]) -> None:
    amounts = [*CALM, *[12 + place % 2 for place in range(run)], 1, 9, 11, 9, 5, 9]
    rows = spc(amounts, rules)
    assert all(row["value"] > row["mean"] for row in rows[12 : 12 + run])
    assert flags(rows, "is_shift") == found


def test_a_point_on_the_mean_breaks_a_shift() -> None:
    # twelve about 10 and their mirror images: the mean is 10, and so is point 15
    above, below = [11, 12, 11], [9, 8, 9]
    rows = spc([*CALM, *above, 10, *above, *below, 10, *below])
    assert rows[0]["mean"] == pytest.approx(10)
    assert flags(rows, "is_shift") == []
    whole = spc([*CALM, *above, *above, *below, *below, 10, 10])
    assert flags(whole, "is_shift") == list(range(12, 24))


@pytest.mark.parametrize(
    ("rising", "rules", "found"),
    [
        ([1, 2, 3, 4, 5], "mdc", []),
        ([1, 2, 3, 4, 5, 6], "mdc", [12, 13, 14, 15, 16, 17]),
        ([1, 2, 3, 3, 4, 5], "mdc", []),
        ([1, 2, 3, 4, 5, 6], "nhsr", []),
        ([1, 2, 3, 4, 5, 6, 7], "nhsr", [12, 13, 14, 15, 16, 17, 18]),
    ],
)
def test_a_trend_counts_its_first_point_and_a_tie_breaks_it(
    rising: list[int], rules: str, found: list[int]
) -> None:
    rows = spc([*QUIET, *(one + 6 for one in rising), 9, 11, 9, 11], rules)
    assert flags(rows, "is_trend") == found


def test_a_trend_may_cross_a_recalculation_by_mdc_alone() -> None:
    cut = Spc(recalculate=(DatedReason(day(15), "a new contract"),))
    amounts = [*QUIET, 6, 7, 8, 9, 10, 11, 12, *QUIET]
    assert flags(spc(amounts, "mdc", spc=cut), "is_trend") == [12, 13, 14, 15, 16, 17, 18]
    assert flags(spc(amounts, "nhsr", spc=cut), "is_trend") == []


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        ([14, 10.5, 14], [13, 15]),
        ([14, 14, 9], []),
        ([14, 14, 10.5], [13, 14]),
        ([14, 9, 14], []),
        ([13.4, 13.4, 13.4], []),
        ([14, 10.5, 10.5, 14], []),
        ([6, 6.1, 9], [13, 14]),
        ([14, 6, 14], []),
    ],
)
def test_two_of_three_on_one_side_near_a_limit_flags_the_two(
    amounts: list[float], found: list[int]
) -> None:
    assert flags(spc([*QUIET, 9, *amounts], spc=FIXED), "is_two_in_three") == found


def test_a_point_beyond_the_limit_counts_for_two_in_three_by_mdc_alone() -> None:
    amounts = [*QUIET, 9, 16, 14, 10]
    mdc, nhsr = spc(amounts, "mdc", spc=FIXED), spc(amounts, "nhsr", spc=FIXED)
    assert flags(mdc, "is_single") == flags(nhsr, "is_single") == [13]
    assert flags(mdc, "is_two_in_three") == [13, 14]
    assert flags(nhsr, "is_two_in_three") == []


def test_nhsr_leaves_out_moving_ranges_from_their_limit_on() -> None:
    # 13 points: ten moves of 2, and a spike of 20 with moves of 20 and 20
    amounts = [9, 11, 9, 11, 9, 11, 29, 9, 11, 9, 11, 9, 11]
    mean = sum(amounts) / 13
    plain = (10 * 2 + 18 + 20) / 12
    assert spc(amounts, "mdc")[0]["upper"] == pytest.approx(mean + 2.66 * plain)
    assert spc(amounts, "nhsr")[0]["upper"] == pytest.approx(mean + 2.66 * 2)
    screened = spc(amounts, "mdc", spc=Spc(screen=True))[0]
    kept = (sum(amounts) - 29 - 9) / 11
    assert screened["mean"] == pytest.approx(kept)
    assert screened["upper"] == pytest.approx(kept + 2.66 * 2)


def test_a_trend_outranks_a_shift_by_mdc_and_a_single_point_a_trend_by_nhsr() -> None:
    # good is high; a fall from far above the mean: above it, yet falling
    amounts = [*QUIET, 9, 40, 38, 36, 34, 32, 30, 28, 9, 11, 9]
    mdc, nhsr = spc(amounts, "mdc"), spc(amounts, "nhsr")
    assert mdc[16]["variation"] == "concern_low"
    assert nhsr[14]["is_single"]
    assert nhsr[14]["variation"] == "improvement_high"


def test_of_two_trends_the_improvement_wins_unless_concern_is_asked_for() -> None:
    amounts = [*QUIET, 16, 15, 14, 13, 12, 11, 12, 13, 14, 15, 16, 9]
    turn = 17
    assert spc(amounts)[turn]["variation"] == "improvement_high"
    assert spc(amounts, spc=Spc(conflict="concern"))[turn]["variation"] == "concern_low"
    assert spc(amounts, good="low")[turn]["variation"] == "improvement_low"


def test_a_ghosted_point_is_drawn_and_bridged() -> None:
    ghost = Spc(ghost=(DatedReason(day(6), "strike"),))
    with_ghost = spc([*QUIET[:6], 99, *QUIET[6:], 9], spc=ghost)
    without = spc([*QUIET, 9])
    assert with_ghost[6]["ghosted"] and with_ghost[6]["verdict"] is None
    others = [row for row in with_ghost if not row["ghosted"]]
    for name in ("value", "mean", "lower", "upper", "variation"):
        assert [row[name] for row in others] == [row[name] for row in without]


def test_a_recalculation_starts_new_limits_and_needs_12_points() -> None:
    cut = Spc(recalculate=(DatedReason(day(13), "a new contract"),))
    short = spc([*QUIET, 9, *(30 + one for one in QUIET[:11])], spc=cut)
    assert short[-1]["upper"] is None
    enough = spc([*QUIET, 9, *(30 + one for one in QUIET)], spc=cut)
    assert [row["partition"] for row in enough] == [0] * 13 + [1] * 12
    assert enough[-1]["mean"] == pytest.approx(40)
    assert enough[-1]["upper"] == pytest.approx(40 + 5.32)
    assert flags(enough, "is_single") == flags(enough, "is_shift") == []


def test_a_baseline_sets_the_limits_that_later_points_are_tested_against() -> None:
    cut = Spc(baseline=DatedReason(day(12), "before the new contract"))
    rows = spc([*QUIET, 9, 20, 21], spc=cut)
    assert rows[-1]["mean"] == pytest.approx(129 / 13)
    assert flags(rows, "is_single") == [13, 14]


def test_a_constant_series_has_no_special_cause() -> None:
    rows = spc([0.1] * 20)
    assert {row["verdict"] for row in rows} == {"common_cause"}
    assert rows[0]["lower"] == pytest.approx(0.1) and rows[0]["upper"] == pytest.approx(0.1)


def test_a_missing_month_is_bridged() -> None:
    gap = spc([*QUIET[:6], None, *QUIET[6:], 9])
    assert [row["value"] for row in gap] == [row["value"] for row in spc([*QUIET, 9])]
    assert gap[-1]["upper"] == pytest.approx(129 / 13 + 5.32)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"shape": "rolling"}, "rolling"),
        ({"shape": "cumulative"}, "cumulative"),
        ({"seasonal": True}, "seasonal"),
        ({"epidemic": True}, "epidemic"),
        ({"unit": "count", "decimals": 0}, ""),
    ],
)
def test_what_a_chart_cannot_test_is_refused(changes: dict[str, Any], refusal: str) -> None:
    assert chart([*QUIET, 9, 11], **changes)["refusal"] == refusal
    if refusal and refusal != "cumulative":
        assert spc([*QUIET, 9, 11], **changes) == []


def test_low_counts_are_refused_and_low_rates_are_not() -> None:
    low = [3, 5] * 7
    assert chart(low, unit="count", decimals=0)["refusal"] == "low_counts"
    assert chart(low, unit="days")["refusal"] == ""
    assert chart([4, 6] * 7, unit="count", decimals=0)["refusal"] == ""


def test_too_few_points_are_refused() -> None:
    assert chart(QUIET)["refusal"] == "too_few_points"
    cut = Spc(recalculate=(DatedReason(day(14), "a new contract"),))
    assert chart([*QUIET, 9, 11, 9, 11], spc=cut)["refusal"] == "too_few_since"


def test_a_running_total_is_drawn_on_what_each_month_added() -> None:
    # financial years begin in April: January to March of 2018 end one
    added = [5, 5, 5] + [4, 6] * 6
    totals = [5, 10, 15]
    for amount in added[3:]:
        totals.append(amount if len(totals) == 3 else totals[-1] + amount)
    rows = spc(totals, shape="cumulative")
    # of the first total nobody knows what came before it
    assert [row["value"] for row in rows] == added[1:]
    assert all(row["by_increment"] for row in rows)


@pytest.mark.parametrize(
    ("amounts", "suggested"),
    [
        ([*QUIET, 9, *[20 + place % 2 for place in range(7)]], None),
        ([*QUIET, 9, *[20 + place % 2 for place in range(8)]], MONTHS[13]),
        # seven since do not undo it, eight do
        ([*QUIET, 9, *[20 + place % 2 for place in range(8)], *[5, 25] * 3, 5], MONTHS[13]),
        ([*QUIET, 9, *[20 + place % 2 for place in range(8)], *[5, 25] * 4], None),
        # a run from the first point on has no change before it
        ([*[20 + place % 2 for place in range(12)], 1, 21, 2, 22, 1, 21, 2], None),
    ],
)
def test_eight_points_after_a_change_suggest_a_recalculation(
    amounts: list[float], suggested: str | None
) -> None:
    assert chart(amounts)["suggested"] == suggested
    # a suggestion is never applied: all points have one mean
    assert len({row["mean"] for row in spc(amounts)}) == 1


ASSURED = {
    # target, good high, good low (limits 4.68 and 15.32 of twelve pairs and one more each)
    4: ("pass", "fail"),
    10: ("hit_or_miss", "hit_or_miss"),
    16: ("fail", "pass"),
}


@pytest.mark.parametrize("target", ASSURED)
@pytest.mark.parametrize("good", ["high", "low"])
def test_assurance_compares_the_target_with_the_limits(target: int, good: str) -> None:
    one = measure(
        unit="days", decimals=2, good=good,
        targets=(Target("value", date(2018, 1, 1), value=Decimal(target)),),
    )  # fmt: skip
    observed = [
        Observed(month, Decimal(x)) for month, x in zip(MONTHS, [*QUIET, 9, 11], strict=False)
    ]
    connection = run_engine(framework_of(one), observed, AS_AT)
    rows = table(connection, "select assurance from status where value is not null")
    assert {row["assurance"] for row in rows} == {ASSURED[target][good == "low"]}
