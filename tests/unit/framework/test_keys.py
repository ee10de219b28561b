"""Keys and words that are not known, and the nearest that is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frameworks import HEAD, loaded_from, measures_text
from tests.unit.framework.problem_lines import check, lines_of


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ("tolerence: 5%", "tolerence: is not a known key (did you mean 'tolerance'?)"),
        ("Owner: X", "Owner: is not a known key (did you mean 'owner'?)"),
        ("xyzzy: 1", "xyzzy: is not a known key"),
        ("disclosure: {min: 5, min_count: 5}",
         "disclosure.min: is not a known key (did you mean 'min_count'?)"),
        ("level: strategical", "level: 'strategical' is not one of strategic, service, operational "
                               "(did you mean 'strategic'?)"),
        ("frequency: monthly", "frequency: 'monthly' is not one of day, week, month, quarter, "
                               "year, academic_year, calendar_year (did you mean 'month'?)"),
        ("combine: avg", "combine: 'avg' is not one of ratio, sum, mean, last"),
        ("good: up", "good: 'up' is not one of high, low, range, none"),
        ("decimals: 7", "decimals: 7 is not between 0 and 6"),
        ("decimals: -1", "decimals: '-1' is not a whole number"),
        ("scale: 10", "scale: 10 is not one of 1, 100, 1000, 10000, 100000"),
        ("due_after: 3 weeks", "due_after: '3 weeks' is not a number of days like '20 days'"),
        ("due_after: -1 days", "due_after: '-1 days' is not a number of days like '20 days'"),
        ("tolerance: 5 per cent", "tolerance: '5 per cent' is neither a number nor a percentage"),
        ("tolerance: -1", "tolerance: -1 is not 0 or more"),
        ("exceptional: 0", "exceptional: 0 is not more than 0"),
        ("exceptional: 0%", "exceptional: 0% is not more than 0"),
        ("noise: [1]", "noise: is a list where one value is expected"),
        ("name: {a: b}", "name: is a mapping where one value is expected"),
        ("name: \"  \"", "name: is empty"),
        ("breakdowns: team", "breakdowns: is not a list; write [one, two]"),
        ("tags: [a, null]", "tags: has an item with nothing in it"),
        ("spc: yes", "spc: is not a mapping of keys to values"),
        ("retired: {from: \"2020-03\"}", "retired.reason: is missing"),
        ("spc: {baseline: {to: \"2020-03\"}}", "spc.baseline.reason: is missing"),
        ("<<: {name: x}", "<<: is not a known key"),
    ],
)  # fmt: skip
def test_a_wrong_key_or_value_is_an_error(tmp_path: Path, keys: str, problem: str) -> None:
    assert check(tmp_path, keys) == [f"error: measure 'm': {problem}"]


@pytest.mark.parametrize("key", ["name", "level", "service", "unit", "frequency", "good"])
def test_what_a_measure_cannot_do_without(tmp_path: Path, key: str) -> None:
    assert check(tmp_path, f"{key}: null") == [f"error: measure 'm': {key}: is missing"]


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ("service: wast", "service: there is no service 'wast' (did you mean 'waste'?)"),
        ("portfolio: roads", "portfolio: there is no portfolio 'roads'"),
        ("quadrant: x", "quadrant: there is no quadrant 'x'"),
        ("priorities: [climat]", "priorities: there is no priority 'climat'"),
        ("covid_section: school", "covid_section: there is no Covid section 'school'"),
        ("breakdowns: [team, locallity]",
         "breakdowns: there is no breakdown 'locallity' (did you mean 'locality'?)"),
        ("comparators: [englnd]",
         "comparators: there is no comparator 'englnd' (did you mean 'england'?)"),
        ("drivers: [{parts: [n]}]", "drivers.parts: there is no measure 'n'"),
        ("drivers: [{influences: [n]}]", "drivers.influences: there is no measure 'n'"),
        ("targets: [{from: \"2020/21\", comparator: engand}]",
         "targets.comparator: there is no comparator 'engand' (did you mean 'england'?)"),
    ],
)  # fmt: skip
def test_a_measure_refers_to_what_exists(tmp_path: Path, keys: str, problem: str) -> None:
    assert check(tmp_path, keys) == [f"error: measure 'm': {problem}"]


@pytest.mark.parametrize(
    ("section", "problem"),
    [
        ("portfolios: {a: {name: A, nam: A}}",
         "portfolios.a.nam: is not a known key (did you mean 'name'?)"),
        ("portfolios: {a: {}}", "portfolios.a.name: is missing"),
        ("portfolios: {a: A}", "portfolios.a: is not a mapping of keys to values"),
        ("portfolios: [a]", "portfolios: is not a mapping of keys to values"),
        ("portfolio: {}", "portfolio: is not a known key (did you mean 'portfolios'?)"),
        ("covid_sections: {a: {name: A, order: first}}",
         "covid_sections.a.order: 'first' is not a whole number"),
        ("forums: {slt: {name: SLT, receives: {levels: [top]}}}",
         "forums.slt.receives.levels: 'top' is not one of strategic, service, operational"),
        ("forums: {slt: {name: SLT, receives: {directorates: [plaice]}}}",
         "forums.slt.receives.directorates: there is no directorate 'plaice' "
         "(did you mean 'place'?)"),
        ("forums: {slt: {name: SLT, receives: {statuses: [rd]}}}",
         "forums.slt.receives.statuses: 'rd' is not one of exceptional, green, amber, red, "
         "monitor, no_data, not_due, suppressed, not_available (did you mean 'red'?)"),
        ("escalation: [{when: {status: red}, to: directorat}]",
         "escalation.to: there is no forum 'directorat' (did you mean 'directorate'?)"),
        ("escalation: [{when: {status: red}}]", "escalation.to: is missing"),
        ("escalation: [{to: directorate}]", "escalation.when: is missing"),
        ("escalation: [{when: {status: red, for: 0 periods}, to: directorate}]",
         "escalation.when.for: '0 periods' is not a number of periods like '2 periods'"),
        ("defaults: {name: X}", "defaults.name: is not a known key"),
        ("defaults: {good: upward}",
         "defaults.good: 'upward' is not one of high, low, range, none"),
    ],
)  # fmt: skip
def test_other_sections_are_checked_alike(tmp_path: Path, section: str, problem: str) -> None:
    text = measures_text(m="") + section + "\n"

    last = len(text.splitlines())
    assert lines_of(loaded_from(text, tmp_path)) == [f"{last}: error: {problem}"]


@pytest.mark.parametrize(
    ("organisation", "problem"),
    [
        ("{name: X}", "organisation.code: is missing"),
        ("{name: X, code: Y, year_starts: April}",
         "organisation.year_starts: 'April' is not one of january, february, march, april, may, "
         "june, july, august, september, october, november, december (did you mean 'april'?)"),
        ("{name: X, code: Y, as_at: 2020-02-30}",
         "organisation.as_at: '2020-02-30' is not a date like 2020-10-12"),
        ("{name: X, code: Y, spc_rules: mcd}",
         "organisation.spc_rules: 'mcd' is not one of mdc, nhsr (did you mean 'mdc'?)"),
    ],
)  # fmt: skip
def test_the_organisation_is_checked(tmp_path: Path, organisation: str, problem: str) -> None:
    lines = measures_text(m="").splitlines()
    lines[1] = f"organisation: {organisation}"

    assert lines_of(loaded_from("\n".join(lines), tmp_path)) == [f"2: error: {problem}"]


@pytest.mark.parametrize("comparator", ["{name: X}", "{name: X, code: E1, members: [E2]}"])
def test_a_comparator_is_an_area_or_a_set(tmp_path: Path, comparator: str) -> None:
    text = HEAD.replace("{name: England, code: E92000001}", comparator) + "  m: {}\n"

    problems = lines_of(loaded_from(text, tmp_path))
    assert (
        "6: error: comparators.england: give either the code of one area or the members" in problems
    )


def test_all_problems_come_in_one_run_sorted_by_line(tmp_path: Path) -> None:
    text = measures_text(
        a="decimals: 9\nscale: 3",
        b="service: nowhere\ntargets: [{from: \"2020-13\", value: x}]",
        c="level: strategic",
    ) + "tail: 1\n"  # fmt: skip

    problems = loaded_from(text, tmp_path).problems

    keys = ["decimals", "scale", "service", "targets.value", "owner", "tail"]
    assert [problem.key for problem in problems] == keys
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
