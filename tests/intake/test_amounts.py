"""Which cells are numbers, which are markers, and which are refused?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.sending import send_row

NUMBERS = [
    ("5", "5"),
    (" 5 ", "5"),
    ("+5", "5"),
    ("-5", "-5"),
    ("−5", "-5"),
    ("5.", "5"),
    (".5", "0.5"),
    ("1,234", "1234"),
    ("1,234,567.5", "1234567.5"),
    ("£1,234.50", "1234.5"),
    ("-£12", "-12"),
    ("£-12", "-12"),
    ("(12)", "-12"),
    ("(£1,234)", "-1234"),
    ("1.5e3", "1500"),
    ("1,234 [p]", "1234"),
    ("79.900000000000006", "79.9"),
    ("0.00000000004", "0"),
    ("0.00000000005", "0.0000000001"),
    ("999999999999999999", "999999999999999999"),
    ("\u00a05\u00a0", "5"),
]
MARKERS = [
    ("[c]", "suppressed"), ("c", "suppressed"), ("*", "suppressed"), ("[C]", "suppressed"),
    ("[x]", "not_available"), ("x", "not_available"), ("..", "not_available"),
    ("-", "not_available"), ("–", "not_available"), (":", "not_available"),
    ("u", "not_available"), ("NULL", "not_available"), ("#N/A", "not_available"),
    ("[z]", "not_applicable"), ("z", "not_applicable"),
    ("[x] [r]", "not_available"),
]  # fmt: skip
REFUSED = [
    ("1,5", "value '1,5' has a comma that does not separate thousands"),
    ("1,23,456", "value '1,23,456' has a comma that does not separate thousands"),
    ("1_000", "value '1_000' is not a number or a marker"),
    ("1 234", "value '1 234' is not a number or a marker"),
    ("12 approx", "value '12 approx' is not a number or a marker"),
    ("nan", "value 'nan' is not a number or a marker"),
    ("inf", "value 'inf' is not a number or a marker"),
    ("0x1F", "value '0x1F' is not a number or a marker"),
    ("--5", "value '--5' is not a number or a marker"),
    ("#DIV/0!", "value '#DIV/0!' is the error of a formula"),
    ("1000000000000000000", "is too large (18 digits before the point at most)"),
    ("1e400", "is too large (18 digits before the point at most)"),
    ("59.5%", "value '59.5%' is a percentage, and the measure is not"),
    ("", "neither a value nor both a numerator and a denominator"),
]


@pytest.mark.parametrize(("cell", "value"), NUMBERS)
def test_a_number_is_read_however_it_is_written(tmp_path: Path, cell: str, value: str) -> None:
    assert send_row(tmp_path, value=cell).values == [value]


@pytest.mark.parametrize(("cell", "marker"), MARKERS)
def test_a_marker_stands_in_place_of_a_value(tmp_path: Path, cell: str, marker: str) -> None:
    outcome = send_row(tmp_path, value=cell)
    assert outcome.rows("select value, marker from observation") == [(None, marker)]


def test_low_is_a_zero_that_says_so(tmp_path: Path) -> None:
    outcome = send_row(tmp_path, value="[low]")
    assert outcome.rows("select value::int, marker from observation") == [(0, "low")]


@pytest.mark.parametrize(("cell", "reason"), REFUSED)
def test_any_other_cell_is_refused_in_words(tmp_path: Path, cell: str, reason: str) -> None:
    outcome = send_row(tmp_path, value=cell)
    assert outcome.values == []
    assert reason in outcome.reasons[0]


@pytest.mark.parametrize(
    ("cell", "qualifier"),
    [("12 [p]", "provisional"), ("12[r]", "revised"), ("12 (e)", "estimated"), ("12", "")],
)
def test_a_letter_after_the_number_qualifies_it(tmp_path: Path, cell: str, qualifier: str) -> None:
    outcome = send_row(tmp_path, value=cell)
    assert outcome.rows("select value::int, qualifier from observation") == [(12, qualifier)]


def test_a_percent_sign_belongs_to_a_measure_in_percent(tmp_path: Path) -> None:
    outcome = send_row(tmp_path, measure="recycling", period="2020/21 Q1", value="59.5%")
    assert outcome.values == ["59.5"]
