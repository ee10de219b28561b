"""How do the tables refuse to have anything in them changed or deleted?"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

_TABLES: Final = ("change", "explanation")
_REFUSED: Final = "the register is append-only"
_FUNCTION: Final = f"""
create or replace function register_refuses() returns trigger language plpgsql as $$
begin raise exception '{_REFUSED}'; end $$
"""


def protect(connection: Connection) -> None:
    """Refuse every update and delete from now on."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(_FUNCTION))
        for table in _TABLES:
            connection.execute(
                text(
                    f"create trigger {table}_stays before update or delete or truncate on "
                    f'"{table}" for each statement execute function register_refuses()'
                )
            )
        return
    for table in _TABLES:
        for what in ("update", "delete"):
            connection.execute(
                text(
                    f"create trigger {table}_no_{what} before {what} on {table} "
                    f"begin select raise(abort, '{_REFUSED}'); end"
                )
            )


def unprotect(connection: Connection) -> None:
    """Allow changes until :func:`protect` is called again, within one transaction."""
    for table in _TABLES:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f'drop trigger {table}_stays on "{table}"'))
        else:
            for what in ("update", "delete"):
                connection.execute(text(f"drop trigger {table}_no_{what}"))
