"""How is the register backed up, restored and handed over?

A backup is text: a line for each row, in the order in which the rows were made, the same from every
database. So moving from SQLite to PostgreSQL is a backup and a restore.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, func, select

from perfcore.register.audit import faults
from perfcore.register.connection import Register
from perfcore.register.errors import RegisterError
from perfcore.register.protection import protect, unprotect
from perfcore.register.tables import CHANGE, IN_ORDER

_FORMAT: Final = "perfcore register 1"


@dataclass(frozen=True, slots=True)
class Copied:
    """How many rows were copied, by table."""

    rows: dict[str, int]

    def __str__(self) -> str:
        some = {table: number for table, number in self.rows.items() if number}
        return ", ".join(f"{number:,} in {table}" for table, number in some.items()) or "nothing"


def backup(register: Register, file: Path) -> Copied:
    """Write everything as it is at one moment to a file, which is replaced only when it is whole.

    Parameters
    ----------
    register
        Writers may go on meanwhile.
    file
        Where to.

    Raises
    ------
    RegisterError
        If the register is not in order, or the file cannot be written.
    """
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with register.reading() as connection:
            _insist(connection, register.where)
            with draft.open("w", encoding="utf-8") as out:
                out.write(json.dumps({"format": _FORMAT}) + "\n")
                rows = {table.name: 0 for table in IN_ORDER}
                for name, row in _rows(connection):
                    rows[name] += 1
                    out.write(json.dumps({"table": name, "row": row}) + "\n")
                out.write(json.dumps({"end": rows}) + "\n")
                out.flush()
                os.fsync(out.fileno())
        draft.replace(file)
    except OSError as error:
        raise RegisterError(
            f"The backup cannot be written ({error.strerror}).", where=str(file)
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return Copied(rows)


def restore(register: Register, file: Path, *, replace: bool = False) -> Copied:
    """Put a backup into a register: all of it, or nothing.

    Parameters
    ----------
    register
        An empty one, unless it is to be replaced.
    file
        What :func:`backup` wrote.
    replace
        Whether what is there goes.

    Raises
    ------
    RegisterError
        If the register is not empty, or the backup is not whole or not in order.
    """
    given = list(_read(file))
    tables = {table.name: table for table in IN_ORDER}
    with register.writing() as connection:
        there = connection.execute(select(func.count()).select_from(CHANGE)).scalar_one()
        if there and not replace:
            raise RegisterError(
                f"The register holds {there:,} changes.",
                where=register.where,
                do="Back it up, and restore with --replace if they are to go.",
            )
        unprotect(connection, list(tables))
        for table in reversed(IN_ORDER):
            connection.execute(table.delete())
        for name, row in given:
            connection.execute(tables[name].insert().values(**row))
        protect(connection, list(tables))
        _insist(connection, str(file))
    return Copied({name: sum(one == name for one, _ in given) for name in tables})


def export(register: Register, folder: Path) -> Copied:
    """Write each table as CSV, for other programs to read.

    Parameters
    ----------
    register
        What to export.
    folder
        Where to; made if it does not exist.

    Raises
    ------
    RegisterError
        If a file cannot be written.
    """
    rows = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with register.reading() as connection:
            for table in IN_ORDER:
                found = connection.execute(select(table).order_by(table.c.sequence)).all()
                rows[table.name] = len(found)
                with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as out:
                    csv.writer(out).writerows([table.columns.keys(), *found])
    except OSError as error:
        raise RegisterError(
            f"The export cannot be written ({error.strerror}).", where=str(folder)
        ) from error
    return Copied(rows)


def verify(register: Register) -> tuple[str, ...]:
    """What of the register does not hold together, a sentence each; nothing where all does."""
    with register.reading() as connection:
        return tuple(faults(connection))


def _rows(connection: Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    for table in IN_ORDER:
        for row in connection.execute(select(table).order_by(table.c.sequence)).mappings():
            yield table.name, dict(row)


def _read(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        head, *body, end = (json.loads(line) for line in lines)
        rows = [(str(one["table"]), dict(one["row"])) for one in body]
        counted = {table.name: sum(name == table.name for name, _ in rows) for table in IN_ORDER}
        # one made before a table came has none of its rows
        ended = {**dict.fromkeys(counted, 0), **end["end"]}
        whole = head == {"format": _FORMAT} and ended == counted
    except OSError as error:
        raise RegisterError(f"It cannot be read ({error.strerror}).", where=str(file)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise RegisterError("This is not a backup of a register.", where=str(file)) from error
    if not whole:
        raise RegisterError("The backup is not whole.", where=str(file))
    yield from rows


def _insist(connection: Connection, where: str) -> None:
    if found := list(faults(connection)):
        raise RegisterError(found[0], where=where, do="Run 'perfcore register verify'.")
