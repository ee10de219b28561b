"""Periods named in the framework, for measures of every frequency."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.frameworks import framework_from, loaded_from, measures_text
from tests.unit.framework.problem_lines import check, lines_of


@pytest.mark.parametrize(
    ("frequency", "text", "starts"),
    [
        ("month", '"2020-06"', "2020-06-01"),
        ("month", "2020-06", "2020-06-01"),
        ("month", '"2020/21"', "2020-04-01"),
        ("month", '"2020/21 Q2"', "2020-07-01"),
        ("month", '"2020"', "2020-01-01"),
        ("month", "2020", "2020-01-01"),
        ("month", "2020-06-01", "2020-06-01"),
        ("month", "2011-12", "2011-12-01"),
        ("quarter", '"2020/21 Q2"', "2020-07-01"),
        ("quarter", '"2020/21"', "2020-04-01"),
        ("quarter", "2020-07", "2020-07-01"),
        ("year", '"2020/21"', "2020-04-01"),
        ("year", "2020-04", "2020-04-01"),
        ("academic_year", '"2020/21"', "2020-09-01"),
        ("calendar_year", "2020", "2020-01-01"),
        ("calendar_year", "2020-01", "2020-01-01"),
        ("week", "2020-W10", "2020-03-02"),
        ("week", '"2020/21"', "2020-04-01"),
        ("week", "2020-06", "2020-06-01"),
        ("day", '"2020/21"', "2020-04-01"),
        ("day", "2020-06-17", "2020-06-17"),
    ],
)
def test_a_target_may_begin_with_a_period_of_its_own_or_a_longer_one(
    tmp_path: Path, frequency: str, text: str, starts: str
) -> None:
    keys = f"frequency: {frequency}\ntargets: [{{from: {text}, value: 1}}]"

    [target] = framework_from(measures_text(m=keys), tmp_path).measures["m"].targets

    assert target.starts == date.fromisoformat(starts)


@pytest.mark.parametrize(
    ("frequency", "text", "said"),
    [
        ("month", '"2020-13"', "'2020-13' is not a date that exists"),
        ("month", "2020-06-15", "'2020-06-15' is not the first day of a month: "
                                "write the period like '2020-06', or give its first day"),
        ("month", "2020-W10", "'2020-W10' is not a month: write it like '2020-06'"),
        ("quarter", "2020-08", "'2020-08' is not a quarter: write it like '2020/21 Q1'"),
        ("quarter", "2011-12", "'2011-12' is the key of a month and of a year: "
                               "write '2011/12 Q3' or '2011/12 Q1'"),
        ("year", "2020-05", "'2020-05' is not a financial year: write it like '2019/20'"),
        ("year", '"2020/22"', "'2020/22' is not a financial year: write it like '2019/20'"),
        ("calendar_year", '"2020/21"', "'2020/21' is not a calendar year: write it like '2019'"),
        ("week", "2019-W53", "'2019-W53' is not a week that exists"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ("targets: [{{from: {}, value: 1}}]", "targets.from"),
        ("tolerance: [{{from: {}, value: 1}}]", "tolerance.from"),
        ("exceptional: [{{from: {}, value: 1}}]", "exceptional.from"),
        ("retired: {{from: {}, reason: Gone}}", "retired.from"),
        ("spc: {{recalculate: [{{from: {}, reason: New}}]}}", "spc.recalculate.from"),
        ("spc: {{baseline: {{to: {}, reason: Old}}}}", "spc.baseline.to"),
        ("spc: {{ghost: [{{period: {}, reason: Odd}}]}}", "spc.ghost.period"),
    ],
)
def test_a_period_that_is_none_is_an_error_wherever_it_stands(
    tmp_path: Path, frequency: str, text: str, said: str, keys: str, key: str
) -> None:
    problems = check(tmp_path, f"frequency: {frequency}\n{keys.format(text)}")

    assert problems == [f"error: measure 'm': {key}: {said}"]


def test_a_line_ends_with_a_period(tmp_path: Path) -> None:
    keys = 'frequency: year\ntargets: [{from: "2020/21", to: 2040, start: 1, end: 2}]'

    assert check(tmp_path, keys) == [
        "error: measure 'm': targets.to: '2040' is not a financial year: write it like '2019/20'"
    ]


def test_the_calendar_of_the_organisation_decides(tmp_path: Path) -> None:
    text = measures_text(m='targets: [{from: "2020/21", value: 1}]')
    text = text.replace("code: E06000099", "code: E06000099, year_starts: august")

    [target] = framework_from(text, tmp_path).measures["m"].targets

    assert target.starts == date(2020, 8, 1)


def test_a_set_of_areas_is_used_from_a_month(tmp_path: Path) -> None:
    text = measures_text(m="").replace("code: E92000001", "members: [E1], since: 2021-04")

    assert framework_from(text, tmp_path).comparators["england"].since == date(2021, 4, 1)


def test_a_set_of_areas_is_not_used_from_a_month_that_is_none(tmp_path: Path) -> None:
    text = measures_text(m="").replace("code: E92000001", "members: [E1], since: 2021-13")

    assert lines_of(loaded_from(text, tmp_path)) == [
        "6: error: comparators.england.since: '2021-13' is not a date that exists"
    ]
