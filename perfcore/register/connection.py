"""How is the register opened, read and written?

SQLite by default, PostgreSQL by its URL. Writers take turns, so that each sees what the one before
it left; an acknowledged write is on the disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from importlib.resources import as_file, files
from pathlib import Path
from threading import Lock
from typing import Any, Final

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from perfcore.register.errors import RegisterError

FILE: Final = "register.sqlite"
_WAIT_MS: Final = 20_000
_TURN: Final = 7_203_114_205  # any number: which advisory lock writers on PostgreSQL take
_LATER: Final = "The figures, and what you typed, are where they were; try again in a minute."


class Register:
    """An open register.

    Parameters
    ----------
    url
        Of SQLAlchemy, such as ``sqlite:////srv/build/register.sqlite`` or
        ``postgresql+psycopg://user@host/register``.

    Raises
    ------
    RegisterError
        If it cannot be opened, or was written by a newer version of this program.
    """

    def __init__(self, url: str) -> None:
        try:
            self._engine = create_engine(make_url(url), pool_pre_ping=True)
        except (ArgumentError, ImportError) as error:
            raise RegisterError(
                f"The register's address cannot be used ({error}).",
                do="Check PERFCORE_REGISTER_URL; PostgreSQL needs the extra 'postgresql'.",
            ) from error
        self.where = self._engine.url.render_as_string(hide_password=True)
        # within a process writers queue here: SQLite has them ask again and again, in no order
        self._turn = Lock() if self._is_sqlite else nullcontext()
        if self._is_sqlite:
            _set_up_sqlite(self._engine)
        with self.writing() as connection:
            _migrate(connection, self.where)

    @property
    def _is_sqlite(self) -> bool:
        return self._engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the register throughout."""
        with self._told(), self._engine.connect() as connection:
            if self._is_sqlite:
                connection.exec_driver_sql("begin")
            else:
                connection.execute(text("set transaction isolation level repeatable read"))
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; all of it is kept, or on an error nothing."""
        with self._told(), self._turn, self._engine.connect() as connection:
            if self._is_sqlite:
                connection.exec_driver_sql("begin immediate")
            else:
                connection.execute(text("select pg_advisory_xact_lock(:turn)"), {"turn": _TURN})
            yield connection
            connection.commit()

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            first = str(error.orig).splitlines()[0]
            raise RegisterError(
                f"The register cannot be used ({first}).", where=self.where, do=_LATER
            ) from error


def open_register(out: Path, url: str = "") -> Register:
    """The register of a council.

    Parameters
    ----------
    out
        The folder of the warehouses, where SQLite's file lies; made if it does not exist.
    url
        Another database's; empty for SQLite.
    """
    if url:
        return Register(url)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RegisterError(
            f"The register's folder cannot be made ({error.strerror}).", where=str(out)
        ) from error
    return Register(f"sqlite:///{out.resolve() / FILE}")


def _set_up_sqlite(engine: Engine) -> None:
    """Transactions as they are written here, and every commit on the disk."""

    @event.listens_for(engine, "connect")
    def connected(raw: Any, _record: Any) -> None:
        raw.isolation_level = None
        for pragma in (
            f"busy_timeout = {_WAIT_MS}",
            "journal_mode = wal",
            "synchronous = full",
            "foreign_keys = on",
        ):
            raw.execute(f"pragma {pragma}")


def _migrate(connection: Connection, where: str) -> None:
    with as_file(files("perfcore.register").joinpath("migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise RegisterError(
                "The register was written by a newer version of this program.",
                where=where,
                do="Update this program, or open the register of its own version.",
            ) from error
