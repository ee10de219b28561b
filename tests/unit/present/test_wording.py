"""Are numbers, periods and plurals put as the field writes them?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from perfcore.present import wording
from perfcore.views.counts import count_statuses


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "expected"),
    [
        ("55.125", "percent", 1, "55.1%"),
        ("0", "count", 0, "0"),
        ("1234.5", "count", 0, "1,235"),
        ("-7", "count", 0, "−7"),
        ("-0.04", "count", 1, "0.0"),
        ("4902", "gbp", 0, "£4,902"),
        ("13400000", "gbp", 0, "£13.4m"),
        ("-13400000", "gbp", 0, "−£13.4m"),
        ("21.82", "gbp", 2, "£21.82"),
        ("1", "days", 0, "1 day"),
        ("17", "days", 0, "17 days"),
        ("2.5", "tonnes", 1, "2.5 tonnes"),
    ],
)
def test_a_value_in_full(value: str, unit: str, decimals: int, expected: str) -> None:
    assert wording.in_full(Decimal(value), unit, decimals) == expected


@pytest.mark.parametrize(
    ("value", "marker", "expected"),
    [
        (Decimal(5), "", "5"),
        (Decimal(0), "low", "low"),
        (None, "suppressed", "c"),
        (None, "not_applicable", "z"),
        (None, "not_available", "x"),
        (None, "", "None yet"),
    ],
)
def test_a_marker_stands_where_the_value_would(
    value: Decimal | None, marker: str, expected: str
) -> None:
    assert wording.shown_value(value, marker, "count", 0) == expected


@pytest.mark.parametrize(
    ("good", "unit", "expected"),
    [
        ("low", "days", "10 days or fewer"),
        ("low", "percent", "10% or less"),
        ("low", "per 10,000 children", "10 per 10,000 children or less"),
        ("low", "tonnes", "10 tonnes or less"),
        ("high", "percent", "10% or more"),
        ("none", "count", "10"),
    ],
)
def test_a_target_is_a_condition(good: str, unit: str, expected: str) -> None:
    assert wording.target_words(Decimal(10), good, unit, 0) == expected


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("families", "0 families"), ("count", "0"), ("gbp", "£0 or less"), ("rate", "0 or less")],
)
def test_fewer_than_no_families_are_not_asked_for(unit: str, expected: str) -> None:
    assert wording.target_words(Decimal(0), "low", unit, 0) == expected


@pytest.mark.parametrize(
    ("frequency", "key", "starts", "short", "long"),
    [
        ("month", "2020-09", date(2020, 9, 1), "Sep 2020", "September 2020"),
        ("quarter", "2020/21 Q2", date(2020, 7, 1), "Jul to Sep 2020", "July to September 2020"),
        ("quarter", "2020/21 Q4", date(2021, 1, 1), "Jan to Mar 2021", "January to March 2021"),
        ("quarter", "2020/21 Q3", date(2020, 10, 1), "Oct to Dec 2020", "October to December 2020"),
        ("quarter", "2020/21 Q4", date(2020, 11, 1), "Nov to Jan 2021", "November to January 2021"),
        ("week", "2020-W40", date(2020, 9, 28), "w/e 4 Oct 2020", "week ending 4 October 2020"),
        ("year", "2019/20", date(2019, 4, 1), "2019/20", "2019/20"),
        ("academic_year", "2019/20", date(2019, 9, 1), "2019/20 academic year", None),
        ("day", "2020-06-01", date(2020, 6, 1), "1 Jun 2020", "1 June 2020"),
        ("calendar_year", "2019", date(2019, 1, 1), "2019", "2019"),
    ],
)
def test_a_period_short_and_long(
    frequency: str, key: str, starts: date, short: str, long: str | None
) -> None:
    assert wording.period(frequency, key, starts) == short
    assert wording.period(frequency, key, starts, short=False) == (long or short)


@pytest.mark.parametrize(
    ("frequency", "key", "expected"),
    [
        ("month", "2020-09", "Sep 2020"),
        ("quarter", "2018/19 Q1", "Q1 2018/19"),
        ("week", "2020-W40", "w/e 4 Oct 2020"),
        ("year", "2019/20", "2019/20"),
    ],
)
def test_a_period_of_which_only_the_key_is_known(frequency: str, key: str, expected: str) -> None:
    assert wording.period_key(frequency, key) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_names_in_a_sentence(names: list[str], expected: str) -> None:
    assert wording.listed(names) == expected


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "none"), (12, "twelve"), (20, "twenty"), (1234, "1,234")]
)
def test_small_counts_are_spelt(count: int, expected: str) -> None:
    assert wording.count_word(count) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("-2.04", "percent", "−2.0 percentage points"),
        ("3", "days", "+3.0 days"),
        ("0", "count", "0.0"),
    ],
)
def test_a_difference_has_its_sign(value: str, unit: str, expected: str) -> None:
    assert wording.difference(Decimal(value), unit, 1) == expected


def test_uncoloured_results_are_counted_apart() -> None:
    counts = count_statuses(["red", "monitor", "suppressed", "not_due", "no_data"])
    assert (counts.rated, counts.by_status["no_data"], counts.total) == (1, 3, 5)


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("green", "amber", "was on target, now within tolerance"),
        ("green", "green", "still on target"),
        ("", "red", "now off target"),
        ("red", "", "was off target"),
        ("", "", ""),
    ],
)
def test_a_restated_status_is_said_then_and_now(before: str, now: str, said: str) -> None:
    assert wording.status_change(before, now) == said
