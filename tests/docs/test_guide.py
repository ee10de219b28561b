"""Does every example of the guide do what the guide says?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from perfcore.engine.build import build
from perfcore.framework import load
from perfcore.store import Store, open_current
from tests.docs.fenced import GUIDE, example, table

HEAD = """\
version: 1
organisation: {name: My Council, code: E06000000, as_at: 2020-10-12}
directorates: {place: {name: Place}}
services:
  libraries: {name: Libraries, directorate: place}
portfolios: {customer-community: {name: Customer and community}}
comparators:
  england: {name: England, code: E92000001}
measures:
"""
MEASURE = """\
  measured:
    name: Measured
    level: service
    service: libraries
    unit: count
    frequency: month
    good: %s
"""
TARGETS = [(cells[0], cells[1].strip("`")) for cells in table(GUIDE, "you want")]


def written(folder: Path, text: str) -> Path:
    path = folder / "measures.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


def test_the_measure_block_is_valid_where_its_service_is_known(tmp_path: Path) -> None:
    block = indented(example(GUIDE, "library-visits:\n").strip("\n"))
    assert [str(one) for one in load(written(tmp_path, HEAD + block)).problems] == []


def test_an_unknown_service_is_reported_in_the_words_shown(tmp_path: Path) -> None:
    block = indented(example(GUIDE, "library-visits:\n").strip("\n"))
    wrong = HEAD + block.replace("service: libraries", "service: library")
    (problem,) = load(written(tmp_path, wrong)).problems
    said = str(problem).removeprefix(f"{tmp_path.as_posix()}/")
    shown = example(GUIDE, "there is no service").strip()
    assert re.sub(r":\d+:", "::", said) == re.sub(r":\d+:", "::", shown)


@pytest.mark.parametrize(("wanted", "target"), TARGETS)
def test_each_form_of_target_can_be_written_as_shown(
    tmp_path: Path, wanted: str, target: str
) -> None:
    good = "range" if "range" in target else "high"
    text = f"{HEAD}{MEASURE % good}    targets: [{target}]\n"
    loaded = load(written(tmp_path, text))
    assert [str(one) for one in loaded.errors] == [], wanted
    assert loaded.framework is not None
    assert len(loaded.framework.measures["measured"].targets) == 1


def inline(shape: str) -> list[str]:
    found = re.findall(shape, GUIDE.read_text(encoding="utf-8"))
    assert found, shape
    return found


@pytest.mark.parametrize("line", inline(r"`(\[\{from: [^`]*value: [^`]*\}\])`"))
def test_tolerance_may_be_dated_as_shown(tmp_path: Path, line: str) -> None:
    text = (
        f'{HEAD}{MEASURE % "high"}    targets: [{{from: "2019/20", value: 60}}]\n'
        f"    tolerance: {line}\n"
    )
    loaded = load(written(tmp_path, text))
    assert loaded.framework is not None, loaded.problems
    assert len(loaded.framework.measures["measured"].tolerance) == 2


@pytest.mark.parametrize("line", [*inline(r"`(retired: [^`]+)`"), *inline(r"`(tags: [^`]+)`")])
def test_retirement_and_tags_can_be_written_as_shown(tmp_path: Path, line: str) -> None:
    loaded = load(written(tmp_path, f"{HEAD}{MEASURE % 'high'}    {line}\n"))
    assert [str(one) for one in loaded.errors] == []


PLANS = """\
  ehc-plans-20-weeks:
    name: Plans issued in 20 weeks
    level: service
    service: libraries
    unit: percent
    scale: 100
    decimals: 1
    frequency: calendar_year
    good: high
    combine: ratio
    targets: [{from: "2019", comparator: england}]
"""
PUBLISHED = """\
time_period,la_name,breakdown_topic,plans_issued_den,plans_issued_within_20_weeks
2018,Dorset,All EHC plans issued,200,150
2019,Dorset,All EHC plans issued,x,x
2019,Dorset,Another topic,10,1
2019,Devon,All EHC plans issued,300,30
"""


@dataclass(frozen=True)
class Row:
    period: str
    value: str
    marker: str


@dataclass(frozen=True)
class Count:
    count: int


def built(folder: Path, measures: str, files: dict[str, str]) -> Store:
    """The warehouse of a council with these measures and files in its data folder."""
    framework = written(folder, HEAD + measures)
    for name, text in files.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build(framework, folder / "data", folder / "build")
    return open_current(folder / "build")


def statuses(store: Store) -> list[Row]:
    sql = (
        "select period, coalesce(cast(value as varchar), '') as value, marker from status "
        "where status <> 'no_data' and status <> 'not_due' order by starts"
    )
    return store.fetch(sql, {}, Row)


def count(store: Store, table: str) -> int:
    return store.fetch(f"select count(*) as count from {table}", {}, Count)[0].count


def test_the_feed_reads_a_published_file_markers_and_all(tmp_path: Path) -> None:
    feed = example(GUIDE, "from read_csv(")
    (path,) = re.findall(r"read_csv\('([^']+)'", feed)
    store = built(tmp_path, PLANS, {"feeds/plans.sql": feed, path: PUBLISHED})
    rows = statuses(store)
    assert [(row.period, row.marker) for row in rows] == [("2018", ""), ("2019", "not_available")]
    assert float(rows[0].value) == 75


def test_a_benchmark_under_the_headings_shown_is_the_target(tmp_path: Path) -> None:
    (headings,) = inline(r"`benchmarks/\*\.csv` \(`([^`]+)`\)")
    benchmark = f"{headings}\nehc-plans-20-weeks,E92000001,England,2019,60.4,,,2020-06-30\n"
    log = "measure,period,numerator,denominator\nehc-plans-20-weeks,2019,75,100\n"
    files = {"benchmarks/plans.csv": benchmark, "observations/plans.csv": log}
    store = built(tmp_path, PLANS, files)
    assert count(store, "benchmark") == 1
    assert count(store, "status where target = 60.4 and status = 'green'") == 1


def test_events_under_the_headings_shown_are_kept(tmp_path: Path) -> None:
    (headings,) = inline(r"`events\.csv` \(`([^`]+)`\)")
    events = f"{headings}\n2020-03-23,Lockdown begins,national,,Prime Minister's statement\n"
    store = built(tmp_path, PLANS, {"events.csv": events})
    assert count(store, "event where title = 'Lockdown begins'") == 1
    assert count(store, "rejected") == 0


def test_the_columns_shown_are_the_columns_read(tmp_path: Path) -> None:
    columns = [
        name for cells in table(GUIDE, "column") for name in re.findall(r"`(\w+)`", cells[0])
    ]
    values = {
        "measure": "Plans issued in 20 weeks",
        "period": "2019",
        "numerator": "75",
        "denominator": "100",
        "reported_on": "2020-02-01",
        "note": "a note",
    }
    row = ",".join(values.get(name, "") for name in columns)
    store = built(tmp_path, PLANS, {"observations/log.csv": f"{','.join(columns)}\n{row}\n"})
    assert count(store, "status where note = 'a note' and reported_on = date '2020-02-01'") == 1


def test_a_later_row_corrects_a_figure_and_is_listed_as_a_restatement(tmp_path: Path) -> None:
    log = (
        "measure,period,numerator,denominator,reported_on\n"
        "ehc-plans-20-weeks,2019,75,100,2020-02-01\n"
        "ehc-plans-20-weeks,2019,70,100,2020-03-01\n"
        "ehc-plans-20-weeks,2018,70,100,2019-03-01\n"
        "ehc-plans-20-weeks,2018,71,100,2019-03-01\n"
    )
    store = built(tmp_path, PLANS, {"observations/log.csv": log})
    assert count(store, "restatement where value_from = 75 and value_to = 70") == 1
    assert count(store, "rejected") == 2


def test_drivers_can_be_written_as_shown(tmp_path: Path) -> None:
    drivers = example(GUIDE, "drivers:").strip("\n")
    named = ["recycling-kerbside", "recycling-centres", "missed-bins"]
    block = "".join(f"    {line}\n" for line in drivers.splitlines())
    parts = "".join((MEASURE % "high").replace("measured", name, 1) for name in named)
    text = HEAD + MEASURE % "high" + block + _named(parts)
    loaded = load(written(tmp_path, text))
    assert [str(one) for one in loaded.errors] == []
    assert loaded.framework is not None
    assert len(loaded.framework.measures["measured"].drivers) == len(named)


def _named(parts: str) -> str:
    """Each block under a name of its own: names are unique in a framework."""
    return re.sub(r"(?m)^  ([\w-]+):\n    name: Measured", r"  \1:\n    name: The \1", parts)


def test_a_profile_may_leave_months_without_a_target(tmp_path: Path) -> None:
    (target,) = [text for wanted, text in TARGETS if "running total" in wanted]
    log = "measure,period,value\nmeasured,2020-06,30\nmeasured,2020-07,31\n"
    measures = f"{MEASURE % 'high'}    targets: [{target}]\n"
    store = built(tmp_path, measures, {"observations/log.csv": log})
    assert count(store, "status where period = '2020-06' and status = 'green'") == 1
    assert count(store, "status where period = '2020-07' and status = 'monitor'") == 1
