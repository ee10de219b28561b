"""What did the services send in?"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import duckdb

from perfcore.errors import IntakeError
from perfcore.framework.model import Framework
from perfcore.intake import delimited, feeds, files, headings, parquet, places, workbook
from perfcore.intake.benchmarks import write_benchmarks
from perfcore.intake.events import write_events
from perfcore.intake.log import write_log
from perfcore.intake.report import IntakeReport, account
from perfcore.intake.scratch import Scratch
from perfcore.intake.source import Source
from perfcore.intake.spelling import Vocabulary
from perfcore.intake.statements import sql


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was met: its tables (or how many rows it held), or why it has none."""

    file: str
    kind: str
    sources: tuple[Source, ...] = ()
    problem: str = ""
    rows: int = 0

    @property
    def read(self) -> int:
        """Rows read."""
        return self.rows + sum(source.read for source in self.sources)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where files are taken in."""

    connection: duckdb.DuckDBPyConnection
    data: Path
    scratch: Scratch
    vocabulary: Vocabulary


Reader = Callable[[Desk, Path, str, files.Kind], tuple[Source, ...]]


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
        desk = Desk(connection, data, Scratch(Path(folder)), Vocabulary(framework))
        taken = [*_observations(desk), *_feeds(desk), *_benchmarks(desk)]
        figures = [source for file in taken for source in file.sources]
        write_log(connection, desk.vocabulary, [s for s in figures if not _is_benchmark(s)])
        _ask_about_fractions(connection, framework)
        write_benchmarks(connection, desk.vocabulary, [s for s in figures if _is_benchmark(s)])
        events = list(_events(desk))
        write_events(connection, desk.vocabulary, [s for file in events for s in file.sources])
        taken += [*events, *_places(desk, framework)]
        _write_warnings(connection, [source for file in taken for source in file.sources])
        _write_files(connection, taken)
        _forget(connection, taken)
    return account(connection)


def _is_benchmark(source: Source) -> bool:
    return "area_code" in source.columns


def _observations(desk: Desk) -> Iterator[Taken]:
    for path in files.visible(desk.data / "observations"):
        yield _take(desk, path, _figures)


def _benchmarks(desk: Desk) -> Iterator[Taken]:
    for path in files.visible(desk.data / "benchmarks"):
        yield _take(desk, path, partial(_table, known=headings.BENCHMARK))


def _events(desk: Desk) -> Iterator[Taken]:
    path = desk.data / "events.csv"
    if path.is_file():
        yield _take(desk, path, partial(_table, known=headings.EVENT))


def _take(desk: Desk, path: Path, read: Reader) -> Taken:
    file = files.name_of(path, desk.data)
    try:
        kind = files.kind_of(path)
    except IntakeError as error:
        return Taken(file, "unreadable", problem=str(error))
    try:
        return Taken(file, kind, read(desk, path, file, kind))
    except IntakeError as error:
        return Taken(file, kind, problem=str(error))


def _figures(desk: Desk, path: Path, file: str, kind: files.Kind) -> tuple[Source, ...]:
    if kind == "workbook":
        words = desk.vocabulary.words
        return workbook.read(desk.connection, path, file, desk.scratch, words)
    return _table(desk, path, file, kind, headings.OBSERVATION)


def _table(
    desk: Desk, path: Path, file: str, kind: files.Kind, known: tuple[str, ...]
) -> tuple[Source, ...]:
    match kind:
        case "parquet":
            return (parquet.read(desk.connection, path, file, known),)
        case "csv":
            words = desk.vocabulary.words
            return (delimited.read(desk.connection, path, file, desk.scratch, known, words),)
        case "workbook":
            raise IntakeError("It is a workbook.", do="Save the sheet as CSV.")


def _feeds(desk: Desk) -> Iterator[Taken]:
    for file, result in feeds.read(desk.connection, desk.data, desk.scratch):
        if isinstance(result, Source):
            yield Taken(file, "feed", (result,))
        else:
            yield Taken(file, "feed", problem=str(result))


def _places(desk: Desk, framework: Framework) -> Iterator[Taken]:
    for path in places.place_files(desk.data / "places"):
        file = files.name_of(path, desk.data)
        try:
            rows = places.write_places(desk.connection, framework, path, file)
            yield Taken(file, "places", rows=rows)
        except IntakeError as error:
            yield Taken(file, "places", problem=str(error))


def _ask_about_fractions(connection: duckdb.DuckDBPyConnection, framework: Framework) -> None:
    percentages = [each.id for each in framework.measures.values() if each.unit == "percent"]
    if percentages:
        connection.execute(sql("fractions"), {"percentages": percentages})


def _write_warnings(connection: duckdb.DuckDBPyConnection, sources: Sequence[Source]) -> None:
    rows = [
        (source.file, source.sheet, row, text)
        for source in sources
        for row, text in source.warnings
    ]
    names = ("file", "sheet", "row", "text")
    columns = {name: [row[i] for row in rows] for i, name in enumerate(names)}
    if rows:
        connection.execute(sql("warning"), columns)


def _write_files(connection: duckdb.DuckDBPyConnection, taken: Sequence[Taken]) -> None:
    if not taken:
        return
    connection.execute(
        sql("source_files"),
        {
            "file": [file.file for file in taken],
            "kind": [file.kind for file in taken],
            "sheets": [len(file.sources) for file in taken],
            "read": [file.read for file in taken],
            "problem": [file.problem for file in taken],
        },
    )


def _forget(connection: duckdb.DuckDBPyConnection, taken: Sequence[Taken]) -> None:
    connection.execute(sql("tidy"))
    for file in taken:
        for source in file.sources:
            if source.temporary:
                connection.execute(f"drop table {source.relation}")
