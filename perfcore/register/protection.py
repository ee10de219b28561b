"""How do the tables refuse to have anything in them changed or deleted?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, text

_REFUSED: Final = "the register is append-only"
_FUNCTION: Final = f"""
create or replace function register_refuses() returns trigger language plpgsql as $$
begin raise exception '{_REFUSED}'; end $$
"""


def protect(connection: Connection, tables: Sequence[str]) -> None:
    """Refuse every update and delete in some tables from now on."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(_FUNCTION))
        for table in tables:
            connection.execute(
                text(
                    f"create trigger {table}_stays before update or delete or truncate on "
                    f'"{table}" for each statement execute function register_refuses()'
                )
            )
        return
    for table in tables:
        for what in ("update", "delete"):
            connection.execute(
                text(
                    f"create trigger {table}_no_{what} before {what} on {table} "
                    f"begin select raise(abort, '{_REFUSED}'); end"
                )
            )


def unprotect(connection: Connection, tables: Sequence[str]) -> None:
    """Allow changes until :func:`protect` is called again, within one transaction."""
    for table in tables:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f'drop trigger {table}_stays on "{table}"'))
        else:
            for what in ("update", "delete"):
                connection.execute(text(f"drop trigger {table}_no_{what}"))
