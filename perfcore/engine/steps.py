"""Which SQL file runs, and with which parameters bound?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb


def run(connection: duckdb.DuckDBPyConnection, name: str, **parameters: Any) -> None:
    """Run one file of ``engine/sql``.

    Parameters
    ----------
    connection
        Where the tables are.
    name
        The file's name without ``.sql``, for example ``03_amounts``.
    parameters
        Values for the file's ``$names``; each statement is given those it uses.
    """
    for statement in connection.extract_statements(_text(name)):
        used = {one: parameters[one] for one in statement.named_parameters}
        connection.execute(statement, used)


def fetch(connection: duckdb.DuckDBPyConnection, name: str, **parameters: Any) -> list[Any]:
    """The rows of the last statement in a file of ``engine/sql``."""
    run(connection, name, **parameters)
    return connection.fetchall()


@contextmanager
def beside(
    connection: duckdb.DuckDBPyConnection, work: Callable[[duckdb.DuckDBPyConnection], None]
) -> Iterator[None]:
    """Let some work go on in a thread of its own while a block runs, and wait for it.

    Many steps have too few rows to keep more than one core busy.

    Parameters
    ----------
    connection
        Where the tables are.
    work
        Is given another connection to them, which has no temporary tables yet. It and the block
        must not need what the other makes.

    Raises
    ------
    Exception
        What the work raised, once the block has ended.
    """
    ((database, schema),) = connection.execute(
        "select current_database(), current_schema()"
    ).fetchall()
    with connection.cursor() as other, ThreadPoolExecutor(max_workers=1) as worker:
        other.execute(f'use "{database}"."{schema}"')
        under_way = worker.submit(work, other)
        yield
        under_way.result()


@cache
def _text(name: str) -> str:
    return files("perfcore.engine").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
