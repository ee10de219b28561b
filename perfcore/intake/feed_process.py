"""What does a feed's query return, when it may read the data folder and nothing else?

Run as a process of its own, in the data folder, so that relative paths mean that folder and a
query can neither write, attach, install nor change a setting. Standard input is a
:class:`Task` as JSON; standard output one line of JSON a feed: null, or what is wrong.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

import duckdb

from perfcore.errors import IntakeError


@dataclass(frozen=True, slots=True)
class Task:
    """Feeds to run.

    Attributes
    ----------
    folder
        Where the results go.
    memory
        DuckDB's memory limit, for example ``4GB``.
    feeds
        Pairs of a feed's SQL and the Parquet file for its result.
    seconds
        How long each feed may run.
    """

    folder: str
    memory: str
    feeds: tuple[tuple[str, str], ...]
    seconds: float


def main() -> None:
    """Run the task on standard input."""
    task = Task(**json.loads(sys.stdin.read()))
    for text, result in task.feeds:
        print(json.dumps(problem_of(text, result, task)), flush=True)


def problem_of(text: str, result: str, task: Task) -> str | None:
    """Run one feed in the current folder; what is wrong with it, or None."""
    try:
        with _sandbox(task) as connection:
            require_query(connection, text)
            target = result.replace("'", "''")
            with _stopped_in_time(connection, task.seconds):
                connection.execute(f"create temp view returned as {text}")
                connection.execute(f"copy returned to '{target}' (format parquet)")
    except duckdb.InterruptException:
        return f"The feed was stopped after {task.seconds:g} seconds. Let it read and return less."
    except (duckdb.Error, IntakeError) as error:
        return readable(error)
    return None


def require_query(connection: duckdb.DuckDBPyConnection, text: str) -> None:
    """Refuse a feed that is anything else than one query.

    Raises
    ------
    IntakeError
        If there is none, or several, or it does something else than select, or two of its
        columns have one name.
    """
    statements = connection.extract_statements(text)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise IntakeError(
            f"A feed is one SELECT, and this has {len(statements)} statements{_kinds(statements)}.",
            do="Keep the SELECT alone.",
        )
    described = connection.execute(f"describe {text}").fetchall()
    names = Counter(str(name).lower() for name, *_ in described)
    for name in (name for name, times in names.items() if times > 1):
        raise IntakeError(
            f"The feed returns the column {name!r} more than once.", do="Rename all but one."
        )


def readable(error: Exception) -> str:
    """DuckDB's message without its advice to programmers."""
    text = str(error).split("\n\n")[0].strip()
    if "disabled by configuration" in text:
        return f"{text.split(' - ')[0]}. A feed may read only files in the data folder."
    return " ".join(text.split())


@contextmanager
def _stopped_in_time(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    timer = Timer(seconds, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _kinds(statements: list[duckdb.Statement]) -> str:
    kinds = ", ".join(statement.type.name for statement in statements)
    return f" ({kinds})" if kinds else ""


def _sandbox(task: Task) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:")
    connection.execute("set enable_progress_bar = false")
    connection.execute("set threads = 1")
    connection.execute("set memory_limit = $limit", {"limit": task.memory})
    connection.execute("set temp_directory = $folder", {"folder": f"{task.folder}/spill"})
    connection.execute(
        "set allowed_directories = $folders", {"folders": [task.folder, *_roots(Path.cwd())]}
    )
    connection.execute("set autoinstall_known_extensions = false")
    connection.execute("set autoload_known_extensions = false")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def _roots(folder: Path) -> Iterator[str]:
    yield str(folder.resolve())
    for place, folders, _ in os.walk(folder):
        links = (Path(place, name) for name in sorted(folders))
        yield from (str(link.resolve()) for link in links if link.is_symlink())


if __name__ == "__main__":
    main()
