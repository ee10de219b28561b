"""How is a delimited text file read: directly where it is sound, record by record where not?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import duckdb

from perfcore.errors import IntakeError
from perfcore.intake import headings
from perfcore.intake.encodings import Writing, examine
from perfcore.intake.headings import Columns
from perfcore.intake.layout import NO_WORDS, Grid, Words, find, lay_out
from perfcore.intake.other_tables import refuse_others
from perfcore.intake.records import Record, records
from perfcore.intake.scratch import Scratch
from perfcore.intake.source import Column, Source
from perfcore.intake.statements import quoted

_DELIMITERS: Final = (",", ";", "\t", "|")
_LOOK_AT: Final = 20


def read(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    file: str,
    scratch: Scratch,
    known: tuple[str, ...] = headings.OBSERVATION,
    words: Words = NO_WORDS,
) -> Source:
    """The rows of a CSV file, copied into a temporary table.

    Parameters
    ----------
    connection
        Where the table is made.
    path
        The text file; comma, semicolon, tab or bar between fields; any usual encoding.
    file
        Its name for the reader.
    scratch
        Where a damaged or unusual file is rewritten.
    known
        The columns that mean something.
    words
        Which texts are periods and measures, to know the headings of wide tables.

    Raises
    ------
    IntakeError
        If there is no heading row, or the headings do not do.
    """
    writing = examine(path)
    delimiter = _delimiter(path, writing, known)
    start = list(islice(records(path, writing.encoding, delimiter), _LOOK_AT))
    if writing.direct and headings.is_heading(start[0].cells, known):
        columns = headings.match(start[0].cells, known)
        if source := _direct(connection, path, file, delimiter, start[0], columns, scratch):
            return source
    return _record_by_record(connection, path, file, scratch, writing, delimiter, known, words)


def _delimiter(path: Path, writing: Writing, known: tuple[str, ...]) -> str:
    widest, best = 0, _DELIMITERS[0]
    for delimiter in _DELIMITERS:
        start = list(islice(records(path, writing.encoding, delimiter), _LOOK_AT))
        if any(headings.is_heading(record.cells, known) for record in start):
            return delimiter
        width = max((len(record.cells) for record in start), default=0)
        if width > widest:
            widest, best = width, delimiter
    if widest == 0:
        raise IntakeError("The file holds no row.", do="Have it sent again.")
    return best


def _direct(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    file: str,
    delimiter: str,
    heading: Record,
    columns: Columns,
    scratch: Scratch,
) -> Source | None:
    names = _unlike(heading.cells)
    table = scratch.new_table()
    try:
        connection.execute(
            f"create temp table {table} as select * from read_csv($path, auto_detect = false, "
            "header = true, delim = $delimiter, quote = '\"', escape = '\"', "
            f"strict_mode = true, null_padding = false, columns = {{{_types(names)}}})",
            {"path": str(path), "delimiter": delimiter},
        )
    except duckdb.Error:
        return None
    name, place = next(iter(columns.places.items()))
    ((rows, again),) = connection.execute(
        f"select count(*), count(*) filter (lower(trim({quoted(names[place])})) = $name) "
        f"from {table}",
        {"name": name},
    ).fetchall()
    if again:
        connection.execute(f"drop table {table}")
        return None
    placed = set(columns.places.values())
    return Source(
        file=file,
        sheet="",
        kind="csv",
        relation=table,
        line=f"{table}.rowid + 2",
        row=f"{table}.rowid + 2",
        columns={name: Column(names[place]) for name, place in columns.places.items()},
        read=rows,
        temporary=True,
        others=tuple(Column(name) for i, name in enumerate(names) if i not in placed),
        warnings=((None, columns.remark),) if columns.remark else (),
    )


def _types(names: tuple[str, ...]) -> str:
    return ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in names)


def _unlike(cells: tuple[str, ...]) -> tuple[str, ...]:
    names: list[str] = []
    for place, cell in enumerate(cells, start=1):
        name = cell.strip() or f"column {place}"
        taken = {other.lower() for other in names}
        names.append(f"{name} ({place})" if name.lower() in taken else name)
    return tuple(names)


def _record_by_record(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    file: str,
    scratch: Scratch,
    writing: Writing,
    delimiter: str,
    known: tuple[str, ...],
    words: Words,
) -> Source:
    start = list(islice(records(path, writing.encoding, delimiter), _LOOK_AT))
    grid = Grid([(record.row, record.cells) for record in start], ragged=True)
    table = find(grid, known, words)
    given = _checked(records(path, writing.encoding, delimiter))
    rows = lay_out(table, refuse_others(table, given, words), ragged=True)
    remarks = tuple((None, text) for text in (writing.remark,) if text)
    return scratch.store(connection, rows, file, "", "csv", remarks, known)


def _checked(found: Iterator[Record]) -> Iterator[tuple[int, tuple[str, ...], str]]:
    for record in found:
        yield record.row, record.cells, record.fault
