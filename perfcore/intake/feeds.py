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
from perfcore.intake.files import beginning, name_of, visible
from perfcore.intake.scratch import Scratch
from perfcore.intake.source import Source

LONGEST: Final = 300
"""Seconds that a feed may run."""
_PATIENCE: Final = LONGEST + 30
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
    texts: dict[str, str] = {}
    for path in visible(data / "feeds"):
        if path.suffix.lower() == ".sql":
            file = name_of(path, data)
            try:
                texts[file] = beginning(path).decode("utf-8-sig", errors="replace")
            except IntakeError as error:
                yield file, error
    results = [scratch.new_file("parquet") for _ in texts]
    problems = _run(connection, data, scratch, list(texts.values()), results) if texts else []
    for file, result, problem in zip(texts, results, problems, strict=True):
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
    texts: Sequence[str],
    results: Sequence[Path],
) -> list[IntakeError | None]:
    ((limit,),) = connection.execute("select current_setting('memory_limit')").fetchall()
    task = {
        "folder": str(scratch.folder.resolve()),
        "memory": limit,
        "feeds": [(text, str(result)) for text, result in zip(texts, results, strict=True)],
        "seconds": LONGEST,
    }
    said = [json.loads(line) for line in _output(json.dumps(task), data, len(texts) * _PATIENCE)]
    said += ["The feed was stopped before it was done."] * (len(texts) - len(said))
    return [IntakeError(problem) if problem else None for problem in said]


def _output(task: str, data: Path, seconds: float) -> list[str]:
    command = [sys.executable, "-P", "-m", _PROCESS]
    try:
        done = subprocess.run(
            command, input=task.encode(), capture_output=True, cwd=data, check=False,
            timeout=seconds,
        )  # fmt: skip
    except subprocess.TimeoutExpired as late:
        return (late.stdout or b"").decode().splitlines()
    return done.stdout.decode().splitlines()
