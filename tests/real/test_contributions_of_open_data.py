"""Is what moved Dorset's education, health and care plans what the published counts say?

The counts are read here from the files themselves, and taken apart in exact fractions.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from perfcore.present.apportioned import apportioned
from perfcore.present.refused import refused
from perfcore.store import Store
from perfcore.views.contributions import Contributions, Versus, contributions
from tests.oracle.shares import gaps, kitagawa

pytestmark = [pytest.mark.real, pytest.mark.slow]

DORSET = "E06000059"
ENGLAND = "E92000001"
TOPICS = {"sex": "Sex", "age": "Child or young persons age", "ethnicity": "Ethnicity"}
Side = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Ratio:
    """A ratio that Dorset publishes with its counts: which columns are added up for each.

    ``change`` and ``rounding`` were worked out by eye from the two published percentages.
    """

    measure: str
    file: str
    above: str
    below: tuple[str, ...]
    percent: str
    change: str
    rounding: str


RATIOS = [
    # 342 of 568, then 287 of 585: -11.151, published as 60.2 and 49.1
    Ratio(
        "plans-in-20-weeks", "timeliness_20_week", "plans_issued_within_20_weeks",
        ("plans_issued_den",), "pc_plans_issued_within_20_weeks", "-11.1", "0.1",
    ),
    # 189 of 837, then 175 of 881: -2.717
    Ratio(
        "requests-refused", "requests", "requests_decided_not_to_assess",
        ("requests_received_in_year",), "request_not_assess_pc", "-2.7", "0.0",
    ),
    Ratio(
        "requests-decided-in-six-weeks", "requests", "request_outcome_six_weeks",
        ("request_outcome_six_weeks", "request_outcome_over_6_weeks"),
        "request_outcome_six_weeks_pc", "-9.3", "0.0",
    ),
    # 585 of 649, then 614 of 685: -0.504
    Ratio(
        "assessments-leading-to-a-plan", "assessments", "assess_issued",
        ("assess_in_year",), "assess_issued_pc", "-0.5", "0.0",
    ),
]  # fmt: skip
EACH_RATIO = pytest.mark.parametrize("ratio", RATIOS, ids=lambda ratio: ratio.measure)
EACH_BREAKDOWN = pytest.mark.parametrize("by", TOPICS)


@EACH_BREAKDOWN
@EACH_RATIO
def test_rate_and_mix_of_every_member_are_those_of_the_published_counts(
    store: Store, raw: Path, ratio: Ratio, by: str
) -> None:
    before, after = (counted(raw, ratio, by, year) for year in ("2023", "2024"))
    expected = kitagawa(before, after, 100)
    found = taken_apart(store, ratio.measure, by, "previous")
    assert {row.kind for row in found.rows} == {"member"}
    assert {row.member for row in found.rows} == set(expected)
    for row in found.rows:
        effects = [float(effect) for effect in expected[row.member]]
        assert [row.rate_effect, row.mix_effect] == pytest.approx(effects, abs=1e-9), row.member
        assert row.contribution == pytest.approx(sum(effects), abs=1e-9), row.member


@EACH_BREAKDOWN
@EACH_RATIO
def test_printed_contributions_and_rounding_add_up_to_the_change_of_the_published_figures(
    store: Store, raw: Path, ratio: Ratio, by: str
) -> None:
    then, now = (percentage(raw, ratio, DORSET, year) for year in ("2023", "2024"))
    assert now - then == Decimal(ratio.change)
    made = apportioned(taken_apart(store, ratio.measure, by, "previous"))
    printed = [one.contribution for one in made.rows]
    assert sum(printed) + made.rounding == made.total == now - then
    assert made.rounding == Decimal(ratio.rounding)
    assert all(amount == amount.quantize(Decimal("0.1")) for amount in printed)
    for one in made.rows:
        assert abs(float(one.contribution) - one.row.contribution) < 0.2, one.row.member


@EACH_BREAKDOWN
def test_the_members_of_the_files_add_up_to_the_councils_own_counts(raw: Path, by: str) -> None:
    for ratio in RATIOS:
        for year in ("2023", "2024"):
            (whole,) = counted(raw, ratio, "", year).values()
            members = counted(raw, ratio, by, year).values()
            assert tuple(map(sum, zip(*members, strict=True))) == whole


def test_ages_with_plans_in_one_year_only_have_no_rate_effect(store: Store) -> None:
    found = taken_apart(store, "plans-in-20-weeks", "age", "previous")
    new = {row.member: row.rate_effect for row in found.rows if row.value_from is None}
    assert new == {"Aged 18": 0, "Aged 19": 0, "Aged 20 and over": 0}


@EACH_BREAKDOWN
def test_the_gap_to_england_is_that_of_the_published_counts(
    store: Store, raw: Path, by: str
) -> None:
    ratio = RATIOS[0]
    england = percentage(raw, ratio, ENGLAND, "2024")
    expected = gaps(counted(raw, ratio, by, "2024"), Fraction(england), 100)
    found = taken_apart(store, ratio.measure, by, "target")
    assert found.whole.value_from == england
    assert {row.member for row in found.rows} == set(expected)
    for row in found.rows:
        assert row.contribution == pytest.approx(float(expected[row.member]), abs=1e-9)
    made = apportioned(found)
    printed = sum(one.contribution for one in made.rows)
    assert printed + made.rounding == percentage(raw, ratio, DORSET, "2024") - england


def test_requests_by_sex_are_taken_apart_as_counts(store: Store) -> None:
    found = taken_apart(store, "requests-received", "sex", "previous")
    assert {row.member: row.contribution for row in found.rows} == {"Female": 70, "Male": -26}
    assert found.whole.change == 881 - 837


@pytest.mark.parametrize(
    ("measure", "period", "reason"),
    [
        # Published by sex from 2023.
        ("plans-in-20-weeks", "2023", "none of its members has a figure on one side"),
        # Decisions on reviews are published for 2024 alone.
        ("reviews-decided-in-four-weeks", "2024", "there is no figure for 2023 to compare with"),
    ],
)
def test_a_change_from_a_year_without_counts_is_refused(
    store: Store, measure: str, period: str, reason: str
) -> None:
    found = contributions(store, measure, "sex", "previous", period)
    assert refused(found.whole) == f"It cannot be taken apart: {reason}."
    assert found.rows == ()


def taken_apart(store: Store, measure: str, by: str, versus: Versus) -> Contributions:
    found = contributions(store, measure, by, versus, "2024")
    assert found.whole.refusal == ""
    return found


def counted(raw: Path, ratio: Ratio, by: str, year: str) -> Side:
    """Above and below the line for each member in a year; those with nothing below are left out."""
    found = {
        row["breakdown"].replace("age ", "Aged "): (
            int(row[ratio.above]),
            sum(int(row[column]) for column in ratio.below),
        )
        for row in published(raw, ratio, DORSET, year)
        if (row["breakdown_topic"] == TOPICS[by] if by else is_whole(row))
    }
    return {member: counts for member, counts in found.items() if counts[1]}


def percentage(raw: Path, ratio: Ratio, area: str, year: str) -> Decimal:
    (row,) = [row for row in published(raw, ratio, area, year) if is_whole(row)]
    return Decimal(row[ratio.percent]).quantize(Decimal("0.1"), ROUND_HALF_UP)


def is_whole(row: dict[str, str]) -> bool:
    return row["breakdown_topic"].startswith("All ")


def published(raw: Path, ratio: Ratio, area: str, year: str) -> Iterator[dict[str, str]]:
    """The rows of a council in a year, or of England alone."""
    path = raw / "raw" / "send_ehcp" / f"{ratio.file}.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            code = row["new_la_code"] or row["region_code"] or row["country_code"]
            if code == area and row["time_period"] == year:
                yield row
