"""How do a page's tables leave the house, so that the file says what it is on its own?

Numbers leave as numbers, exactly as published; a figure withheld leaves as its marker. Each file
names the filters, the dates and the build of its figures: in a workbook on a sheet of their own,
in a CSV file as the last columns of every row, so that any program reads the table as it is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from perfcore.present import wording
from perfcore.present.exact import exact
from perfcore.views.build_facts import BuildFacts

Cell = str | int | Decimal | date | None

_LONGEST_SHEET_NAME: Final = 31
_FORBIDDEN_IN_SHEET_NAMES: Final = re.compile(r"[\[\]:*?/\\]")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
_LARGEST_WIDTH: Final = 60


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is taken away.

    Attributes
    ----------
    title
        What it shows, as on the page.
    columns
        Its headings.
    rows
        One cell for each heading; None is an empty cell.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a table's figures come from.

    Attributes
    ----------
    page
        The name of the page it was taken from.
    filters
        What the page was narrowed to, by the filter's name, as in the address.
    warehouse
        The build's name: two files with the same one hold the same vintage.
    """

    organisation: str
    page: str
    filters: Mapping[str, str]
    as_at: date
    warehouse: str
    illustrative: bool

    def narrowed_to(self) -> str:
        """The filters in words: ``directorate: Place; period: July 2020``, or ``none``."""
        return "; ".join(f"{name}: {chosen}" for name, chosen in self.filters.items()) or "none"


def provenance(
    build: BuildFacts, page: str, filters: Mapping[str, str], warehouse: str
) -> Provenance:
    """Where the tables of a page come from."""
    return Provenance(
        build.organisation, page, dict(filters), build.as_at, warehouse, build.illustrative
    )


def as_csv(table: Table, source: Provenance) -> str:
    """The table as CSV; the last columns say where it comes from.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    told = {
        "as at": source.as_at.isoformat(),
        "filters": source.narrowed_to(),
        "figures": "illustrative" if source.illustrative else "reported",
        "build": source.warehouse,
    }
    writer.writerow((*table.columns, *told))
    writer.writerows([*map(_in_csv, row), *map(_in_csv, told.values())] for row in table.rows)
    return text.getvalue()


def as_workbook(tables: Sequence[Table], source: Provenance) -> bytes:
    """The tables as an Excel workbook, a sheet each, after one that says where they come from."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "bottom"})
        dates = book.add_format({"num_format": "d mmm yyyy", "align": "left"})
        about = book.add_worksheet("About")
        for row, (name, said) in enumerate(_about(tables, source)):
            about.write_string(row, 0, name, bold)
            about.write_string(row, 1, said)
        about.set_column(0, 0, 18)
        about.set_column(1, 1, _LARGEST_WIDTH)
        for name, table in zip(_sheet_names(tables), tables, strict=True):
            sheet = book.add_worksheet(name)
            _write(sheet, table, bold, dates)
    return file.getvalue()


def _about(tables: Sequence[Table], source: Provenance) -> list[tuple[str, str]]:
    notice = "Illustrative: invented, not the council's results" if source.illustrative else ""
    told = [
        ("Council", source.organisation),
        ("Page", source.page),
        ("Figures as at", wording.day(source.as_at)),
        ("Narrowed to", source.narrowed_to()),
        ("Build", source.warehouse),
        ("Figures", notice),
        ("Sheets", "; ".join(table.title for table in tables)),
    ]
    return [(name, said) for name, said in told if said]


def _sheet_names(tables: Sequence[Table]) -> list[str]:
    names: list[str] = []
    for number, table in enumerate(tables, start=1):
        name = _FORBIDDEN_IN_SHEET_NAMES.sub(" ", table.title)[:_LONGEST_SHEET_NAME].strip(" '")
        taken = name.casefold() in {"about", "history", *(one.casefold() for one in names)}
        names.append(f"{name[:27]} {number}".strip() if taken or not name else name)
    return names


def _write(sheet: Worksheet, table: Table, bold: object, dates: object) -> None:
    for place, heading in enumerate(table.columns):
        sheet.write_string(0, place, heading, bold)
        cells = [str(row[place] or "") for row in table.rows]
        widest = max(map(len, [heading, *cells]))
        sheet.set_column(place, place, min(widest + 2, _LARGEST_WIDTH))
    for number, row in enumerate(table.rows, start=1):
        for place, cell in enumerate(row):
            _write_cell(sheet, number, place, cell, dates)
    sheet.freeze_panes(1, 1)


def _write_cell(sheet: Worksheet, row: int, column: int, cell: Cell, dates: object) -> None:
    match cell:
        case None:
            return
        case date():
            sheet.write_datetime(row, column, cell, dates)
        case Decimal() | int():
            sheet.write_number(row, column, float(cell))
        case str():
            sheet.write_string(row, column, cell)


def _in_csv(cell: Cell) -> str | int | None:
    match cell:
        case Decimal():
            return exact(cell)
        case date():
            return cell.isoformat()
        case str() if cell.startswith(_FORMULA_STARTS):
            return f"'{cell}"
        case _:
            return cell
