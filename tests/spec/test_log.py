"""What counts as at a day, what was restated, what is missing, and what is put together?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from perfcore.framework.model import Driver, Retired, Target
from perfcore.periods import Frequency
from tests.engine_runs import Observed, framework_of, measure, run_engine, table

AS_AT = date(2020, 10, 12)
D = Decimal
SIXTY = (Target("value", date(2019, 4, 1), value=D(60)),)


def _rows(run: Any, query: str) -> list[tuple[Any, ...]]:
    return run.execute(query).fetchall()


@pytest.mark.parametrize(
    ("as_at", "value", "first_status", "restated"),
    [
        (date(2020, 5, 9), None, "no_data", False),
        (date(2020, 5, 10), D("61.2"), "green", False),
        (date(2020, 7, 19), D("61.2"), "green", False),
        (date(2020, 7, 20), D("59.4"), "green", True),
    ],
)
def test_only_what_had_been_reported_by_the_day_counts(
    as_at: date, value: Decimal | None, first_status: str, restated: bool
) -> None:
    one = measure(good="high", decimals=1, due_after=0, frequency="quarter", targets=SIXTY)
    said = [
        Observed("2019/20 Q4", D("61.2"), reported_on=date(2020, 5, 10)),
        Observed("2019/20 Q4", D("59.4"), reported_on=date(2020, 7, 20)),
    ]
    run = run_engine(framework_of(one), said, as_at)
    query = "select value, first_status, restated from status where period = '2019/20 Q4'"
    assert _rows(run, query) == [(value, first_status, restated)]


def test_a_restatement_says_what_was_said_when_and_how_it_was_judged() -> None:
    one = measure(good="high", decimals=1, targets=SIXTY)
    said = [
        Observed("2020-06", D("61.2"), reported_on=date(2020, 7, 1)),
        Observed("2020-06", D("61.24"), reported_on=date(2020, 8, 1)),
        Observed("2020-06", D("59.4"), reported_on=date(2020, 9, 1)),
    ]
    run = run_engine(framework_of(one), said, AS_AT)
    assert table(run, "select * exclude (breakdown, member, starts) from restatement") == [{
        "measure": "measure", "period": "2020-06", "value_from": D("61.2"), "value_to": D("59.4"),
        "reported_from": date(2020, 8, 1), "reported_to": date(2020, 9, 1),
        "status_from": "green", "status_to": "red", "kind": "vintage",
    }]  # fmt: skip


def test_a_running_total_has_increments_and_its_fall_is_listed() -> None:
    one = measure(shape="cumulative")
    said = [Observed(f"2020-0{n}", D(v)) for n, v in ((3, 90), (4, 8), (5, 20), (6, 17), (8, 30))]
    run = run_engine(framework_of(one), said, AS_AT)
    assert _rows(
        run, "select period, increment from status where value is not null order by starts"
    ) == [("2020-03", None), ("2020-04", 8), ("2020-05", 12), ("2020-06", -3), ("2020-08", None)]
    assert _rows(run, "select period, kind, value_from, value_to from restatement") == [
        ("2020-06", "cumulative_fall", 20, 17)
    ]


@pytest.mark.parametrize(
    ("frequency", "first", "expected"),
    [
        ("week", "2020-W51", ["2020-W51", "2020-W52", "2020-W53", "2021-W01", "2021-W02"]),
        ("month", "2020-11", ["2020-11", "2020-12"]),
        ("quarter", "2020/21 Q2", ["2020/21 Q2", "2020/21 Q3"]),
        ("year", "2018/19", ["2018/19", "2019/20"]),
        ("academic_year", "2018/19", ["2018/19", "2019/20"]),
        ("calendar_year", "2019", ["2019", "2020"]),
        ("day", "2021-01-17", ["2021-01-17", "2021-01-18"]),
    ],
)
def test_every_period_that_has_ended_is_expected(
    frequency: Frequency, first: str, expected: list[str]
) -> None:
    run = run_engine(
        framework_of(measure(frequency=frequency)), [Observed(first, D(1))], date(2021, 1, 19)
    )
    assert [period for (period,) in _rows(run, "select period from status order by starts")] == (
        expected
    )


def test_the_latest_result_knows_what_is_late_and_what_comes_next() -> None:
    said = [Observed("2020-05", D(61)), Observed("2020-06", D(62)), Observed("2020-07", D(1))]
    one = measure(good="low", due_after=9, targets=SIXTY)
    run = run_engine(framework_of(one), [Observed("2020-04", D(2)), *said[:2]], AS_AT)
    assert table(
        run,
        "select period, status, since_periods, previous_status, previous_value, late_period, "
        "late_days, next_period, next_due, age_days, due_on, overdue_on from latest",
    ) == [{
        "period": "2020-06", "status": "red", "since_periods": 2, "previous_status": "red",
        "previous_value": D(61), "late_period": "2020-07", "late_days": 64,
        "next_period": "2020-10", "next_due": date(2020, 11, 9), "age_days": 104,
        "due_on": date(2020, 7, 9), "overdue_on": date(2020, 7, 10),
    }]  # fmt: skip


def test_nothing_is_expected_of_a_retired_measure_and_its_past_stays() -> None:
    one = measure(retired=Retired(date(2020, 4, 1), "collection suspended"))
    run = run_engine(framework_of(one), [Observed("2020-02", D(1))], AS_AT)
    query = "select period, status from status order by starts"
    assert _rows(run, query) == [("2020-02", "monitor"), ("2020-03", "no_data")]
    assert _rows(run, "select period, next_period from latest") == [("2020-02", None)]


def test_a_measure_never_supplied_is_overdue() -> None:
    run = run_engine(framework_of(measure(targets=SIXTY)), [], AS_AT)
    assert _rows(run, "select period, status, late_period from latest") == [
        ("2020-08", "no_data", "2019-04")
    ]


def test_measures_never_supplied_have_a_history_wherever_the_framework_names_them() -> None:
    three = [measure(id=name, targets=SIXTY) for name in ("first", "middle", "last")]
    said = [Observed("2020-08", D(1), measure="middle")]
    run = run_engine(framework_of(*three), said, AS_AT)
    query = "select measure, count(*) from headline where refusal = 'no_figure' group by 1"
    assert sorted(_rows(run, query)) == [("first", 18), ("last", 18)]


def test_not_applicable_is_not_missing() -> None:
    said = [Observed("2020-07", D(1)), Observed("2020-08", marker="not_applicable")]
    run = run_engine(framework_of(measure()), said, AS_AT)
    assert _rows(run, "select status from status where period = '2020-08'") == [("not_available",)]


def test_the_council_is_the_ratio_of_its_members_sums_never_the_mean_of_their_ratios() -> None:
    one = measure(combine="ratio", scale=100, breakdowns=("team",))
    said = [
        Observed("2020-08", numerator=D(1), denominator=D(1), breakdown="team", member="North"),
        Observed("2020-08", numerator=D(0), denominator=D(9), breakdown="team", member="South"),
    ]
    run = run_engine(framework_of(one), said, AS_AT)
    assert _rows(run, "select value, complete, parts from latest where member = ''") == [
        (10, True, "2 of 2 members")
    ]


def test_a_quarter_with_two_of_three_months_is_incomplete() -> None:
    parent = measure(id="whole", frequency="quarter", drivers=(Driver("measure", "part"),))
    said = [Observed("2020-07", D(4)), Observed("2020-09", D(5))]
    run = run_engine(framework_of(measure(), parent), said, AS_AT)
    assert _rows(
        run, "select value, complete, parts, sentence from latest where measure = 'whole'"
    ) == [(
        9, False, "2 of 3 months",
        "9: no target in force for Q2 2020/21 (Jul to Sep). Incomplete: 2 of 3 months.",
    )]  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "value"),
    [({}, 15), ({"shape": "stock"}, 6), ({"combine": "last"}, 6), ({"shape": "cumulative"}, 6)],
)
def test_how_months_become_a_quarter(keys: dict[str, Any], value: int) -> None:
    parent = measure(id="whole", frequency="quarter", drivers=(Driver("measure", "part"),), **keys)
    said = [Observed(f"2020-0{n}", D(n - 3)) for n in (7, 8, 9)]
    run = run_engine(framework_of(measure(**keys), parent), said, AS_AT)
    assert _rows(run, "select value from latest where measure = 'whole'") == [(value,)]


def test_a_year_is_put_together_however_long_ago_its_quarters_were() -> None:
    parent = measure(id="whole", frequency="year", drivers=(Driver("measure", "part"),))
    said = [Observed(f"2015/16 Q{n}", D(10)) for n in (1, 2, 3, 4)]
    run = run_engine(framework_of(measure(frequency="quarter"), parent), said, AS_AT)
    found = _rows(run, "select value from status where measure = 'whole' and period = '2015/16'")
    assert found == [(40,)]


def test_a_ratio_without_numerators_is_not_combined_and_says_why() -> None:
    part = measure(combine="ratio")
    parent = measure(id="whole", combine="ratio", drivers=(Driver("measure", "part"),))
    run = run_engine(framework_of(part, parent), [Observed("2020-08", D(4))], AS_AT)
    assert _rows(run, "select status, sentence from latest where measure = 'whole'") == [(
        "not_available",
        "Not available: a ratio cannot be combined, because a figure that makes it up for Aug 2020 "
        "has no numerator and denominator.",
    )]  # fmt: skip


def test_what_is_withheld_now_does_not_come_back_from_what_was_said_before() -> None:
    said = [
        Observed("2020-08", D(3), reported_on=date(2020, 9, 9)),
        Observed("2020-08", None, marker="suppressed", reported_on=date(2020, 10, 1)),
        Observed("2020-09", D(30), reported_on=date(2020, 10, 2)),
        Observed("2020-09", D(31), reported_on=date(2020, 10, 3)),
    ]
    run = run_engine(framework_of(measure(decimals=0)), said, AS_AT)
    changed = _rows(run, "select period, value_from, value_to from restatement")
    assert changed == [("2020-09", D(30), D(31))]
    first = _rows(run, "select published, restated from first_result order by ordinal")
    assert first == [(None, True), (30, True)]
    assert _rows(run, "select value from status where period = '2020-08'") == [(None,)]
