"""Each rule beyond the keys: a case that breaks it beside one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frameworks import loaded_from, measures_text
from tests.unit.framework.problem_lines import MARK, check, lines_of, marked

OF_ZERO = "5% of a zero target (line {line}) is nothing: write it in the measure's unit"

BROKEN: list[tuple[str, str, str, str]] = [
    # which rule, keys that break it, the problem, keys that do not
    ("owner",
     "level: strategic",
     "error: owner: is missing: a strategic measure needs the post title of its accountable "
     "officer",
     "level: strategic\nowner: Head of Waste"),
    ("owner of other levels",
     "level: strategic\nowner: null",
     "error: owner: is missing: a strategic measure needs the post title of its accountable "
     "officer",
     "level: service"),
    ("percentage of a zero target",
     'tolerance: 5%\ntargets: [{from: "2020/21", value: 0}]',
     f"error: tolerance: {OF_ZERO}",
     'tolerance: 5\ntargets: [{from: "2020/21", value: 0}]'),
    ("exceptional percentage of a zero target",
     'exceptional: 5%\ntargets: [{from: "2020/21", value: 0}]',
     f"error: exceptional: {OF_ZERO}",
     'exceptional: 5%\ntargets: [{from: "2020/21", value: 1}]'),
    ("percentage of a range that begins with zero",
     'good: range\ntolerance: 5%\ntargets: [{from: "2020/21", range: [0, 2]}]',
     f"error: tolerance: {OF_ZERO}",
     'good: range\ntolerance: 5%\ntargets: [{from: "2020/21", range: [1, 2]}]'),
    ("percentage on the way to zero",
     'good: low\nfrequency: year\ntolerance: 5%\n'
     'targets: [{from: "2020/21", to: "2040/41", start: 9, end: 0}]',
     f"error: tolerance: {OF_ZERO}",
     'good: low\nfrequency: year\ntolerance: 5%\n'
     'targets: [{from: "2020/21", to: "2040/41", start: 9, end: 1}]'),
    ("dated percentage while the target is zero",
     'tolerance: [{from: "2019/20", value: 1}, {from: "2020/21", value: 5%}]\n'
     'targets: [{from: "2019/20", value: 0}, {from: "2021/22", value: 10}]',
     f"error: tolerance: {OF_ZERO}",
     'tolerance: [{from: "2019/20", value: 1}, {from: "2020/21", value: 5%}]\n'
     'targets: [{from: "2019/20", value: 0}, {from: "2020/21", value: 10}]'),
    ("dated percentage before the target is zero",
     'tolerance: [{from: "2019/20", value: 5%}, {from: "2020/21", value: 1}]\n'
     'targets: [{from: "2018/19", value: 0}]',
     f"error: tolerance: {OF_ZERO}",
     'tolerance: [{from: "2019/20", value: 5%}, {from: "2020/21", value: 1}]\n'
     'targets: [{from: "2018/19", value: 3}, {from: "2020/21", value: 0.5}]'),
    ("range that falls",
     'good: range\ntargets: [{from: "2020/21", range: [9, 2]}]',
     "error: targets.range: the lower bound 9 comes first, then the upper 2",
     'good: range\ntargets: [{from: "2020/21", range: [2, 2]}]'),
    ("range for a measure with one good direction",
     'good: high\ntargets: [{from: "2020/21", range: [1, 2]}]',
     "error: targets: a range needs good: range; this measure has good: high",
     'good: none\ntargets: [{from: "2020/21", range: [1, 2]}]'),
    ("one bound for a band",
     'good: range\ntargets: [{from: "2020/21", value: 1}]',
     "error: targets: needs a range; this measure has good: range",
     'good: low\ntargets: [{from: "2020/21", value: 1}]'),
    ("thresholds for a band",
     "good: range\nthresholds: {green: 2, amber: 1}",
     "error: thresholds: need good: high or good: low, not range",
     "good: high\nthresholds: {green: 2, amber: 1}"),
    ("amber above green for high",
     "good: high\nthresholds: {green: 90, amber: 95}",
     "error: thresholds.amber: amber 95 must be below green 90 for good: high",
     "good: low\nthresholds: {green: 90, amber: 95}"),
    ("amber below green for low",
     "good: low\nthresholds: {green: 95, amber: 90}",
     "error: thresholds.amber: amber 90 must be above green 95 for good: low",
     "good: low\nthresholds: {green: 95, amber: 95}"),
    ("exceptional below green for high",
     "good: high\nthresholds: {green: 95, amber: 90, exceptional: 95}",
     "error: thresholds.exceptional: green 95 must be below exceptional 95 for good: high",
     "good: high\nthresholds: {green: 95, amber: 90, exceptional: 96}"),
    ("exceptional above green for low",
     "good: low\nthresholds: {green: 9, amber: 10, exceptional: 11}",
     "error: thresholds.exceptional: green 9 must be above exceptional 11 for good: low",
     "good: low\nthresholds: {green: 9, amber: 10, exceptional: 8}"),
    ("line that ends before it begins",
     'frequency: year\ntargets: [{from: "2020/21", to: "2020/21", start: 1, end: 2}]',
     "error: targets.to: is not after from",
     'frequency: year\ntargets: [{from: "2020/21", to: "2021/22", start: 1, end: 2}]'),
    ("two targets at once",
     'targets: [{from: "2020/21", value: 1}, {from: 2020-04, value: 2}]',
     "error: targets.from: the same kind and period as the target on line {line}",
     'targets: [{from: "2020/21", value: 1}, {from: 2020-04, kind: statutory, value: 2}]'),
    ("two margins at once",
     'tolerance: [{from: "2020/21", value: 1}, {from: 2020-04, value: 2}]',
     "error: tolerance.from: two margins begin with one period",
     'tolerance: [{from: "2020/21", value: 1}, {from: 2020-05, value: 2}]'),
    ("drivers neither parts nor influences",
     "drivers: [{lag: 1}]",
     "error: drivers: give either parts or influences in one entry",
     "drivers: []"),
    ("drivers both parts and influences",
     "drivers: [{parts: [], influences: []}]",
     "error: drivers: give either parts or influences in one entry",
     "drivers: [{parts: [], influences: null}]"),
    ("percent beyond 100",
     'unit: percent\nscale: 100\ncombine: ratio\ntargets: [{from: "2020/21", value: 950}]',
     "warning: targets: 950 is outside 0 to 100 for a percent",
     'unit: percent\nscale: 100\ncombine: ratio\ntargets: [{from: "2020/21", value: 100}]'),
    ("percent below 0",
     'unit: percent\nscale: 100\ncombine: ratio\ntargets: [{from: "2020/21", value: -1}]',
     "warning: targets: -1 is outside 0 to 100 for a percent",
     'unit: percent\nscale: 100\ncombine: ratio\ntargets: [{from: "2020/21", value: 0}]'),
    ("percent below 0 in another unit",
     'unit: percent\nscale: 100\ncombine: ratio\ntargets: [{from: "2020/21", value: -0.1}]',
     "warning: targets: -0.1 is outside 0 to 100 for a percent",
     'unit: count\ntargets: [{from: "2020/21", value: -0.1}]'),
    ("exceptional beyond 100 percent",
     'unit: percent\nscale: 100\ncombine: ratio\nexceptional: 3\n'
     'targets: [{from: "2020/21", value: 98}]',
     "warning: exceptional: cannot be reached: the target on line {line} makes it 101",
     'unit: percent\nscale: 100\ncombine: ratio\nexceptional: 2\n'
     'targets: [{from: "2020/21", value: 98}]'),
    ("exceptional below nothing",
     'good: low\nexceptional: 3\ntargets: [{from: "2020/21", value: 2}]',
     "warning: exceptional: cannot be reached: the target on line {line} makes it -1",
     'good: low\nexceptional: 3\ntargets: [{from: "2020/21", value: 3}]'),
    ("exceptional below nothing where less than nothing is possible",
     'good: low\nunit: days\nexceptional: 3\ntargets: [{from: "2020/21", value: 2}]',
     "warning: exceptional: cannot be reached: the target on line {line} makes it -1",
     'good: low\nunit: gbp\nexceptional: 3\ntargets: [{from: "2020/21", value: 2}]'),
    ("exceptional no longer in force",
     'good: low\nexceptional: [{from: "2019/20", value: 1}, {from: "2020/21", value: 3}]\n'
     'targets: [{from: "2020/21", value: 2}]',
     "warning: exceptional: cannot be reached: the target on line {line} makes it -1",
     'good: low\nexceptional: [{from: "2019/20", value: 3}, {from: "2020/21", value: 1}]\n'
     'targets: [{from: "2020/21", value: 2}]'),
    ("exceptional where nothing is",
     'good: range\nexceptional: 1\ntargets: [{from: "2020/21", range: [1, 2]}]',
     "warning: exceptional: never applies beside good: range",
     'good: range\ntargets: [{from: "2020/21", range: [1, 2]}]'),
    ("exceptional margin beside thresholds",
     "exceptional: 1\nthresholds: {green: 2, amber: 1}",
     "warning: exceptional: never applies beside thresholds",
     "thresholds: {green: 2, amber: 1, exceptional: 3}"),
    ("cumulative without a profile",
     'shape: cumulative\ntargets: [{from: "2020/21", value: 300}]',
     "warning: targets: is one value for a cumulative measure: give a profile, or it starts off "
     "red",
     'shape: flow\ntargets: [{from: "2020/21", value: 300}]'),
    ("profile that falls",
     'shape: cumulative\nfrequency: quarter\n'
     'targets: [{from: "2020/21", profile: {q1: 60, q2: 120, q3: 210, q4: 30}}]',
     "warning: targets.profile: falls in the course of the year, which a running total does not",
     'shape: cumulative\nfrequency: quarter\n'
     'targets: [{from: "2020/21", profile: {q1: 60, q2: 120, q3: 120, q4: 300}}]'),
    ("target that lost a digit",
     'targets: [{from: "2019/20", value: 300}, {from: "2020/21", value: 30}]',
     "warning: targets: 30 follows 300: is a digit missing or doubled?",
     'targets: [{from: "2019/20", value: 300}, {from: "2020/21", value: 31}]'),
    ("target that won a digit",
     'targets: [{from: "2020/21", value: 300}, {from: "2019/20", value: 30}]',
     "warning: targets: 300 follows 30: is a digit missing or doubled?",
     'targets: [{from: "2020/21", value: 300}, {from: "2019/20", kind: statutory, value: 30}]'),
    ("percent that is added up",
     "unit: percent",
     "warning: combine: sum adds percentages up: write ratio",
     "unit: percent\ncombine: last"),
    ("percent that is a fraction",
     "unit: percent\ncombine: ratio",
     "warning: scale: is 1: a percent that is a ratio has scale 100",
     "unit: percent\ncombine: ratio\nscale: 100"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "problem"),
    [(keys, problem) for _, keys, problem, _ in BROKEN],
    ids=[rule for rule, *_ in BROKEN],
)
def test_a_broken_rule_is_the_one_problem_found(tmp_path: Path, keys: str, problem: str) -> None:
    severity, text = problem.split(": ", 1)
    lines = measures_text(m=keys).splitlines()
    line = next((at for at, said in enumerate(lines, 1) if "targets:" in said), 0)

    assert check(tmp_path, keys) == [f"{severity}: measure 'm': {text.format(line=line)}"]


@pytest.mark.parametrize(
    "keys", [keys for *_, keys in BROKEN], ids=[f"not {rule}" for rule, *_ in BROKEN]
)
def test_a_kept_rule_says_nothing(tmp_path: Path, keys: str) -> None:
    assert check(tmp_path, keys) == []


def test_a_default_percentage_of_a_zero_target_is_told_at_the_measure(tmp_path: Path) -> None:
    text = measures_text(m='targets: [{from: "2020/21", value: 0}]')
    text = text.replace("measures:\n", "defaults: {tolerance: 5%}\nmeasures:\n")

    [problem] = lines_of(loaded_from(text, tmp_path))

    assert problem == (
        "10: error: measure 'm': tolerance: 5% of a zero target (line 17) is nothing: "
        "write it in the measure's unit, instead of the default"
    )


def test_an_exceptional_default_may_be_idle(tmp_path: Path) -> None:
    text = measures_text(m='good: range\ntargets: [{from: "2020/21", range: [1, 2]}]')
    text = text.replace("measures:\n", "defaults: {exceptional: 5}\nmeasures:\n")

    assert loaded_from(text, tmp_path).problems == ()


def test_a_default_is_undone_by_leaving_the_key_empty(tmp_path: Path) -> None:
    text = measures_text(m='tolerance:\ntargets: [{from: "2020/21", value: 0}]')
    text = text.replace("measures:\n", "defaults: {tolerance: 5%}\nmeasures:\n")

    loaded = loaded_from(text, tmp_path)

    assert loaded.framework is not None
    assert loaded.framework.measures["m"].tolerance == ()


def test_a_wrong_default_is_told_once_and_on_its_line(tmp_path: Path) -> None:
    text = measures_text(a="", b="", c="")
    text = text.replace("measures:\n", "defaults: {decimals: 7}\nmeasures:\n")

    assert lines_of(loaded_from(text, tmp_path)) == [
        "8: error: defaults.decimals: 7 is not between 0 and 6"
    ]


def test_a_problem_is_on_the_line_of_its_key(tmp_path: Path) -> None:
    text = measures_text(
        m=f"""
        targets:
          - {{from: "2019/20", value: 5}}
          - {{from: "2020/21", value: 4}}
          - from: "2020/21"  {MARK}
            value: 3
        """
    )

    assert [problem.line for problem in loaded_from(text, tmp_path).problems] == [marked(text)]


def test_the_value_of_a_list_has_its_own_line(tmp_path: Path) -> None:
    text = measures_text(m=f"breakdowns:\n  - team\n  - teams  {MARK}\n  - locality")

    [problem] = loaded_from(text, tmp_path).problems

    assert (problem.line, problem.key) == (marked(text), "breakdowns")
