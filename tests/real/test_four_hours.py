"""Do the control charts of all English emergency departments come out as the method says?

Monthly share of attendances seen within four hours, from the open NHSRdatasets: every provider of
36 months as a member of one measure, read by a feed, checked point by point against the
plain-Python charts of :mod:`tests.oracle.charts`.
"""

from __future__ import annotations

import csv
import math
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import pytest

from perfcore.engine.build import build
from perfcore.store import Store, open_current
from tests.oracle.charts import Point, Rules, chart
from tests.oracle.figures import round_half_away
from tests.real.published_files import folder

pytestmark = [pytest.mark.real, pytest.mark.slow]

FILE = "NHSRdatasets_ae_attendances.csv"
FRAMEWORK = """\
version: 1
organisation: {name: Emergency departments, code: E92000001, as_at: 2019-05-01, spc_rules: RULES}
directorates:
  hospitals: {name: Hospitals}
services:
  emergency: {name: Emergency care, directorate: hospitals}
quadrants: {}
breakdowns:
  provider: {name: Provider}
measures:
  four-hours:
    name: Seen within four hours
    level: service
    service: emergency
    unit: percent
    scale: 100
    decimals: 1
    frequency: month
    good: high
    combine: ratio
    breakdowns: [provider]
    targets: [{from: "2016/17", value: 95}]
"""
FEED = f"""\
select
    'four-hours' as measure,
    strftime(period::date, '%Y-%m') as period,
    'provider' as breakdown,
    org_code as member,
    cast(sum(attendances) - sum(breaches) as bigint) as numerator,
    cast(sum(attendances) as bigint) as denominator
from read_csv('raw/{FILE}')
group by all
"""


@dataclass(frozen=True)
class Charted:
    """A point as the product charts it."""

    member: str
    period: str
    value: float
    mean: float | None
    lower: float | None
    upper: float | None
    is_single: bool
    is_shift: bool
    is_trend: bool
    is_two_in_three: bool
    variation: str | None


@dataclass(frozen=True)
class Verdict:
    """What a chart says as a whole."""

    member: str
    refusal: str
    variation: str | None
    assurance: str | None


@pytest.fixture(scope="module", params=["mdc", "nhsr"])
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Store]]:
    published = folder("spc") / FILE
    council = tmp_path_factory.mktemp(request.param)
    data = council / "data"
    for name in ("feeds", "raw"):
        (data / name).mkdir(parents=True)
    shutil.copy(published, data / "raw")
    (data / "feeds" / "four_hours.sql").write_text(FEED, encoding="utf-8")
    (council / "measures.yaml").write_text(FRAMEWORK.replace("RULES", request.param))
    build(council / "measures.yaml", data, council / "build")
    store = open_current(council / "build")
    yield request.param, store
    store.close()


@pytest.fixture(scope="module")
def points() -> dict[str, list[Point]]:
    """Each provider's months in order, summed over its departments from the file itself."""
    sums: dict[str, dict[str, list[Fraction]]] = defaultdict(dict)
    with (folder("spc") / FILE).open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            both = sums[row["org_code"]].setdefault(row["period"], [Fraction(0), Fraction(0)])
            both[0] += Fraction(row["attendances"]) - Fraction(row["breaches"])
            both[1] += Fraction(row["attendances"])
    return {
        org: [
            Point(order, round_half_away(seen / came * 100, 10))
            for order, (_, (seen, came)) in enumerate(sorted(months.items()))
        ]
        for org, months in sums.items()
    }


def test_every_point_of_every_provider_is_charted_as_by_hand(
    built: tuple[str, Store], points: dict[str, list[Point]]
) -> None:
    rules, store = built
    rows = store.fetch(
        "select member, period, value, mean, lower, upper, is_single, is_shift, is_trend, "
        "is_two_in_three, variation from spc where member <> '' order by member, starts",
        {},
        Charted,
    )
    found: dict[str, list[Charted]] = defaultdict(list)
    for row in rows:
        found[row.member].append(row)
    assert found.keys() == points.keys()
    assert sum(len(months) == 36 for months in found.values()) >= 100
    for org, months in found.items():
        expected = chart([Point(one.order, one.amount) for one in points[org]], Rules(rules))
        for row, one in zip(months, expected, strict=True):
            flags = (row.is_single, row.is_shift, row.is_trend, row.is_two_in_three)
            assert flags == (one.single, one.shift, one.rising or one.falling, one.two_in_three)
            assert row.variation == one.variation, (org, row)
            if one.reach is not None:
                assert row.upper == pytest.approx(one.mean + one.reach, rel=1e-9)
                assert row.lower == pytest.approx(one.mean - one.reach, rel=1e-9)


def test_no_result_is_unexplained(built: tuple[str, Store]) -> None:
    _, store = built
    verdicts = store.fetch(
        "select series.member, chart.refusal::varchar as refusal, chart.variation::varchar as "
        "variation, latest.assurance from chart inner join series using (series) "
        "inner join latest on latest.series = chart.series where series.member <> ''",
        {},
        Verdict,
    )
    assert len(verdicts) >= 200
    assert all((one.variation is None) == (one.refusal != "") for one in verdicts)
    assert all(one.assurance for one in verdicts if one.variation)
    # by the end of 2018/19 hardly any large department could meet 95% without change
    failing = sum(one.assurance == "fail" for one in verdicts)
    assert failing >= 50


def test_no_number_is_nan_or_infinite(built: tuple[str, Store]) -> None:
    _, store = built
    rows = store.fetch(
        "select member, period, value, mean, lower, upper, is_single, is_shift, is_trend, "
        "is_two_in_three, variation from spc",
        {},
        Charted,
    )
    numbers = [
        number
        for row in rows
        for number in (row.value, row.mean, row.lower, row.upper)
        if number is not None
    ]
    assert all(map(math.isfinite, numbers))
