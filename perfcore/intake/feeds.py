"""What do the feeds return?"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import duckdb

from perfcore.errors import IntakeError
from perfcore.intake import headings, parquet
from perfcore.intake.files import visible
from perfcore.intake.scratch import Scratch
from perfcore.intake.source import Source

LONGEST: Final = 300
"""Seconds that a feed may run."""
_PROCESS: Final = "perfcore.intake.feed_process"


def read(
    connection: duckdb.DuckDBPyConnection, data: Path, scratch: Scratch
) -> Iterator[tuple[str, Source | IntakeError]]:
    """Run every feed of a data folder in a sandbox.

    Parameters
    ----------
    connection
        Where the results will be read.
    data
        The data folder; ``feeds/*.sql`` are run in order of name.
    scratch
        Where the results wait.

    Yields
    ------
    tuple
        The feed's path inside the data folder, and its rows or what is wrong. Rows with a column
        ``area_code`` are benchmarks.
    """
    paths = [path for path in visible(data / "feeds") if path.suffix.lower() == ".sql"]
    results = [scratch.new_file("parquet") for _ in paths]
    problems = _run(connection, data, scratch, paths, results) if paths else []
    for path, result, problem in zip(paths, results, problems, strict=True):
        file = path.relative_to(data).as_posix()
        try:
            yield file, problem or _source(connection, result, file)
        except IntakeError as error:
            yield file, error


def _source(connection: duckdb.DuckDBPyConnection, result: Path, file: str) -> Source:
    names = parquet.names(connection, result)
    known = headings.BENCHMARK if "area_code" in names else headings.OBSERVATION
    return parquet.read(connection, result, file, known, kind="feed")


def _run(
    connection: duckdb.DuckDBPyConnection,
    data: Path,
    scratch: Scratch,
    paths: Sequence[Path],
    results: Sequence[Path],
) -> list[IntakeError | None]:
    texts = [_text(path) for path in paths]
    ((limit,),) = connection.execute("select current_setting('memory_limit')").fetchall()
    task = {
        "folder": str(scratch.folder.resolve()),
        "memory": limit,
        "feeds": [(text, str(result)) for text, result in zip(texts, results, strict=True)],
        "seconds": LONGEST,
    }
    done = subprocess.run(
        [sys.executable, "-P", "-m", _PROCESS],
        input=json.dumps(task), capture_output=True, text=True, cwd=data, check=False,
        encoding="utf-8",
    )  # fmt: skip
    said = [json.loads(line) for line in done.stdout.splitlines()]
    said += ["The feed was stopped before it was done."] * (len(paths) - len(said))
    return [IntakeError(problem) if problem else None for problem in said]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace")
