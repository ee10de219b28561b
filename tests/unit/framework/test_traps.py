"""What YAML would silently read as something else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.frameworks import framework_from, loaded_from, measures_text
from tests.unit.framework.problem_lines import MARK, check, lines_of, marked


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ("name: no", "name: no without quotes is read as a yes or no: write \"no\""),
        ("name: on", "name: on without quotes is read as a yes or no: write \"on\""),
        ("unit: off", "unit: off without quotes is read as a yes or no: write \"off\""),
        ("name: 2020", "name: 2020 without quotes is read as a number: write \"2020\""),
        ("name: 1.5", "name: 1.5 without quotes is read as a number: write \"1.5\""),
        ("name: 2020-10-12", "name: 2020-10-12 without quotes is read as a date: "
                             "write \"2020-10-12\""),
        ("name: 1:30", "name: write 1:30 in quotes: \"1:30\""),
        ("name: 2020/21", "name: write 2020/21 in quotes: \"2020/21\""),
        ("tags: [yes]", "tags: yes without quotes is read as a yes or no: write \"yes\""),
        ("good: no", "good: 'no' is not one of high, low, range, none "
                     "(YAML reads it as a yes or no) (did you mean 'none'?)"),
        ("public: no", "public: 'no' is not true or false"),
        ("seasonal: \"true\"", "seasonal: 'true' is not true or false"),
        ("retired: {from: 2020/21, reason: Gone}",
         "retired.from: write 2020/21 in quotes: \"2020/21\""),
        ("targets: [{from: 2020/2021, value: 1}]",
         "targets.from: write 2020/2021 in quotes: \"2020/2021\""),
        ("targets: [{from: \"2020/21\", value: 1:30}]",
         "targets.value: '1:30' is not a number in plain digits"),
        ("targets: [{from: \"2020/21\", value: 010}]",
         "targets.value: '010' is not a number in plain digits"),
        ("targets: [{from: \"2020/21\", value: 1_000}]",
         "targets.value: '1_000' is not a number in plain digits"),
        ("targets: [{from: \"2020/21\", value: 0x1F}]",
         "targets.value: '0x1F' is not a number in plain digits"),
        ("targets: [{from: \"2020/21\", value: .nan}]",
         "targets.value: '.nan' is not a number in plain digits"),
        ("targets: [{from: \"2020/21\", value: \"60\"}]",
         "targets.value: '60' is text, not a number: leave the quotes out"),
        ("decimals: 01", "decimals: '01' is not a whole number"),
    ],
)  # fmt: skip
def test_a_trap_is_an_error(tmp_path: Path, keys: str, problem: str) -> None:
    assert check(tmp_path, keys) == [f"error: measure 'm': {problem}"]


@pytest.mark.parametrize(
    ("keys", "field", "value"),
    [
        ('name: "no"', "name", "no"),
        ("name: 'On'", "name", "On"),
        ('name: "2020/21"', "name", "2020/21"),
        ("name: Answered in 1:30 or less", "name", "Answered in 1:30 or less"),
        ("name: Nobody", "name", "Nobody"),
        ("name: >\n  Two\n  lines", "name", "Two lines"),
        ("public: false", "public", False),
        ("owner: null", "owner", ""),
        ("owner: ~", "owner", ""),
        ("owner:", "owner", ""),
    ],
)
def test_what_is_no_trap_is_read(tmp_path: Path, keys: str, field: str, value: object) -> None:
    framework = framework_from(measures_text(m=keys), tmp_path)

    assert getattr(framework.measures["m"], field) == value


@pytest.mark.parametrize(
    "digits", ["0", "-3", "0.1", "60.10", "0.7000000001", "999999999999999999", "-0.5"]
)
def test_amounts_are_the_digits_of_the_file(tmp_path: Path, digits: str) -> None:
    framework = framework_from(
        measures_text(m=f'targets: [{{from: "2020/21", value: {digits}}}]'), tmp_path
    )

    [target] = framework.measures["m"].targets
    assert str(target.value) == str(Decimal(digits))


@pytest.mark.parametrize("digits", ["1000000000000000000", "0.12345678901"])
def test_amounts_beyond_what_a_warehouse_holds_are_refused(tmp_path: Path, digits: str) -> None:
    [problem] = check(tmp_path, f'targets: [{{from: "2020/21", value: {digits}}}]')

    assert "is out of bounds: under 10^18, at most 10 decimal places" in problem


@pytest.mark.parametrize(
    ("once", "twice"),
    [("owner: A", "owner: B"), ("owner: A", '"owner": A')],
)
def test_a_key_written_twice_is_named_on_its_second_line(
    tmp_path: Path, once: str, twice: str
) -> None:
    text = measures_text(m="") + f"    {once}\n    {twice}  {MARK}\n"

    assert lines_of(loaded_from(text, tmp_path)) == [
        f"{marked(text)}: error: measure 'm': owner: "
        f"is written twice, first on line {marked(text) - 1}"
    ]


def test_a_measure_written_twice_is_an_error(tmp_path: Path) -> None:
    text = measures_text(m="") + f"  m:  {MARK}\n    name: Again\n"

    assert lines_of(loaded_from(text, tmp_path)) == [
        f"{marked(text)}: error: measures.m: is written twice, first on line 9"
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Recycling", "is not an id"),
        ("two words", "is not an id"),
        ("under_score", "is not an id"),
        ("-x", "is not an id"),
        ("no", "no without quotes is read as a yes or no"),
        ("2020", "2020 without quotes is read as a number"),
    ],
)
def test_an_id_is_lower_case_letters_digits_and_hyphens(
    tmp_path: Path, name: str, said: str
) -> None:
    text = measures_text(m="") + f"  {name}: {{name: X}}\n"

    [problem] = lines_of(loaded_from(text, tmp_path))
    assert f"error: measures.{name}: {said}" in problem


def test_a_key_that_is_no_word_is_an_error(tmp_path: Path) -> None:
    [problem] = check(tmp_path, "? [a, b]\n: c")

    assert problem == "error: measure 'm': a key must be a word"


def test_a_measure_that_holds_itself_is_refused(tmp_path: Path) -> None:
    text = measures_text(m="") + "  n: &n\n    name: *n\n"

    assert any(
        "is a mapping where one value" in line for line in lines_of(loaded_from(text, tmp_path))
    )
