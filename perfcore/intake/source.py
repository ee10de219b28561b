"""How does a table with any types become the rows that the intake expects?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import duckdb

from perfcore.intake.statements import quoted

_WHOLE_NUMBERS = (
    "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT",
    "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT",
)  # fmt: skip
_AMOUNTS = ("value", "numerator", "denominator", "lower", "upper")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a source and its DuckDB type."""

    name: str
    type: str = "VARCHAR"


@dataclass(frozen=True, slots=True)
class Source:
    """One table of rows: a file, or one sheet of a workbook.

    Attributes
    ----------
    file
        Path inside the data folder, with forward slashes.
    sheet
        Name of the sheet; empty where there is none.
    kind
        ``csv``, ``parquet``, ``workbook``, ``feed``.
    relation
        What to select from, as SQL.
    line, row
        The expressions that number the rows: each its own, and as the file does, from 1 (a wide
        sheet has several in one of its rows).
    columns
        Known name to column.
    others
        The columns that mean nothing here; they are kept in the text of rejected rows.
    read
        How many rows there are.
    prepared
        The relation already has ``fault`` and ``raw`` columns.
    temporary
        The relation is a table made for the intake.
    warnings
        What the reader should know, each with the row concerned if there is one.
    """

    file: str
    sheet: str
    kind: str
    relation: str
    line: str
    row: str
    columns: Mapping[str, Column]
    read: int
    others: tuple[Column, ...] = ()
    prepared: bool = False
    temporary: bool = False
    warnings: tuple[tuple[int | None, str], ...] = field(default=())


def show(connection: duckdb.DuckDBPyConnection, source: Source, known: tuple[str, ...]) -> None:
    """Make the temporary view ``incoming`` over a source.

    Parameters
    ----------
    connection
        Where the view is made.
    source
        The table.
    known
        The columns wanted. Texts are never null; each amount comes as a number and, where it is
        not plainly one, as what is left to interpret (``value_left``); so does ``reported``.
    """
    parts = [f"{source.line} as line", f'{source.row} as "row"', *_fault_and_raw(source)]
    for name in known:
        column = source.columns.get(name)
        if name in _AMOUNTS:
            parts += _amount(name, column)
        elif name in {"reported_on", "date"}:
            parts += _day(name.removesuffix("_on"), column)
        else:
            parts.append(f"{_text(column)} as {quoted(name)}")
    connection.execute(
        f"create or replace temp view incoming as select {', '.join(parts)} from {source.relation}"
    )


def _fault_and_raw(source: Source) -> list[str]:
    if source.prepared:
        return ["nullif(fault, '') as fault", "coalesce(raw, '') as raw"]
    cells = ", ".join(
        f"{quoted(column.name)} := {quoted(column.name)}"
        for column in (*source.columns.values(), *source.others)
    )
    return ["null::varchar as fault", f"cast(to_json(struct_pack({cells})) as varchar) as raw"]


def _text(column: Column | None) -> str:
    if column is None:
        return "''"
    name = quoted(column.name)
    if column.type == "VARCHAR":
        return f"coalesce({name}, '')"
    if column.type in {"DOUBLE", "FLOAT"}:
        return f"coalesce(text_of_double({name}), '')"
    return f"coalesce(cast({name} as varchar), '')"


def _amount(name: str, column: Column | None) -> list[str]:
    if column is None:
        return [f"null::decimal(28, 10) as {name}", f"null::varchar as {name}_left"]
    number = _number(column)
    left = f"case when {number} is null then nullif({_trimmed(column)}, '') end"
    return [f"{number} as {name}", f"{left} as {name}_left"]


def _number(column: Column) -> str:
    name = quoted(column.name)
    if column.type == "VARCHAR":
        return f"plain_number({name})"
    if column.type == "DOUBLE":
        return f"number_of_double({name})"
    if column.type == "FLOAT":
        return f"try_cast(cast({name} as varchar) as decimal(28, 10))"
    if column.type in _WHOLE_NUMBERS or column.type.startswith("DECIMAL"):
        return f"try_cast({name} as decimal(28, 10))"
    return "null::decimal(28, 10)"


def _day(name: str, column: Column | None) -> list[str]:
    if column is None:
        return [f"null::date as {name}", f"null::varchar as {name}_left"]
    day = _date(column)
    left = f"case when {day} is null then nullif({_trimmed(column)}, '') end"
    return [f"{day} as {name}", f"{left} as {name}_left"]


def _date(column: Column) -> str:
    name = quoted(column.name)
    if column.type == "VARCHAR":
        return f"iso_date({name})"
    if column.type == "DATE":
        return f"case when isfinite({name}) then {name} end"
    if column.type.startswith("TIMESTAMP"):
        return f"case when isfinite({name}) then cast({name} as date) end"
    return "null::date"


def _trimmed(column: Column) -> str:
    return f"trim(cast({quoted(column.name)} as varchar))"
