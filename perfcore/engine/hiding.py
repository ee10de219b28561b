"""How is a warehouse read as if some measures were not in it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import duckdb

_NAMING: Final = ("measure", "driver")
_BY_NUMBER: Final = {
    "series": "select series from {here}.series where measure in {hidden}",
    "position": "select position from {here}.measure where measure in {hidden}",
}
"""Tables without a measure's id name it by a number that one of these gives."""
_BY_POSITION: Final = ("area_figure", "compared_area", "target_in_force")


def hide(cursor: duckdb.DuckDBPyConnection, measures: frozenset[str]) -> None:
    """Let a cursor see every table without some measures.

    Parameters
    ----------
    cursor
        Of a warehouse; its own temporary views then stand before the tables.
    measures
        The ids of the measures.
    """
    here = f'"{_value(cursor, "select current_database()")}".main'
    hidden = f"({', '.join(_quoted(one) for one in sorted(measures))})"
    numbers = {
        name: _numbers(cursor, sql.format(here=here, hidden=hidden))
        for name, sql in _BY_NUMBER.items()
    }
    for table, columns in _tables(cursor).items():
        shown = list(_shown(table, columns, hidden, numbers))
        if shown:
            cursor.execute(
                f"create temp view {table} as select {_columns(table)} from {here}.{table} "
                f"where {' and '.join(shown)}"
            )


def _shown(
    table: str, columns: frozenset[str], hidden: str, numbers: Mapping[str, str]
) -> Iterator[str]:
    """The conditions on which a row of a table is seen."""
    named = columns.intersection(_NAMING)
    for name in sorted(named):
        yield f"{name} not in {hidden}"
    if "member" in columns:  # the parts of a measure are measures
        yield f"coalesce(member, '') not in {hidden}"
    if "measure" not in named:
        for name, found in numbers.items():
            other = name == "position" and table not in _BY_POSITION
            if name in columns and found and not other:
                yield f"{name} not in ({found})"
    if table == "rejected":
        yield "true"


def _columns(table: str) -> str:
    """A row that was rejected is of no measure: what it holds is not shown."""
    return "* replace ('' as raw)" if table == "rejected" else "*"


def _tables(cursor: duckdb.DuckDBPyConnection) -> Mapping[str, frozenset[str]]:
    rows = cursor.execute(
        "select table_name, list(column_name) from duckdb_columns() "
        "where schema_name = 'main' and database_name = current_database() group by all"
    ).fetchall()
    return {str(table): frozenset(columns) for table, columns in rows}


def _numbers(cursor: duckdb.DuckDBPyConnection, sql: str) -> str:
    return ", ".join(str(number) for (number,) in cursor.execute(sql).fetchall())


def _value(cursor: duckdb.DuckDBPyConnection, sql: str) -> str:
    row = cursor.execute(sql).fetchone()
    assert row is not None
    return str(row[0])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
