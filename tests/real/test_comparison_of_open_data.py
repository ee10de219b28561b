"""Does Dorset stand among its neighbours where the published files put it?

Ranks and quartiles are worked out here from the files themselves, with the standard library: its
inclusive quantiles are R's type 7.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import sqrt
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import duckdb
import pytest

pytestmark = [pytest.mark.real, pytest.mark.slow]

NEIGHBOURS = (
    "Somerset", "Devon", "Shropshire", "Suffolk", "Worcestershire",
    "Essex", "Derbyshire", "Kent", "West Sussex", "North Yorkshire",
)  # fmt: skip
LAIT_FILE = "lait_dorset_neighbours_all_measures.csv"
Figures = dict[str, Decimal]


@dataclass(frozen=True)
class Case:
    """A measure in one period: where it is in the files and which way is better."""

    measure: str
    period: str
    source: str
    name: str
    published_as: str
    good: str
    decimals: int = 1


CASES = [
    Case("conferences-in-15-days", "2024/25", "lait", "CP_conf_15days", "2025", "high"),
    Case("re-referrals", "2024/25", "lait", "ReReferral", "2025", "low"),
    Case("suspensions", "2023/24", "lait", "TotFixedEx", "2023/24", "low", 2),
    Case("child-protection-rate", "2024/25", "lait", "CPP_rate", "2025", "none"),
    Case("adult-obesity", "2025", "ons", "adult-obesity-prevalence", "2024-11-16/P1Y", "low"),
    Case("claimant-count", "2025", "ons", "claimant-count", "2025-01-01/P1Y", "low"),
    Case("plans-in-20-weeks", "2024", "sen2", "timeliness_20_week", "2024", "high"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.measure)
def test_place_among_the_ten_neighbours(
    warehouse: duckdb.DuckDBPyConnection, raw: Path, case: Case
) -> None:
    figures = published(raw, case)
    own, others = figures["Dorset"], [figures[name] for name in NEIGHBOURS if name in figures]
    assert len(others) >= 8
    found = comparison(warehouse, case, "dfe-neighbours")
    assert (found["value"], found["figures"]) == (own, len(others))
    assert found["rank"] == rank(own, others, case.good)
    lower, middle, upper = quantiles(others, n=4, method="inclusive")
    assert [found["lower_quartile"], found["median"], found["upper_quartile"]] == [
        lower, middle, upper,
    ]  # fmt: skip
    assert found["quartile"] == quarter(own, (lower, middle, upper), case.good)
    spread = median(abs(other - middle) for other in others)
    assert found["deviation"] == spread
    assert found["distance"] == pytest.approx(float((own - middle) / spread))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.measure)
def test_england_and_the_south_west_are_the_published_ones(
    warehouse: duckdb.DuckDBPyConnection, raw: Path, case: Case
) -> None:
    figures = published(raw, case)
    for comparator, name in (("england", "England"), ("south-west", "South West")):
        assert comparison(warehouse, case, comparator)["area_value"] == figures[name]


def test_published_limits_decide_better_or_worse_than_england(
    warehouse: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    rows = {
        (row["areacd"], row["period"]): row
        for row in read(raw / "raw" / "ons_els" / "adult-obesity-prevalence.csv")
    }
    periods = [period for area, period in rows if area == "E06000059"]
    compared = 0
    for period in periods:
        own, england = rows["E06000059", period], rows.get(("E92000001", period))
        year = str(int(period[:4]) + 1)
        found = warehouse.execute(
            "select verdict, interval_method from comparison where measure = 'adult-obesity' "
            "and comparator = 'england' and period = $period and refusal = ''",
            {"period": year},
        ).fetchall()
        if not found or england is None:
            continue
        compared += 1
        against = Decimal(england["observation"])
        if Decimal(own["lci_95"]) > against:
            expected = "worse"
        else:
            expected = "better" if Decimal(own["uci_95"]) < against else "similar"
        assert found == [(expected, "given")], period
    assert compared >= 5


def test_plans_in_time_are_a_proportion_with_wilsons_limits(
    warehouse: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    (own,) = [row for row in plans(raw, "2024") if row["la_name"] == "Dorset"]
    n, d = int(own["plans_issued_within_20_weeks"]), int(own["plans_issued_den"])
    z = 1.959963984540054
    centre, half = n + z * z / 2, z * sqrt(n * (d - n) / d + z * z / 4)
    found = comparison(warehouse, CASES[-1], "england")
    assert found["interval_method"] == "wilson"
    assert found["interval_low"] == pytest.approx(100 * (centre - half) / (d + z * z))
    assert found["interval_high"] == pytest.approx(100 * (centre + half) / (d + z * z))


def test_every_measure_is_compared_or_says_why(warehouse: duckdb.DuckDBPyConnection) -> None:
    ranked, silent, odd = warehouse.execute(
        "select count(distinct measure) filter (where rank is not null), "
        "count(*) filter (where (rank is null) <> (rank_refusal <> '') "
        "or (verdict is null) <> (verdict_refusal <> '') "
        "or (distance is null) <> (distance_refusal <> '')), "
        "count(*) filter (where not isfinite(coalesce(distance, 0)) "
        "or not isfinite(coalesce(interval_low, 0)) or not isfinite(coalesce(interval_high, 0))) "
        "from comparison"
    ).fetchall()[0]
    assert ranked >= 60
    assert (silent, odd) == (0, 0)


def comparison(warehouse: duckdb.DuckDBPyConnection, case: Case, comparator: str) -> dict[str, Any]:
    found = warehouse.execute(
        "from comparison where measure = $measure and period = $period "
        "and comparator = $comparator",
        {"measure": case.measure, "period": case.period, "comparator": comparator},
    )
    names = [column[0] for column in found.description]
    (row,) = found.fetchall()
    return dict(zip(names, row, strict=True))


def rank(own: Decimal, others: list[Decimal], good: str) -> int | None:
    if good == "none":
        return None
    return 1 + sum(other > own if good == "high" else other < own for other in others)


def quarter(own: Decimal, bounds: tuple[Decimal, ...], good: str) -> int | None:
    if good == "none":
        return None
    passed = sum(own >= bound if good == "high" else own <= bound for bound in bounds)
    return 4 - passed


def published(raw: Path, case: Case) -> Figures:
    """The figures of every area by name, rounded as the measure is shown."""
    step = Decimal(1).scaleb(-case.decimals)
    return {
        name: value.quantize(step, ROUND_HALF_UP)
        for name, value in {"lait": lait, "ons": ons, "sen2": sen2}[case.source](raw, case)
    }


def lait(raw: Path, case: Case) -> Iterator[tuple[str, Decimal]]:
    for row in read(raw / "raw" / "lait" / LAIT_FILE):
        year = row["Years"].strip().split(" ")[0]
        if row["Short Desc"] == case.name and year == case.published_as and number(row["Values"]):
            yield row["LA and Regions"].strip(), Decimal(row["Values"])


def ons(raw: Path, case: Case) -> Iterator[tuple[str, Decimal]]:
    found = {}
    for row in read(raw / "raw" / "ons_els" / f"{case.name}.csv"):
        # the county councils of Somerset and North Yorkshire have codes of their own
        former = row["areacd"] in ("E10000027", "E10000023")
        if row["period"] == case.published_as and number(row["observation"]) and not former:
            found[row["areanm"]] = Decimal(row["observation"])
    yield from found.items()


def sen2(raw: Path, case: Case) -> Iterator[tuple[str, Decimal]]:
    for row in plans(raw, case.published_as):
        name = {"National": "England", "Regional": row["region_name"]}.get(
            row["geographic_level"], row["la_name"]
        )
        if number(row["plans_issued_within_20_weeks"]):
            within = Decimal(row["plans_issued_within_20_weeks"])
            yield name, 100 * within / Decimal(row["plans_issued_den"])


def plans(raw: Path, year: str) -> list[dict[str, str]]:
    return [
        row
        for row in read(raw / "raw" / "send_ehcp" / "timeliness_20_week.csv")
        if row["time_period"] == year and row["breakdown_topic"] == "All EHC plans issued"
    ]


def number(text: str) -> bool:
    return text.strip().lstrip("-").replace(".", "", 1).isdigit()


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
