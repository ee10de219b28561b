"""The forms a target can take, and how they go wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frameworks import framework_from, measures_text
from tests.unit.framework.problem_lines import check

WAYS = "value, range, profile, start with end and to, comparator, improve_on with by"
TWELVE = "apr: 1, may: 2, jun: 3, jul: 4, aug: 5, sep: 6, oct: 7, nov: 8, dec: 9, jan: 10, feb: 11"


@pytest.mark.parametrize(
    ("target", "problems"),
    [
        ("why: Nothing", [f"targets: says no target: give one of {WAYS}"]),
        ("value: 1, comparator: england",
         ["targets.comparator: cannot stand beside 'value': give each target its own entry"]),
        ("value: null", [f"targets: says no target: give one of {WAYS}"]),
        ("value: 1, end: 2",
         ["targets.end: cannot stand beside 'value': give each target its own entry"]),
        ("start: 1, end: 2", ["targets.to: is missing beside start, end"]),
        ("to: \"2030/31\", start: 1", ["targets.end: is missing beside to, start"]),
        ("improve_on: last_year", ["targets.by: is missing beside improve_on"]),
        ("improve_on: lastyear, by: 2%",
         ["targets.improve_on: 'lastyear' is not one of last_year (did you mean 'last_year'?)"]),
        ("range: [1]", ["targets.range: has 1 items, not 2"]),
        ("range: [1, x]", ["targets.range: 'x' is not a number in plain digits"]),
        ("profile: {april: 1}",
         ["targets.profile.april: is not a known key (did you mean 'apr'?)"]),
        ("profile: {q1: 1}",
         ["targets.profile.q1: is not one of apr, may, jun, jul, aug, sep, oct, nov, dec, "
          "jan, feb, mar, the periods of this measure"]),
    ],
)  # fmt: skip
def test_a_target_that_is_none_is_an_error(
    tmp_path: Path, target: str, problems: list[str]
) -> None:
    found = check(tmp_path, f'targets: [{{from: "2020/21", {target}}}]')

    errors = [problem for problem in found if problem.startswith("error")]
    assert errors == [f"error: measure 'm': {problem}" for problem in problems]


def test_a_target_begins_some_time(tmp_path: Path) -> None:
    assert check(tmp_path, "targets: [{value: 1}]") == [
        "error: measure 'm': targets.from: is missing"
    ]


@pytest.mark.parametrize(
    ("frequency", "profile", "problem"),
    [
        ("quarter", "q1: 1, jun: 2",
         "error: measure 'm': targets.profile.jun: is not one of q1, q2, q3, q4, "
         "the periods of this measure"),
        ("quarter", "may: 1",
         "error: measure 'm': targets.profile.may: is not one of jun, sep, dec, mar, "
         "the periods of this measure"),
        ("week", "apr: 1",
         "error: measure 'm': targets.profile: needs a monthly or quarterly measure; "
         "this one is week"),
        ("month", TWELVE,
         "warning: measure 'm': targets.profile: gives no target for mar"),
        ("quarter", "q1: 1, q2: 2, q3: null, q4: 4",
         "warning: measure 'm': targets.profile: gives no target for q3"),
    ],
)  # fmt: skip
def test_a_profile_suits_the_frequency(
    tmp_path: Path, frequency: str, profile: str, problem: str
) -> None:
    keys = (
        f"frequency: {frequency}\nshape: cumulative\n"
        f'targets: [{{from: "2020/21", profile: {{{profile}}}}}]'
    )

    assert check(tmp_path, keys) == [problem]


@pytest.mark.parametrize(
    ("year_starts", "profile"),
    [
        ("april", "jun: 1, sep: 2, dec: 3, mar: 4"),
        ("april", "q1: 1, q2: 2, q3: 3, q4: 4"),
    ],
)
def test_a_quarterly_profile_is_by_month_or_by_quarter(
    tmp_path: Path, year_starts: str, profile: str
) -> None:
    keys = f'frequency: quarter\ntargets: [{{from: "2020/21", profile: {{{profile}}}}}]'

    [target] = framework_from(measures_text(m=keys), tmp_path).measures["m"].targets

    assert dict(target.profile) == {6: 1, 9: 2, 12: 3, 3: 4}


def test_quarters_follow_the_financial_year(tmp_path: Path) -> None:
    keys = 'frequency: quarter\ntargets: [{from: "2020/21", profile: {q1: 1, q2: 2, q3: 3, q4: 4}}]'
    text = measures_text(m=keys).replace("E06000099", "E06000099, year_starts: january")

    [target] = framework_from(text, tmp_path).measures["m"].targets

    assert list(target.profile.items()) == [(3, 1), (6, 2), (9, 3), (12, 4)]
