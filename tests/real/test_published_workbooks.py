"""Are workbooks as the government publishes them read, and what was not understood listed?"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from perfcore.engine import build
from tests.real.published_files import folder

pytestmark = pytest.mark.real

HISTORIC = "Historic COVID-19 Dashboard Data.xlsx"
BOARDS = "Board-level+figures+-+FOR+ONLINE+PUBLICATION.xlsx"
BEDS = "Beds-Open-Overnight-Web_File-Final-Q3-2019-20-kg8gu.xlsx"

# The sheet of upper-tier authorities has the area's code in its first column and dates across.
FRAMEWORK = """\
version: 1
organisation: {name: Dorset Council, code: E06000059, as_at: 2020-10-12}
directorates:
  adults: {name: Adults, lead: Executive Director for Adults}
services:
  public-health: {name: Public health, directorate: adults}
measures:
  confirmed-cases:
    name: E06000059
    level: operational
    service: public-health
    owner: Director of Public Health
    unit: count
    frequency: day
    good: none
    combine: last
    shape: stock
    epidemic: true
"""


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    published = folder("workbooks")
    place = tmp_path_factory.mktemp("workbooks")
    (place / "measures.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (place / "data" / "observations").mkdir(parents=True)
    for name in (HISTORIC, BOARDS, BEDS):
        shutil.copy(published / name, place / "data" / "observations" / name)
    report = build(place / "measures.yaml", place / "data", place / "out")
    with duckdb.connect(str(report.path), read_only=True) as connection:
        yield connection


def test_each_workbook_is_listed_and_its_rows_are_accounted_for(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    files = warehouse.execute(
        "select file, kind, sheets, read, accepted, rejected from source_file order by file"
    ).fetchall()
    assert [Path(file).name for file, *_ in files] == sorted([HISTORIC, BOARDS, BEDS])
    assert [sheets for _, _, sheets, *_ in files] == [4, 5, 7]
    assert all(read == accepted + rejected for *_, read, accepted, rejected in files)


def test_a_sheet_with_dates_across_under_seven_rows_of_notes_is_read(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    cases = warehouse.execute(
        "select period, value, sheet from observation order by period"
    ).fetchall()
    assert len(cases) == 31
    assert {sheet for *_, sheet in cases} == {"UTLAs"}
    by_day = {period: value for period, value, _ in cases}
    assert (by_day["2020-03-09"], by_day["2020-03-19"], by_day["2020-04-08"]) == (0, 7, 136)


def test_rows_of_other_areas_are_rejected_with_their_name(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    reasons = warehouse.execute(
        "select distinct reason from rejected where sheet = 'UTLAs' and raw like '%Unconfirmed%'"
    ).fetchall()
    assert len(reasons) == 1
    assert "unknown measure 'Unconfirmed'" in reasons[0][0]


def test_what_was_not_understood_is_listed_sheet_by_sheet(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    listed = warehouse.execute(
        "select file, sheet from intake_warning union select file, sheet from rejected"
    ).fetchall()
    named = {(Path(file).name, sheet) for file, sheet in listed}
    for file, sheet in (
        (BEDS, "NHS Trust by Sector"),
        (BEDS, "Region by Sector"),
        (BEDS, "Occupied by Specialty"),
        (BOARDS, "Table 1 - Cumulative cases"),
        (BOARDS, "Table 2 - ICU patients"),
        (BOARDS, "Table 3 - Hospital patients"),
        (HISTORIC, "UK Cases"),
        (HISTORIC, "UK Deaths"),
        (HISTORIC, "Countries"),
        (HISTORIC, "NHS Regions"),
        (HISTORIC, "Recovered patients"),
    ):
        assert (file, sheet) in named
