"""Does a reader get the tables and the chart, with what they are written in?"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def visit(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def taken(page: Page, button: str) -> bytes:
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    return Path(started.value.path()).read_bytes()


def test_a_table_is_taken_as_csv_with_its_filters_dates_and_build(page: Page, server: str) -> None:
    visit(page, f"{server}/scorecard?directorate=Place")
    rows = list(csv.DictReader(io.StringIO(taken(page, "Balanced scorecard (CSV)").decode())))
    assert "Missed bins" in {row["Measure"] for row in rows}
    assert {row["as at"] for row in rows} == {"2020-10-12"}
    assert {row["figures"] for row in rows} == {"illustrative"}
    assert all("directorate: Place" in row["filters"] for row in rows)
    assert all(row["build"].startswith("warehouse-") for row in rows)


def test_all_tables_are_taken_as_a_workbook(page: Page, server: str) -> None:
    visit(page, server)
    book = load_workbook(io.BytesIO(taken(page, "All as a workbook (Excel)")))
    assert book.sheetnames[0] == "About"
    assert len(book.sheetnames) > 3


@pytest.mark.parametrize(
    ("button", "begins"), [("Chart (PNG)", b"\x89PNG"), ("Chart (SVG)", b"<svg")]
)
def test_a_chart_is_taken_as_a_picture(page: Page, server: str, button: str, begins: bytes) -> None:
    visit(page, f"{server}/measure?measure=missed-bins")
    assert taken(page, button).startswith(begins)
