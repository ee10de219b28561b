"""Which SQL file runs, and with which parameters bound?"""

from __future__ import annotations

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


@cache
def _text(name: str) -> str:
    return files("perfcore.engine").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
