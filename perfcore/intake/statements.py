"""Which SQL does this step of the intake run?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import duckdb


@cache
def sql(name: str) -> str:
    """The text of ``perfcore/intake/sql/<name>.sql``."""
    return (files(__package__) / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def run(connection: duckdb.DuckDBPyConnection, name: str, parameters: Mapping[str, object]) -> None:
    """Run each statement of a file with those of the parameters that it uses."""
    for statement in connection.extract_statements(sql(name)):
        connection.execute(statement, {one: parameters[one] for one in statement.named_parameters})


def quoted(identifier: str) -> str:
    """A column's or table's name as SQL.

    Examples
    --------
    >>> quoted("row")
    '"row"'
    """
    return '"' + identifier.replace('"', '""') + '"'
