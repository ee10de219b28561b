"""What does the warehouse say?

The only reader of a warehouse. A warehouse never changes once written, so any number of threads
and processes may read one; each query has a cursor of its own, because one cursor shared between
threads returns another's rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

import duckdb

from perfcore import __version__
from perfcore.engine.hiding import hide
from perfcore.engine.inputs import program_hash
from perfcore.engine.opening import open_read_only
from perfcore.errors import OutdatedWarehouseError, WarehouseError

T = TypeVar("T")
_REBUILD = "Run 'perfcore build' to make it anew."


class Store:
    """A warehouse opened for reading.

    Parameters
    ----------
    path
        The warehouse file.

    Raises
    ------
    WarehouseError
        If there is no such file, or it is damaged.
    OutdatedWarehouseError
        If another version of this program made it: its tables and its verdicts may differ.

    Attributes
    ----------
    name
        Of the file: which build it is.
    seen_as
        What tells the answers of this store from those of every other.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name
        self.seen_as = path.name
        self._connection = _connect(path)
        self._statements: dict[str, duckdb.Statement] = {}
        made_by, program = self._made_by()
        if program != program_hash():
            self.close()
            version = f"version {made_by}" if made_by != __version__ else "another edition"
            raise OutdatedWarehouseError(
                f"This warehouse was made by {version} of the program; this is {__version__}.",
                where=str(path),
                do=_REBUILD,
            )

    def fetch(self, sql: str, parameters: Mapping[str, object], into: type[T]) -> list[T]:
        """The rows of a query as values of a dataclass.

        Parameters
        ----------
        sql
            One select, its parameters written ``$name``.
        parameters
            A value for each parameter.
        into
            A dataclass whose fields are the query's columns, in order.

        Raises
        ------
        TypeError
            If the columns are not the fields.
        WarehouseError
            If the warehouse cannot be read.
        """
        with self._cursor() as cursor:
            try:
                rows = cursor.execute(self._parsed(cursor, sql), dict(parameters)).fetchall()
            except (duckdb.IOException, duckdb.InternalException, duckdb.FatalException) as error:
                raise _unreadable(self.path, error) from error
            columns = tuple(column[0] for column in cursor.description or ())
        if columns != _names(into):
            raise TypeError(f"{into.__name__} has {_names(into)}, the query has {columns}")
        return [into(*row) for row in rows]

    def without(self, measures: frozenset[str]) -> Store:
        """The same warehouse for a reader who may not see some measures.

        Parameters
        ----------
        measures
            The ids of those measures; for this reader they do not exist.
        """
        return _Narrowed(self, measures) if measures else self

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._connection.cursor() as cursor:
            yield cursor

    def _parsed(self, cursor: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
        """A query's text, read once: that takes a fifth of the time of a small one's answer."""
        if sql not in self._statements:
            (self._statements[sql],) = cursor.extract_statements(sql)
        return self._statements[sql]

    def _made_by(self) -> tuple[str, str]:
        try:
            rows = self._connection.cursor().execute("select version, code_hash from build")
            version, program = rows.fetchone() or ("an unfinished build", "")
        except duckdb.BinderException:
            return "an older build", ""
        except duckdb.Error as error:
            raise _unreadable(self.path, error) from error
        return str(version), str(program)


class _Narrowed(Store):
    """A warehouse without some measures.

    Every table that names measures is read through a view without them. Such views belong to a
    cursor, so cursors are kept and used again, each by one query at a time.
    """

    def __init__(self, whole: Store, measures: frozenset[str]) -> None:
        self.path, self.name = whole.path, whole.name
        self.seen_as = f"{whole.name} without {sorted(measures)}"
        self._connection = whole._connection
        self._statements = whole._statements
        self._without = measures
        self._free: SimpleQueue[duckdb.DuckDBPyConnection] = SimpleQueue()

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        try:
            cursor = self._free.get_nowait()
        except Empty:
            cursor = self._connection.cursor()
            hide(cursor, self._without)
        yield cursor
        self._free.put(cursor)

    def close(self) -> None:
        """Let go of the cursors; the file is the whole store's."""
        while not self._free.empty():
            self._free.get().close()


def current_name(out: Path) -> str | None:
    """The name of the warehouse in use in a folder, or None if none has been built.

    Raises
    ------
    WarehouseError
        If the folder's ``current`` file cannot be read or does not name a warehouse.
    """
    pointer = out / "current"
    try:
        name = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise WarehouseError(
            f"It cannot be read ({error}).", where=str(pointer), do=_REBUILD
        ) from error
    if not (name.startswith("warehouse-") and name.endswith(".duckdb") and Path(name).name == name):
        raise WarehouseError(
            "It does not hold the name of a warehouse.", where=str(pointer), do=_REBUILD
        )
    return name


def open_current(out: Path) -> Store:
    """Open the warehouse in use.

    Parameters
    ----------
    out
        The folder that ``perfcore build`` writes to.

    Raises
    ------
    WarehouseError
        If there is none, or it cannot be read.
    """
    name = current_name(out)
    if name is None:
        raise WarehouseError(
            "No warehouse has been built here yet.", where=str(out), do="Run 'perfcore build'."
        )
    return Store(out / name)


def _connect(path: Path) -> duckdb.DuckDBPyConnection:
    if not path.is_file():
        raise WarehouseError("There is no such warehouse.", where=str(path), do=_REBUILD)
    try:
        return open_read_only(path)
    except duckdb.Error as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> WarehouseError:
    first_line = str(error).splitlines()[0]
    return WarehouseError(
        f"The warehouse cannot be read ({first_line}).", where=str(path), do=_REBUILD
    )


def _names(into: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(into))
