"""What is the value when numerator and denominator are given?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.sending import Outcome, send_row


def ratio(folder: Path, value: str, numerator: str, denominator: str) -> Outcome:
    return send_row(
        folder,
        measure="recycling",
        period="2020/21 Q1",
        value=value,
        numerator=numerator,
        denominator=denominator,
    )


@pytest.mark.parametrize(
    ("numerator", "denominator", "value"),
    [
        ("119", "200", "59.5"),
        ("1", "3", "33.3333333333"),
        ("2", "3", "66.6666666667"),
        ("-1", "3", "-33.3333333333"),
        ("-2", "3", "-66.6666666667"),
        ("0", "7", "0"),
        ("0.1", "0.3", "33.3333333333"),
        ("123456789012", "3", "4115226300400"),
        ("1", "100000000000000", "0"),
        ("1", "8192", "0.0122070313"),
        ("-1", "8192", "-0.0122070313"),
        ("8191", "8192", "99.9877929688"),
        ("200000001", "399999999", "50.000000375"),
        ("200000001", "400000000", "50.00000025"),
        ("999999999999", "7", "14285714285700"),
    ],
)
def test_the_ratio_is_exact_to_ten_decimals(
    tmp_path: Path, numerator: str, denominator: str, value: str
) -> None:
    assert ratio(tmp_path, "", numerator, denominator).values == [value]


def test_the_ratio_wins_and_a_warning_names_the_row(tmp_path: Path) -> None:
    outcome = ratio(tmp_path, "60", "119", "200")
    assert outcome.values == ["59.5"]
    assert outcome.rows('select "row", text from intake_warning') == [
        (2, "value 60 is not 119 / 200, which gives 59.5; the ratio is used")
    ]


@pytest.mark.parametrize("value", ["33.3", "33.33", "33.34", "33.26"])
def test_agreement_is_judged_at_the_published_precision(tmp_path: Path, value: str) -> None:
    outcome = ratio(tmp_path, value, "1", "3")
    assert outcome.values == ["33.3333333333"]
    assert outcome.warnings == []


def test_a_half_is_rounded_away_from_zero_before_comparing(tmp_path: Path) -> None:
    assert ratio(tmp_path, "12.3", "49", "400").warnings == []


@pytest.mark.parametrize(
    ("numerator", "denominator", "reason"),
    [
        ("5", "0", "the denominator is zero (where nothing was due, write [z] as the value)"),
        ("0", "0", "the denominator is zero (where nothing was due, write [z] as the value)"),
        ("5", "-2", "the denominator -2 is negative"),
        ("5", "", "neither a value nor both a numerator and a denominator"),
        ("", "5", "neither a value nor both a numerator and a denominator"),
        ("many", "5", "numerator 'many' is not a number or a marker"),
        ("5", "1,5", "denominator '1,5' has a comma that does not separate thousands"),
    ],
)
def test_what_is_no_ratio_is_refused(
    tmp_path: Path, numerator: str, denominator: str, reason: str
) -> None:
    assert ratio(tmp_path, "", numerator, denominator).reasons == [reason]


@pytest.mark.parametrize(
    ("value", "numerator", "denominator"),
    [("", "[c]", "200"), ("", "119", "[c]"), ("[c]", "119", "200"), ("[c]", "", "")],
)
def test_a_marker_withholds_the_whole_row(
    tmp_path: Path, value: str, numerator: str, denominator: str
) -> None:
    outcome = ratio(tmp_path, value, numerator, denominator)
    query = "select value, numerator, denominator, marker from observation"
    assert outcome.rows(query) == [(None, None, None, "suppressed")]
