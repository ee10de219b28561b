"""What did the services send in?"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from perfcore.errors import IntakeError
from perfcore.framework.model import Framework
from perfcore.intake import delimited, files, parquet, workbook
from perfcore.intake.log import write_log
from perfcore.intake.report import IntakeReport, account
from perfcore.intake.scratch import Scratch
from perfcore.intake.source import Source
from perfcore.intake.spelling import Vocabulary
from perfcore.intake.statements import sql


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was met: its tables, or why it has none."""

    file: str
    kind: str
    sources: tuple[Source, ...] = ()
    problem: str = ""


def load(connection: duckdb.DuckDBPyConnection, framework: Framework, data: Path) -> IntakeReport:
    """Read a data folder into a connection.

    Parameters
    ----------
    connection
        A writable DuckDB connection. The tables ``observation``, ``rejected``,
        ``intake_warning``, ``source_file``, ``benchmark``, ``event`` and ``place`` are made anew.
    framework
        What may be named, and on which calendar.
    data
        The data folder of contracts.md 2; parts of it may be missing.

    Returns
    -------
    IntakeReport
        Counts; ``read = accepted + rejected`` for every file and in total.

    Raises
    ------
    IntakeError
        If a row is lost. Files that cannot be read are listed in ``source_file``, not raised.
    """
    connection.execute("set preserve_insertion_order = true")
    connection.execute(sql("macros"))
    connection.execute(sql("tables"))
    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(Path(folder))
        taken = list(_observations(connection, framework, data, scratch))
        sources = [source for file in taken for source in file.sources]
        write_log(connection, framework, sources)
        _write_warnings(connection, sources)
        _write_files(connection, taken)
    return account(connection)


def _observations(
    connection: duckdb.DuckDBPyConnection, framework: Framework, data: Path, scratch: Scratch
) -> Iterator[Taken]:
    vocabulary = Vocabulary(framework)
    for path in files.observation_files(data):
        file = path.relative_to(data).as_posix()
        try:
            kind = files.kind_of(path)
        except IntakeError as error:
            yield Taken(file, "unreadable", problem=str(error))
            continue
        try:
            sources = _read(connection, path, file, kind, scratch, vocabulary)
            yield Taken(file, kind, sources)
        except IntakeError as error:
            yield Taken(file, kind, problem=str(error))


def _read(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    file: str,
    kind: files.Kind,
    scratch: Scratch,
    vocabulary: Vocabulary,
) -> tuple[Source, ...]:
    match kind:
        case "parquet":
            return (parquet.read(connection, path, file),)
        case "workbook":
            return workbook.read(connection, path, file, scratch, vocabulary.is_period)
        case "csv":
            return (
                delimited.read(connection, path, file, scratch, is_period=vocabulary.is_period),
            )


def _write_warnings(connection: duckdb.DuckDBPyConnection, sources: Sequence[Source]) -> None:
    rows = [
        (source.file, source.sheet, row, text)
        for source in sources
        for row, text in source.warnings
    ]
    if rows:
        connection.execute(
            sql("warning"),
            {
                "file": [row[0] for row in rows],
                "sheet": [row[1] for row in rows],
                "row": [row[2] for row in rows],
                "text": [row[3] for row in rows],
            },
        )


def _write_files(connection: duckdb.DuckDBPyConnection, taken: Sequence[Taken]) -> None:
    connection.execute(
        sql("source_files"),
        {
            "file": [file.file for file in taken],
            "kind": [file.kind for file in taken],
            "sheets": [len(file.sources) for file in taken],
            "read": [sum(source.read for source in file.sources) for file in taken],
            "problem": [file.problem for file in taken],
        },
    )
