"""A table taken away says what it is, and keeps its numbers as numbers."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from perfcore.present.take_away import Provenance, Table, as_csv, as_workbook

SOURCE = Provenance(
    organisation="Smallshire Council",
    page="Overview",
    filters={"directorate": "Place", "period": "July 2020"},
    as_at=date(2020, 10, 12),
    warehouse="warehouse-0123456789ab.duckdb",
    illustrative=True,
)
TABLE = Table(
    "Top exceptions",
    ("Measure", "Value", "Reported"),
    (
        ("Missed bins", Decimal("-55.10"), date(2020, 10, 9)),
        ("=1+1", "[c]", None),
    ),
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_row_of_a_csv_file_says_where_it_comes_from() -> None:
    for row in rows(as_csv(TABLE, SOURCE)):
        assert row["as at"] == "2020-10-12"
        assert row["filters"] == "directorate: Place; period: July 2020"
        assert row["figures"] == "illustrative"
        assert row["build"] == "warehouse-0123456789ab.duckdb"


def test_numbers_dates_and_markers_are_kept_in_csv() -> None:
    first, second = rows(as_csv(TABLE, SOURCE))
    assert (first["Value"], first["Reported"]) == ("-55.1", "2020-10-09")
    assert (second["Value"], second["Reported"]) == ("[c]", "")


def test_a_text_is_never_a_formula() -> None:
    assert rows(as_csv(TABLE, SOURCE))[1]["Measure"] == "'=1+1"
    sheet = load_workbook(io.BytesIO(as_workbook([TABLE], SOURCE)))["Top exceptions"]
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=1+1", "s")


def test_a_workbook_begins_with_where_it_comes_from() -> None:
    book = load_workbook(io.BytesIO(as_workbook([TABLE], SOURCE)))
    about = {row[0].value: row[1].value for row in book["About"].iter_rows()}
    assert book.sheetnames == ["About", "Top exceptions"]
    assert about["Narrowed to"] == "directorate: Place; period: July 2020"
    assert about["Figures as at"] == "12 October 2020"
    assert about["Build"] == "warehouse-0123456789ab.duckdb"
    assert about["Figures"].startswith("Illustrative")


def test_numbers_and_dates_are_kept_in_a_workbook() -> None:
    sheet = load_workbook(io.BytesIO(as_workbook([TABLE], SOURCE)))["Top exceptions"]
    assert [cell.value for cell in sheet[2]] == ["Missed bins", -55.1, datetime(2020, 10, 9)]


@pytest.mark.parametrize(
    "titles",
    [
        ("Same", "Same"),
        ("About", "History"),
        ("a/b:c*d", "[x]?"),
        ("A title that is much longer than a sheet's name may be", "'quoted'"),
        ("", "///"),
    ],
)
def test_any_titles_make_a_workbook_that_opens(titles: tuple[str, str]) -> None:
    tables = [Table(title, ("A",), ()) for title in titles]
    book = load_workbook(io.BytesIO(as_workbook(tables, SOURCE)))
    assert len(set(book.sheetnames)) == 3


def test_nothing_narrowed_is_said() -> None:
    source = Provenance("C", "Overview", {}, date(2020, 1, 1), "w", illustrative=False)
    assert rows(as_csv(TABLE, source))[0]["filters"] == "none"
    assert rows(as_csv(TABLE, source))[0]["figures"] == "reported"
