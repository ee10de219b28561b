"""Which rows are turned away, and what did they say?"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from perfcore.intake.source import Source, show
from perfcore.intake.statements import sql


def turn_away(
    connection: duckdb.DuckDBPyConnection, sources: Sequence[Source], known: tuple[str, ...]
) -> None:
    """Copy the rows named in ``fault``, with their text, to ``rejected``.

    Parameters
    ----------
    connection
        Has the tables of ``tables.sql``.
    sources
        The tables that ``fault.origin`` numbers from 1.
    known
        Their columns.
    """
    faulty = connection.execute("select distinct origin from fault order by origin").fetchall()
    for (origin,) in faulty:
        source = sources[origin - 1]
        show(connection, source, known)
        connection.execute(
            sql("turned_away"), {"origin": origin, "file": source.file, "sheet": source.sheet}
        )
