"""What do the sheets of a workbook hold?"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Final

import duckdb
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from perfcore.errors import IntakeError
from perfcore.intake import headings
from perfcore.intake.layout import FIRST_ROWS, Grid, Words, find, lay_out
from perfcore.intake.other_tables import refuse_others
from perfcore.intake.scratch import Scratch
from perfcore.intake.sheet_marks import NO_MARKS, PERCENT, Marks, marks_of
from perfcore.intake.source import Source

_MOST_CELLS: Final = 50_000_000


def read(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    file: str,
    scratch: Scratch,
    words: Words,
) -> tuple[Source, ...]:
    """The rows of every sheet that has a table, long or wide.

    Parameters
    ----------
    connection
        Where the rows are put.
    path
        An xlsx, xlsb, xls or ods file. Of formulas, the values last calculated are read.
    file
        Its name for the reader.
    scratch
        Where rows wait.
    words
        Which texts are periods and measures, to know the headings of wide sheets.

    Returns
    -------
    tuple of Source
        One for each sheet, also for those without a table: their warning says why.

    Raises
    ------
    IntakeError
        If the workbook cannot be opened, or no sheet has a table.
    """
    marks = marks_of(path)
    with _open(path) as book:
        sources, problems = [], []
        for facts in book.sheets_metadata:
            if facts.typ != SheetTypeEnum.WorkSheet:
                continue
            hidden = facts.visible != SheetVisibleEnum.Visible
            try:
                source = _sheet(
                    connection,
                    book,
                    facts.name,
                    file,
                    scratch,
                    words,
                    marks.get(facts.name, NO_MARKS),
                    hidden=hidden,
                )
                sources.append(source)
            except IntakeError as error:
                problems.append((facts.name, error))
    if not sources:
        raise IntakeError(
            "No sheet has a table. "
            + " ".join(f"{name!r}: {error.what}" for name, error in problems),
            do=f"Name the columns {', '.join(headings.OBSERVATION)}, or put one period in each.",
        )
    return (*sources, *(_without_table(connection, scratch, file, *each) for each in problems))


def _open(path: Path) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(str(path))
    except PasswordError as error:
        raise IntakeError(
            "The workbook is protected by a password.", do="Save it without a password."
        ) from error
    except (CalamineError, OSError) as error:
        raise IntakeError(
            f"The workbook is damaged ({error}).", do="Open it, save it again, or send it as CSV."
        ) from error


def _sheet(
    connection: duckdb.DuckDBPyConnection,
    book: CalamineWorkbook,
    name: str,
    file: str,
    scratch: Scratch,
    words: Words,
    marks: Marks,
    *,
    hidden: bool,
) -> Source:
    rows = _rows(book, name, marks)
    table = find(Grid(rows[:FIRST_ROWS]), headings.OBSERVATION, words)
    given = ((number, cells, "") for number, cells in rows)
    found = lay_out(table, refuse_others(table, given, words))
    remark = ((None, "the sheet is hidden; its rows are read"),) if hidden else ()
    return scratch.store(connection, found, file, name, "workbook", remark)


def _without_table(
    connection: duckdb.DuckDBPyConnection,
    scratch: Scratch,
    file: str,
    name: str,
    error: IntakeError,
) -> Source:
    remark = ((None, f"the sheet is left out: {error}"),)
    return scratch.store(connection, iter(()), file, name, "workbook", remark)


def _rows(book: CalamineWorkbook, name: str, marks: Marks) -> list[tuple[int, list[str]]]:
    _refuse_endless(marks.height, marks.width)
    try:
        sheet = book.get_sheet_by_name(name)
    except (CalamineError, OSError) as error:
        raise IntakeError(f"The sheet is damaged ({error}).", do="Save it again.") from error
    _refuse_endless(sheet.total_height, sheet.total_width)
    given = sheet.to_python(skip_empty_area=False)
    cells = [[_text(cell) for cell in row] for row in given]
    for (row, column), mark in marks.cells.items():
        if row < len(cells) and column < len(cells[row]):
            cells[row][column] = _marked(given[row][column], mark)
    _fill_merged(sheet, cells)
    return list(enumerate(cells, start=1))


def _refuse_endless(height: int, width: int) -> None:
    if height * width > _MOST_CELLS:
        raise IntakeError(
            f"The sheet is too large: something stands in row {height:,} and in column {width:,}.",
            do="Delete what is far below or beside the table, or send CSV or Parquet.",
        )


def _marked(cell: object, mark: str) -> str:
    if mark == PERCENT:
        return f"{Decimal(repr(cell)) * 100:f}%" if isinstance(cell, float) else _text(cell)
    return mark


def _fill_merged(sheet: CalamineSheet, cells: list[list[str]]) -> None:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if bottom < len(cells) and left == right:
            for row in range(top + 1, bottom + 1):
                cells[row][left] = cells[top][left]


def _text(cell: object) -> str:
    match cell:
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime() if cell.time() == time.min:
            return cell.date().isoformat()
        case datetime():
            return cell.isoformat(sep=" ")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
