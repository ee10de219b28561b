"""Does what moved a measure add up, by hand and against a slow calculation (method 6)?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perfcore.framework.model import Measure
from perfcore.present.apportioned import apportioned, largest_remainders
from perfcore.views.contributions import Contribution, Contributions, Decomposition
from tests.engine_runs import Observed, framework_of, measure, run_engine, table
from tests.oracle.shares import Counts, gaps, kitagawa

AS_AT = date(2020, 6, 15)
THEN, NOW = "2020-04", "2020-05"
RATE = measure(unit="percent", scale=100, combine="ratio", good="high", decimals=1)
COUNT = measure(combine="sum")

Rows = list[dict[str, Any]]


def counted(period: str, members: Counts, *, whole: bool = True) -> list[Observed]:
    rows = [
        Observed(period, None, Decimal(above), Decimal(below), breakdown="team", member=name)
        for name, (above, below) in members.items()
    ]
    if whole:
        above, below = (sum(side) for side in zip(*members.values(), strict=True))
        rows.append(Observed(period, None, Decimal(above), Decimal(below)))
    return rows


def amounts(period: str, whole: int, **members: int | None) -> list[Observed]:
    """None: withheld."""
    rows = [Observed(period, Decimal(whole))]
    for name, value in members.items():
        given_value = None if value is None else Decimal(value)
        marker = "suppressed" if value is None else ""
        rows.append(Observed(period, given_value, marker=marker, breakdown="team", member=name))
    return rows


def run(one: Measure, rows: Sequence[Observed], versus: str = "previous") -> tuple[Rows, str]:
    """The contributions to May, and why there are none."""
    connection = run_engine(framework_of(one), rows, AS_AT)
    found = table(
        connection,
        "select * from contribution where versus = $versus and period = $period "
        "order by kind, member",
        versus=versus,
        period=NOW,
    )
    ((refusal,),) = connection.execute(
        "select refusal::varchar from decomposition d join calendar_period p "
        "on p.ordinal = d.ordinal and p.frequency = 'month' "
        "where d.versus::varchar = $versus and p.period = $period",
        {"versus": versus, "period": NOW},
    ).fetchall()
    connection.close()
    return found, refusal


def effects(rows: Rows) -> dict[str, tuple[float | None, float | None, float]]:
    return {
        row["member"]: (row["rate_effect"], row["mix_effect"], row["contribution"]) for row in rows
    }


def test_rate_and_mix_by_hand() -> None:
    # A 40 of 100, then 30 of 50: share 1/2 to 1/4; B 80 of 100, then 90 of 150: share 1/2 to 3/4.
    # The whole stays at 60, its mean: rate 3/8 x 20 and 5/8 x -20, mix -1/4 x -10 and 1/4 x 10.
    rows = counted(THEN, {"A": (40, 100), "B": (80, 100)}) + counted(
        NOW, {"A": (30, 50), "B": (90, 150)}
    )
    found, refusal = run(RATE, rows)
    assert refusal == ""
    assert effects(found)["A"] == pytest.approx((7.5, 2.5, 10.0))
    assert effects(found)["B"] == pytest.approx((-12.5, 2.5, -10.0))


def test_a_segment_that_enters_or_leaves_has_no_rate_effect() -> None:
    rows = counted(THEN, {"A": (50, 100), "Old": (90, 100)}) + counted(
        NOW, {"A": (60, 100), "New": (20, 100)}
    )
    found = effects(run(RATE, rows)[0])
    assert found["Old"][0] == found["New"][0] == 0
    assert found["A"] == pytest.approx((5.0, 0.0, 5.0))
    # whole 70, then 40, mean 55: -1/2 x (90 - 55) and 1/2 x (20 - 55)
    assert found["Old"][1] == pytest.approx(-17.5)
    assert found["New"][1] == pytest.approx(-17.5)


def test_a_sum_is_taken_apart_by_differences_also_below_zero() -> None:
    rows = amounts(THEN, 10, A=-5, B=15) + amounts(NOW, 0, A=-20, B=20)
    found = effects(run(COUNT, rows)[0])
    assert found == {"A": (None, None, -15), "B": (None, None, 5)}


def test_what_members_do_not_add_up_to_stands_in_a_line_of_its_own() -> None:
    found, _ = run(COUNT, amounts(THEN, 20, A=5, B=15) + amounts(NOW, 33, A=10, B=20))
    assert effects(found)["(unexplained)"][2] == 3
    assert sum(row["contribution"] for row in found) == 13


def test_one_withheld_member_is_refused_and_nothing_is_said_of_any() -> None:
    rows = amounts(THEN, 40, A=10, B=30) + amounts(NOW, 43, A=40, B=None)
    assert run(COUNT, rows) == ([], "withheld")


def test_two_withheld_members_whose_rest_is_small_are_refused() -> None:
    rows = amounts(THEN, 30, A=20, B=4, C=6) + amounts(NOW, 26, A=20, B=None, C=None)
    assert run(COUNT, rows) == ([], "withheld")


def test_withheld_members_stand_together_on_both_sides() -> None:
    rows = amounts(THEN, 60, A=20, B=25, C=15) + amounts(NOW, 50, A=30, B=None, C=None)
    found, refusal = run(COUNT, rows)
    assert refusal == ""
    assert {row["member"] for row in found} == {"A", "(withheld)"}
    rest = next(row for row in found if row["kind"] == "withheld")
    assert (rest["members"], rest["value_from"], rest["value_to"]) == (2, 40, 20)
    assert sum(row["contribution"] for row in found) == -10


def test_a_ratio_without_counts_is_refused() -> None:
    rows = [
        Observed(period, Decimal(50), breakdown=breakdown, member=member)
        for period in (THEN, NOW)
        for breakdown, member in (("", ""), ("team", "A"), ("team", "B"))
    ]
    assert run(RATE, rows) == ([], "no_numerators")


def test_identical_halves_change_nothing() -> None:
    then, now = {"A": (40, 100), "B": (90, 100)}, {"A": (60, 120), "B": (60, 80)}
    whole = effects(run(RATE, counted(THEN, then) + counted(NOW, now))[0])
    halves = [
        {"A1": (above // 2, below // 2), "A2": (above // 2, below // 2), "B": side["B"]}
        for side in (then, now)
        for above, below in [side["A"]]
    ]
    split = effects(run(RATE, counted(THEN, halves[0]) + counted(NOW, halves[1]))[0])
    assert split["A1"][2] + split["A2"][2] == pytest.approx(whole["A"][2])
    assert split["B"] == pytest.approx(whole["B"])


segments = st.integers(1, 400).flatmap(
    lambda below: st.tuples(st.integers(0, below), st.just(below))
)
sides = st.dictionaries(st.sampled_from("ABCDE"), segments, min_size=1, max_size=5)


@settings(max_examples=8, deadline=None)
@given(sides, sides)
def test_the_engine_agrees_with_exact_fractions(before: Counts, after: Counts) -> None:
    found, refusal = run(RATE, counted(THEN, before) + counted(NOW, after))
    assert refusal == ""
    expected = kitagawa(before, after, 100)
    assert set(effects(found)) == set(expected)
    for name, (rate, mix, both) in effects(found).items():
        wanted = [float(effect) for effect in expected[name]]
        assert (rate, mix) == pytest.approx(tuple(wanted), abs=1e-9)
        assert both == pytest.approx(sum(wanted), abs=1e-9)


@given(sides, sides)
def test_the_oracle_adds_up_and_turns_round(before: Counts, after: Counts) -> None:
    there, back = kitagawa(before, after, 100), kitagawa(after, before, 100)
    totals = [
        Fraction(100 * sum(n for n, _ in side.values()), sum(d for _, d in side.values()))
        for side in (before, after)
    ]
    assert sum(rate + mix for rate, mix in there.values()) == totals[1] - totals[0]
    assert back == {name: (-rate, -mix) for name, (rate, mix) in there.items()}
    assert sum(gaps(after, Fraction(75), 100).values()) == totals[1] - 75


WHOLE = Decomposition(
    split=1, first_series=1, last_series=9, members=2, ordinal=2, compared_ordinal=1,
    has_remainder=False, versus="previous", refusal="", rule="ratio", name="A measure",
    unit="percent", decimals=1, scale=100, frequency="month", good="high", shape="point",
    period=NOW, starts=date(2020, 5, 1), compared_period=THEN, compared_starts=date(2020, 4, 1),
    value_from=Decimal(0), value_to=Decimal(0), change=0.0, numerator=None, denominator=None,
)  # fmt: skip


def as_found(before: Counts, after: Counts, decimals: int) -> Contributions:
    rows = tuple(
        Contribution(
            "member", 1, name, name, None, None, None, None, None, None,
            float(rate), float(mix), float(rate + mix),
        )
        for name, (rate, mix) in kitagawa(before, after, 100).items()
    )  # fmt: skip
    ends = [
        Fraction(100 * sum(n for n, _ in side.values()), sum(d for _, d in side.values()))
        for side in (before, after)
    ]
    value_from, value_to = (Decimal(round(end * 10**decimals)).scaleb(-decimals) for end in ends)
    whole = replace(
        WHOLE, decimals=decimals, value_from=value_from, value_to=value_to,
        change=float(ends[1] - ends[0]),
    )  # fmt: skip
    return Contributions("measure", "team", whole, rows)


@given(sides, sides, st.integers(0, 3))
def test_printed_figures_add_up_to_the_published_change(
    before: Counts, after: Counts, decimals: int
) -> None:
    found = as_found(before, after, decimals)
    made = apportioned(found)
    step = Decimal(1).scaleb(-decimals)
    assert found.whole.value_to is not None
    assert found.whole.value_from is not None
    change = found.whole.value_to - found.whole.value_from
    assert sum((one.contribution for one in made.rows), made.rounding) == made.total == change
    assert abs(made.rounding) <= step
    for one in made.rows:
        assert one.rate is not None
        assert one.mix is not None
        assert one.rate + one.mix == one.contribution
        assert one.contribution % step == 0
        assert abs(float(one.contribution) - one.row.contribution) < 2 * float(step) + 1e-6


def test_a_rounding_remainder_is_shown() -> None:
    # 0.04 to 0.16 is published as 0.0 to 0.2; the exact change of 0.12 rounds to 0.1
    found = as_found({"A": (4, 10_000)}, {"A": (16, 10_000)}, 1)
    made = apportioned(found)
    assert [one.contribution for one in made.rows] == [Decimal("0.1")]
    assert (made.rounding, made.total) == (Decimal("0.1"), Decimal("0.2"))


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30))
def test_largest_remainders_stay_within_one(exact: list[float]) -> None:
    wanted = round(sum(exact))
    counts = largest_remainders(exact, wanted)
    assert sum(counts) == wanted
    assert all(abs(count - one) < 1.001 for count, one in zip(counts, exact, strict=True))
