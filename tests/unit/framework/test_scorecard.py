"""The balance of the scorecard."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frameworks import loaded_from, measures_text
from tests.unit.framework.problem_lines import lines_of

QUADRANTS = "quadrants: {money: {name: Finance}, people: {name: People}}"


@pytest.mark.parametrize(
    ("one", "other", "problems"),
    [
        ("quadrant: money", "quadrant: people", []),
        ("quadrant: money", "", ["quadrants.people: has no measure",
                                 "quadrants: the scorecard has no non-financial measure"]),
        ("quadrant: people", "", ["quadrants.money: has no measure",
                                  "quadrants: the scorecard has no financial measure"]),
        ("quadrant: people\nunit: gbp", "quadrant: people", ["quadrants.money: has no measure"]),
        ("quadrant: people\ntags: [financial]", "quadrant: people",
         ["quadrants.money: has no measure"]),
        ("quadrant: money", 'quadrant: people\nretired: {from: 2020-03, reason: Stopped}',
         ["quadrants.people: has no measure",
          "quadrants: the scorecard has no non-financial measure"]),
    ],
)  # fmt: skip
def test_the_scorecard_is_balanced(
    tmp_path: Path, one: str, other: str, problems: list[str]
) -> None:
    text = measures_text(one=one, other=other).replace("quadrants: {}", QUADRANTS)

    found = lines_of(loaded_from(text, tmp_path))

    assert sorted(found) == sorted(f"5: warning: {problem}" for problem in problems)


def test_without_quadrants_there_is_no_scorecard_to_balance(tmp_path: Path) -> None:
    assert loaded_from(measures_text(m=""), tmp_path).problems == ()
