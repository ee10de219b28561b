"""What does a council of any size look like as files?"""

from __future__ import annotations

from pathlib import Path

import duckdb

MONTHS = 60
WARDS = 52


def write_council(folder: Path, measures: int, with_wards: int, months: int = MONTHS) -> int:
    """Write a framework and its observations; return the number of observations.

    Parameters
    ----------
    folder
        Gets ``measures.yaml`` and ``data/observations/all.parquet``.
    measures
        How many measures, each with a headline figure a month.
    with_wards
        How many of them are also split by 52 wards.
    months
        How many months, 60 at most.
    """
    observations = folder / "data" / "observations"
    observations.mkdir(parents=True)
    (folder / "measures.yaml").write_text(_framework(measures, with_wards), encoding="utf-8")
    connection = duckdb.connect()
    connection.execute(
        _OBSERVATIONS,
        {"measures": measures, "with_wards": with_wards, "months": months, "wards": WARDS},
    )
    connection.execute(f"copy observations to '{observations / 'all.parquet'}' (format parquet)")
    return measures * months + with_wards * months * WARDS


_HEAD = """\
version: 1
organisation: {name: Bench Council, code: E06000000, as_at: 2020-10-12}
directorates:
  d1: {name: First}
  d2: {name: Second}
  d3: {name: Third}
  d4: {name: Fourth}
services:
  s1: {name: First service, directorate: d1}
  s2: {name: Second service, directorate: d2}
  s3: {name: Third service, directorate: d3}
  s4: {name: Fourth service, directorate: d4}
portfolios:
  p1: {name: First portfolio}
quadrants:
  operational: {name: Operational}
  customer: {name: Customer}
  hr: {name: HR}
  finance: {name: Finance}
breakdowns:
  ward: {name: Ward, geography: true}
defaults: {tolerance: 5%, due_after: 9 days, owner: Head of Service}
measures:
"""


def _framework(measures: int, with_wards: int) -> str:
    return _HEAD + "".join(_measure(number, number < with_wards) for number in range(measures))


def _measure(number: int, by_ward: bool) -> str:
    level = ("strategic", "service", "operational", "operational")[number % 4]
    quadrant = ("operational", "customer", "hr", "finance")[number % 4]
    lines = [
        f"  m{number:05d}:",
        f"    name: Measure {number}",
        f"    level: {level}",
        f"    service: s{number % 4 + 1}",
        "    portfolio: p1",
        "    unit: percent",
        "    scale: 100",
        "    decimals: 1",
        "    frequency: month",
        f"    good: {('high', 'low')[number % 2]}",
        "    combine: ratio",
        '    targets: [{from: "2016/17", value: 75}]',
    ]
    if number < 36:
        lines.append(f"    quadrant: {quadrant}")
    if by_ward:
        lines.append("    breakdowns: [ward]")
    return "\n".join(lines) + "\n"


_OBSERVATIONS = """
create table observations as
with month as (
    select strftime(date '2015-10-01' + to_months(number::int), '%Y-%m') as period, number
    from range($months) as months(number)
),
headline as (
    select number as measure_number, '' as breakdown, '' as member
    from range($measures) as measures(number)
),
ward as (
    select number as measure_number, 'ward' as breakdown, 'Ward ' || ward as member
    from range($with_wards) as measures(number), range($wards) as wards(ward)
)
select
    printf('m%05d', measure_number) as measure,
    breakdown,
    member,
    period,
    (hash(measure_number, member, month.number, 1) % 60 + 40)::bigint as numerator,
    100::bigint as denominator
from (from headline union all from ward), month
order by measure_number, breakdown, member, period
"""
