"""How is a Parquet file read?"""

from __future__ import annotations

from pathlib import Path

import duckdb

from perfcore.errors import IntakeError
from perfcore.intake import headings
from perfcore.intake.source import Column, Source
from perfcore.intake.statements import quoted


def names(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[str, ...]:
    """The plain names of a Parquet file's columns."""
    described = connection.execute(f"describe select * from {_scan(path)}").fetchall()
    return tuple(headings.plain(name) for name, *_ in described)


def _scan(path: Path) -> str:
    literal = "'" + str(path).replace("'", "''") + "'"
    return f"read_parquet({literal}, file_row_number = true)"


def read(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    file: str,
    known: tuple[str, ...] = headings.OBSERVATION,
    kind: str = "parquet",
) -> Source:
    """The rows of a Parquet file, left where they are.

    Every page is read once, so that damage in the middle of a file shows here.

    Parameters
    ----------
    connection
        Where it will be read.
    path
        The Parquet file.
    file
        Its name for the reader, a path inside the data folder.
    known
        The columns that mean something.
    kind
        What to call it in the list of files.

    Raises
    ------
    IntakeError
        If it is damaged, or its columns are not those wanted.
    """
    scan = _scan(path)
    try:
        described = connection.execute(f"describe select * from {scan}").fetchall()
        cells = ", ".join(quoted(name) for name, *_ in described)
        ((rows, _),) = connection.execute(
            f"select count(*), max(hash({cells})) from {scan}"
        ).fetchall()
    except duckdb.Error as error:
        raise IntakeError(
            "The Parquet file is damaged or incomplete.", do="Have it written again."
        ) from error
    columns = [Column(name, type_) for name, type_, *_ in described if name != "file_row_number"]
    found = headings.match([column.name for column in columns], known)
    placed = set(found.places.values())
    return Source(
        file=file,
        sheet="",
        kind=kind,
        relation=scan,
        line="file_row_number + 1",
        row="file_row_number + 1",
        columns={name: columns[place] for name, place in found.places.items()},
        read=rows,
        others=tuple(column for i, column in enumerate(columns) if i not in placed),
        warnings=((None, found.remark),) if found.remark else (),
    )
