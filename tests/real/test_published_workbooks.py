"""Are workbooks as the government publishes them read, and what was not understood listed?"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from perfcore.engine.build import build
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
    assert [(Path(file).name, kind, sheets) for file, kind, sheets, *_ in files] == [
        (BEDS, "workbook", 0),
        (BOARDS, "workbook", 0),
        (HISTORIC, "workbook", 7),
    ]
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


@pytest.mark.parametrize(
    ("file", "sheets"),
    [
        (BEDS, ["NHS Trust by Sector", "Region by Sector", "Occupied by Specialty"]),
        (BOARDS, ["Table 1 - Cumulative cases", "Table 2 - ICU patients", "Notes"]),
    ],
)
def test_a_workbook_without_a_table_says_what_each_sheet_begins_with(
    warehouse: duckdb.DuckDBPyConnection, file: str, sheets: list[str]
) -> None:
    found = warehouse.execute(
        "select problem from source_file where file = $file", {"file": f"observations/{file}"}
    ).fetchone()
    assert found is not None
    assert found[0].startswith("No sheet has a table.")
    assert [sheet for sheet in sheets if f"{sheet!r}:" not in found[0]] == []


def test_what_was_not_understood_is_listed_sheet_by_sheet(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    left_out = warehouse.execute(
        "select sheet from intake_warning where text like 'the sheet is left out:%' order by sheet"
    ).fetchall()
    assert left_out == [("Recovered patients",), ("Summary",), ("UK Cases",), ("UK Deaths",)]
    above = warehouse.execute(
        "select row, text from intake_warning where sheet = 'UTLAs' order by row"
    ).fetchall()
    assert [row for row, _ in above] == [1, 3, 4, 5, 6, 8]
    assert "Daily Cumulative Counts for Upper Tier Local Authorities" in above[0][1]
    assert above[-1][1] == "columns ignored: 'Area Name'"
