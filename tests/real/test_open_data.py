"""Does the example read what the government publishes about Dorset, and account for every row?"""

from __future__ import annotations

import csv
import re
import shutil
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb
import pytest

from perfcore.engine.build import build
from tests.real.published_files import EXAMPLE

pytestmark = [pytest.mark.real, pytest.mark.slow]

# Read from the published files by eye, with the spelling of the period there in mind.
PUBLISHED = [
    # SEN2: 20-week rate, recomputed from plans issued
    ("plans-in-20-weeks", "2019", "91.0"),
    ("plans-in-20-weeks", "2020", "79.9"),
    ("plans-in-20-weeks", "2021", "70.8"),
    ("plans-in-20-weeks", "2022", "62.2"),
    ("plans-in-20-weeks", "2023", "60.2"),
    ("plans-in-20-weeks", "2024", "49.1"),
    ("requests-received", "2024", "881"),
    ("requests-refused", "2019", "5.4"),
    ("requests-refused", "2024", "19.9"),
    ("requests-decided-in-six-weeks", "2024", "81.1"),
    ("assessments-leading-to-a-plan", "2022", "91.2"),
    ("assessments-leading-to-a-plan", "2019", "85.5"),
    ("reviews-decided-in-four-weeks", "2024", "50.4"),
    ("plans-maintained", "2024", "4333"),
    # LAIT: "2025" of a financial year is the year that ends in 2025
    ("children-in-need-rate", "2024/25", "324.2"),
    ("conferences-in-15-days", "2019/20", "59.8"),
    ("conferences-in-15-days", "2024/25", "92.1"),
    ("social-worker-vacancies", "2025", "18.8"),
    # "2019/20", published as 7.2139999999999996E-2
    ("permanent-exclusions", "2019/20", "0.07"),
    ("suspensions", "2023/24", "11.62"),
    # over 100
    ("early-education-at-3-and-4", "2024/25", "101.0"),
    # "2025 (Rev)", "2020 (Final)", "2025", below zero
    ("a-level-points", "2024/25", "32.18"),
    ("a-level-points", "2019/20", "38.97"),
    ("good-level-of-development", "2024/25", "69.7"),
    ("progress-8", "2023/24", "-0.10"),
    # "2020-22", "2021/22-23/24", "2024-25 (OT)", "2023-24"
    ("child-road-casualties", "2022", "12.7"),
    ("under-18-alcohol-admissions", "2023/24", "45.4"),
    ("looked-after-weekly-cost", "2024/25", "2485"),
    ("childrens-services-spend", "2024/25", "115680350"),
    ("pupil-premium", "2023/24", "11343"),
    ("higher-education-by-19", "2023/24", "37.4"),
    # Explore Local Statistics: "2025-01-01/P1Y", "2024-04-01/P1Y", "2024-09-01/P1Y"
    ("claimant-count", "2025", "2.4"),
    ("greenhouse-gas-per-head", "2023", "5.5"),
    ("net-additional-homes", "2024/25", "8"),
    ("early-literacy", "2024/25", "72.2"),
    ("anxiety", "2022/23", "2.9"),
    ("persistent-absence-looked-after", "2020/21", "33.5"),
    # "2024-08-01/P1Y", "2024-11-16/P1Y", "2024-02-01/P1Y", "2022-01-01/P3Y"
    ("persistent-absence", "2024/25", "19.5"),
    ("adult-obesity", "2025", "28.2"),
    ("domestic-electricity", "2024", "2529.5"),
    ("female-healthy-life", "2024", "65.6"),
    # a bare date
    ("housing-affordability", "2025", "9.3"),
    ("weekly-pay", "2025", "621"),
    ("gigabit-broadband", "2025/26 Q4", "76.7"),
    ("vehicle-chargers", "2026/27 Q1", "189.8"),
    ("apprenticeship-starts", "2024/25", "1507"),
]
LAIT_FILE = "lait_dorset_neighbours_all_measures.csv"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_read_is_accepted_or_rejected_with_a_reason(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    files = warehouse.execute(
        "select file, read, accepted, rejected, problem from source_file order by file"
    ).fetchall()
    assert [Path(file).name for file, *_ in files if file.endswith(".sql")] == [
        "education_health_care_plans.sql",
        "education_health_care_plans_benchmarks.sql",
        "explore_local_statistics.sql",
        "explore_local_statistics_benchmarks.sql",
        "lait.sql",
        "lait_benchmarks.sql",
    ]
    assert [file for file, read, *_ in files if not read] == []
    assert [problem for *_, problem in files if problem] == []
    assert [
        file for file, read, accepted, rejected, _ in files if read != accepted + rejected
    ] == []
    assert warehouse.execute("select count(*) from rejected where reason = ''").fetchone() == (0,)


def test_what_is_rejected_is_the_year_0_and_nothing_else(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    reasons = warehouse.execute(
        "select file, reason, count(*) from rejected group by all order by all"
    ).fetchall()
    assert [(Path(file).name, count) for file, _, count in reasons] == [
        ("lait.sql", 1),
        ("lait_benchmarks.sql", 13),
    ]
    assert all(reason.startswith("period: '0' is not an academic year") for _, reason, _ in reasons)


def test_as_many_rows_come_in_as_the_files_hold(
    warehouse: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    wanted = {row["short_desc"] for row in rows(raw / "lookups" / "lait.csv")}
    published = sum(
        row["LA and Regions"] == "Dorset" and row["Short Desc"] in wanted
        for row in rows(raw / "raw" / "lait" / LAIT_FILE)
    )
    indicators = {row["indicator"] for row in rows(raw / "lookups" / "ons.csv")}
    published_by_ons = sum(
        row["areacd"] == "E06000059" and row["indicator"] in indicators
        for path in (raw / "raw" / "ons_els").glob("[a-z]*.csv")
        for row in rows(path)
    )
    read = dict(warehouse.execute("select file, read from source_file").fetchall())
    assert read["feeds/lait.sql"] == published
    assert read["feeds/explore_local_statistics.sql"] == published_by_ons


def test_at_least_sixty_measures_have_a_status(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute("select status from latest where breakdown = ''").fetchall()
    counted = Counter(status for (status,) in found)
    assert len(found) >= 90
    assert sum(counted.values()) - counted["no_data"] - counted["not_due"] >= 60
    coloured = sum(counted[colour] for colour in ("exceptional", "green", "amber", "red"))
    assert coloured >= 60


@pytest.mark.parametrize(("measure", "period", "value"), PUBLISHED)
def test_a_published_value_is_what_the_dashboard_shows(
    warehouse: duckdb.DuckDBPyConnection, measure: str, period: str, value: str
) -> None:
    shown = warehouse.execute(
        "select s.value, m.decimals from status s join measure m using (measure) "
        "where s.measure = $measure and s.breakdown = '' and s.period = $period",
        {"measure": measure, "period": period},
    ).fetchall()
    assert len(shown) == 1
    assert shown[0][0] == Decimal(value)
    places = len(value.partition(".")[2])
    assert shown[0][1] == places


def test_every_value_of_lait_equals_the_file_read_another_way(
    warehouse: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    wanted = {row["short_desc"]: row for row in rows(raw / "lookups" / "lait.csv")}
    expected = {}
    for row in rows(raw / "raw" / "lait" / LAIT_FILE):
        entry = wanted.get(row["Short Desc"])
        numeric = row["Values"] != "-" and row["Years"] != "0"
        if entry and numeric and row["LA and Regions"] == "Dorset":
            key = (
                entry["measure"],
                entry["member"],
                last_year(row["Years"], entry["years_are"]),
            )
            expected[key] = Decimal(row["Values"])
    stored = {
        (measure, member, ends): value
        for measure, member, ends, value in warehouse.execute(
            "select measure, member, "
            "year(starts) + case when frequency = 'calendar_year' then 0 else 1 end, value "
            "from observation join measure using (measure) "
            "where file = 'feeds/lait.sql' and value is not null"
        ).fetchall()
    }
    assert len(expected) > 300
    assert stored.keys() == expected.keys()
    ten = Decimal("1e-10")
    assert {
        key: value
        for key, value in stored.items()
        if abs(value - expected[key].quantize(ten, ROUND_HALF_UP)) > ten
    } == {}


def last_year(years: str, rule: str) -> int:
    """The calendar year in which a period of LAIT ends."""
    numbers = re.findall(r"\d{4}|\d{2}", years)
    if rule == "ending" or len(numbers) == 1:
        return int(numbers[0])
    return 2000 + int(numbers[-1])


def test_numerators_and_denominators_are_kept_so_that_ratios_can_be_recomputed(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    kept = warehouse.execute(
        "select numerator, denominator from status "
        "where measure = 'plans-in-20-weeks' and period = '2024' and breakdown = ''"
    ).fetchall()
    assert kept == [(287, 585)]
    by_sex = warehouse.execute(
        "select member, numerator, denominator from status "
        "where measure = 'plans-in-20-weeks' and period = '2024' and breakdown = 'sex' order by all"
    ).fetchall()
    assert [member for member, *_ in by_sex] == ["Female", "Male"]
    assert sum(denominator for *_, denominator in by_sex) == 585


def test_no_published_percentage_disagrees_with_its_own_numerator_and_denominator(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    assert (
        warehouse.execute(
            "select file, row, text from intake_warning where text like 'value %'"
        ).fetchall()
        == []
    )


@pytest.mark.parametrize(
    ("measure", "period", "marker"),
    [
        ("children-in-need-rate", "2018/19", "not_available"),  # "-"
        ("motor-vehicle-flow", "1993", "not_available"),  # blank, status x
        ("housing-affordability", "2002", "not_available"),  # blank, status x
    ],
)
def test_a_symbol_in_place_of_a_figure_is_a_marker(
    warehouse: duckdb.DuckDBPyConnection, measure: str, period: str, marker: str
) -> None:
    found = warehouse.execute(
        "select value, marker from observation "
        "where measure = $measure and period = $period and breakdown = ''",
        {"measure": measure, "period": period},
    ).fetchall()
    assert found == [(None, marker)]


def test_the_publishers_own_words_for_a_draft_are_kept(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    found = warehouse.execute(
        "select distinct measure, period, qualifier from status "
        "where (measure, period) in (('phonics', '2024/25'), ('a-level-points', '2024/25'), "
        "('a-level-points', '2019/20'), ('looked-after-weekly-cost', '2024/25')) "
        "and breakdown in ('', 'send') and not (measure = 'phonics' and member = '') order by all"
    ).fetchall()
    assert found == [
        ("a-level-points", "2019/20", ""),
        ("a-level-points", "2024/25", "revised"),
        ("looked-after-weekly-cost", "2024/25", ""),
        ("phonics", "2024/25", "provisional"),
    ]


def test_the_county_before_2019_stays_another_area(warehouse: duckdb.DuckDBPyConnection) -> None:
    former = warehouse.execute(
        "select area_name, value from benchmark where area_code = 'E10000009' "
        "and measure = 'care-leavers-in-work-or-learning' and period = '2017/18'"
    ).fetchall()
    assert former == [("Dorset (Pre LG)", 44)]
    assert warehouse.execute(
        "select value, marker from observation "
        "where measure = 'care-leavers-in-work-or-learning' and period = '2017/18'"
    ).fetchall() == [(None, "not_available")]
    vehicles = warehouse.execute(
        "select period, value from benchmark where area_code = 'E10000009' "
        "and measure = 'motor-vehicle-flow' and period in ('1993', '2018') order by period"
    ).fetchall()
    assert vehicles == [("1993", 2000), ("2018", 2900)]


def test_every_comparator_has_figures_under_one_code(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    areas = dict(
        warehouse.execute(
            "select area_code, count(distinct measure) from benchmark group by area_code"
        ).fetchall()
    )
    neighbours = {
        "E06000066", "E10000008", "E06000051", "E10000029", "E10000034",
        "E10000012", "E10000007", "E10000016", "E10000032", "E06000065",
    }  # fmt: skip
    # the council's own limits, and the county before it
    own = {"E06000059", "E10000009"}
    assert areas.keys() == neighbours | {"E92000001", "E12000009"} | own
    assert min(areas[code] for code in (*neighbours, "E92000001", "E12000009")) >= 75
    somerset = warehouse.execute(
        "select period, value from benchmark where area_code = 'E06000066' "
        "and measure = 'adult-obesity' order by period"
    ).fetchall()
    assert [period for period, _ in somerset] == [str(year) for year in range(2016, 2026)]


def test_englands_figure_is_the_target(warehouse: duckdb.DuckDBPyConnection) -> None:
    found = warehouse.execute(
        "select value, target, status from status "
        "where measure = 'claimant-count' and period = '2025' and breakdown = ''"
    ).fetchall()
    assert found == [(Decimal("2.4"), Decimal("4.0"), "green")]


def test_publications_that_have_stopped_are_overdue(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    late = warehouse.execute(
        "select measure, late_period from latest "
        "where breakdown = '' and late_days > 0 order by all"
    ).fetchall()
    assert late == [
        ("anxiety", "2023/24"),
        ("child-road-casualties", "2023"),
        ("economic-inactivity", "2024"),
        ("employment-rate", "2024"),
        ("happiness", "2023/24"),
        ("life-satisfaction", "2023/24"),
        ("modelled-unemployment", "2024"),
        ("worthwhile", "2023/24"),
    ]


def test_every_value_of_explore_local_statistics_equals_the_file_read_another_way(
    warehouse: duckdb.DuckDBPyConnection, raw: Path
) -> None:
    wanted = {row["indicator"]: row["measure"] for row in rows(raw / "lookups" / "ons.csv")}
    expected: dict[str, list[tuple[str, Decimal]]] = {}
    for path in (raw / "raw" / "ons_els").glob("[a-z]*.csv"):
        for row in rows(path):
            if row["areacd"] == "E06000059" and row["indicator"] in wanted and row["observation"]:
                series = expected.setdefault(wanted[row["indicator"]], [])
                series.append((row["period"], Decimal(row["observation"])))
    stored = warehouse.execute(
        "select measure, list(value order by starts) from observation "
        "where file = 'feeds/explore_local_statistics.sql' and value is not null group by measure"
    ).fetchall()
    ten = Decimal("1e-10")
    in_order = {
        measure: [value.quantize(ten, ROUND_HALF_UP) for _, value in sorted(series)]
        for measure, series in expected.items()
    }
    assert sum(map(len, in_order.values())) > 300
    assert dict(stored) == in_order


EVERY_AREA = """\
select
    lookup.measure,
    areacd as area_code,
    areanm as area_name,
    period,
    coalesce(observation, status) as value
from read_csv('raw/ons_els/[a-z]*.csv', all_varchar = true) as published
inner join read_csv('lookups/ons.csv', all_varchar = true) as lookup using (indicator)
where lookup.periods_are = 'as_published'
"""


def test_every_symbol_for_any_area_is_a_marker(raw: Path, tmp_path: Path) -> None:
    shutil.copytree(raw, tmp_path / "data", symlinks=True)
    for feed in (tmp_path / "data" / "feeds").glob("*_benchmarks.sql"):
        feed.unlink()
    (tmp_path / "data" / "feeds" / "every_area.sql").write_text(EVERY_AREA, encoding="utf-8")
    wanted = {
        row["indicator"]
        for row in rows(raw / "lookups" / "ons.csv")
        if row["periods_are"] == "as_published"
    }
    symbols = Counter(
        row["status"]
        for path in (raw / "raw" / "ons_els").glob("[a-z]*.csv")
        for row in rows(path)
        if row["indicator"] in wanted and not row["observation"]
    )
    report = build(EXAMPLE / "measures.yaml", tmp_path / "data", tmp_path / "out")
    with duckdb.connect(str(report.path), read_only=True) as connection:
        markers = dict(
            connection.execute(
                "select marker, count(*) from benchmark where value is null group by marker"
            ).fetchall()
        )
        rejected = connection.execute(
            "select reason from rejected where file = 'feeds/every_area.sql'"
        ).fetchall()
    assert symbols.keys() == {"c", "u", "x", "z"}
    assert rejected == []
    assert markers == {
        "suppressed": symbols["c"],
        "not_available": symbols["u"] + symbols["x"],
        "not_applicable": symbols["z"],
    }
