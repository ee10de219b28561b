"""How is a finished warehouse opened: for reading alone, and shut off from everything else?"""

from __future__ import annotations

from pathlib import Path

import duckdb

_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "lock_configuration": "true",
}


def open_read_only(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that can neither write nor reach another file.

    Parameters
    ----------
    path
        The warehouse.

    Raises
    ------
    duckdb.Error
        If it is missing, damaged or written by another DuckDB.
    """
    return duckdb.connect(str(path), read_only=True, config=_LOCKED)


def is_whole(path: Path) -> bool:
    """Whether a file is a warehouse that a build has finished."""
    try:
        with open_read_only(path) as connection:
            return bool(connection.execute("select count(*) = 1 from build").fetchall()[0][0])
    except duckdb.Error:
        return False
