"""Are published series of bodies that this product never met read figure for figure?"""

from __future__ import annotations

import csv
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb
import pytest

from perfcore.engine.build import build
from tests.real.published_files import folder

FRAMEWORK = """\
version: 1
organisation: {name: Elsewhere, code: E06000054}
directorates: {care: {name: Care}}
services: {hospitals: {name: Hospitals, directorate: care}}
breakdowns: {provider: {name: Provider}}
measures:
  four-hours: {name: Seen within four hours, level: service, service: hospitals, owner: Head,
    unit: percent, scale: 100, decimals: 1, frequency: month, good: high, combine: ratio,
    breakdowns: [provider], targets: [{from: "2016/17", value: 95}]}
  deaths: {name: Registered deaths, level: service, service: hospitals, owner: Head,
    unit: count, frequency: week, good: low, combine: sum}
"""
ATTENDANCES = """\
with published as (
    select
        period,
        org_code,
        sum(cast(attendances as bigint)) as seen,
        sum(cast(breaches as bigint)) as late
    from read_csv('raw/attendances.csv', all_varchar = true)
    group by grouping sets ((period, org_code), (period))
)

select
    'four-hours' as measure,
    period,
    seen - late as numerator,
    seen as denominator,
    case when org_code is not null then 'provider' end as breakdown,
    org_code as member
from published;
-- counted once for each provider and once for all
"""
DEATHS = """\
select 'deaths' as measure, year || '-W' || week as period, deaths_all_causes as value
from read_csv('raw/deaths.csv', all_varchar = true)
"""


def warehouse(place: Path, feed: str, name: str, source: Path) -> duckdb.DuckDBPyConnection:
    for part in ("raw", "feeds"):
        (place / "data" / part).mkdir(parents=True)
    (place / "measures.yaml").write_text(FRAMEWORK)
    (place / "data" / "feeds" / "sent.sql").write_text(feed)
    (place / "data" / "raw" / f"{name}.csv").write_bytes(source.read_bytes())
    path = build(place / "measures.yaml", place / "data", place / "out").path
    return duckdb.connect(str(path), read_only=True)


@pytest.mark.real
def test_each_month_of_each_hospital_is_the_published_share(tmp_path: Path) -> None:
    source = folder("spc") / "NHSRdatasets_ae_attendances.csv"
    totals: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    with source.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for member in ("", row["org_code"]):
                sums = totals[member, row["period"][:7]]
                sums[0] += int(float(row["attendances"])) - int(float(row["breaches"]))
                sums[1] += int(float(row["attendances"]))
    expected = {
        key: (Decimal(100 * seen) / all_).quantize(Decimal("0.1"), ROUND_HALF_UP)
        for key, (seen, all_) in totals.items()
    }
    with warehouse(tmp_path, ATTENDANCES, "attendances", source) as connection:
        found = connection.execute(
            "select member, period, value from status where measure = 'four-hours' and value >= 0"
        )
        assert {(member, period): value for member, period, value in found.fetchall()} == expected
        ((rejected,),) = connection.execute("select count(*) from rejected").fetchall()
        assert rejected == 0


@pytest.mark.real
def test_the_53_weeks_of_2020_add_up_to_the_published_year(tmp_path: Path) -> None:
    source = folder("covid_dorset") / "dorset_weekly_deaths_2020.csv"
    with warehouse(tmp_path, DEATHS, "deaths", source) as connection:
        found = connection.execute(
            "select count(*), sum(value), max(period) from status "
            "where measure = 'deaths' and value is not null"
        )
        assert found.fetchall() == [(53, Decimal(5006), "2020-W53")]
