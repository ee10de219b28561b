"""How is a warehouse opened: to be made, and when finished for reading alone?"""

from __future__ import annotations

from pathlib import Path

import duckdb

_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "lock_configuration": "true",
    # a page asks a dozen small questions, side by side; each is answered sooner by one thread
    "threads": 1,
}


def open_to_make(path: Path, spill: Path) -> duckdb.DuckDBPyConnection:
    """A connection that writes a new warehouse.

    It keeps no journal and does not wait for the disk: a build that is killed leaves nothing to
    recover, and a finished file is flushed before it gets its name.

    Parameters
    ----------
    path
        The file to make.
    spill
        The folder for what does not fit in memory.

    Raises
    ------
    duckdb.Error
        If it cannot be written.
    """
    connection = duckdb.connect(config={"temp_directory": str(spill)})
    name, place = path.stem, str(path).replace("'", "''")
    connection.execute(f"attach '{place}' as \"{name}\" (recovery_mode no_wal_writes)")
    connection.execute(f'use "{name}"')
    connection.execute("set fsync_mode = 'NONE'")
    return connection


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
