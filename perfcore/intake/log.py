"""How do the sources become one log of observations?"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from perfcore.framework.model import Framework
from perfcore.intake import headings
from perfcore.intake.source import Source, show
from perfcore.intake.spelling import Vocabulary
from perfcore.intake.statements import sql


def write_log(
    connection: duckdb.DuckDBPyConnection, framework: Framework, sources: Sequence[Source]
) -> None:
    """Fill ``observation`` and ``rejected`` from the sources.

    Each text is interpreted once, each row resolved in one pass, the log sorted once; rows of
    one vintage that repeat or contradict each other are then found among neighbours.

    Parameters
    ----------
    connection
        Has the tables of ``tables.sql``.
    framework
        What may be named.
    sources
        The tables of rows, in the order in which the first of identical rows counts.
    """
    vocabulary = Vocabulary(framework)
    for source in sources:
        show(connection, source, headings.OBSERVATION)
        vocabulary.learn(connection)
    places = vocabulary.write_places(connection)
    for origin, source in enumerate(sources, start=1):
        show(connection, source, headings.OBSERVATION)
        connection.execute(sql("resolve"), {"origin": origin})
    connection.execute(sql("faults"))
    connection.execute(sql("order"))
    _settle_vintages(connection, sources)
    where = {
        "files": [source.file for source in sources],
        "sheets": [source.sheet for source in sources],
    }
    connection.execute(
        sql("observation"),
        {
            "measures": list(framework.measures),
            "breakdowns": [breakdown for breakdown, _ in places],
            "members": [member for _, member in places],
            "periods": vocabulary.periods,
            **where,
        },
    )
    connection.execute(sql("disagreements"), where)
    _turn_away(connection, sources)
    connection.execute(sql("tidy"))


def _settle_vintages(connection: duckdb.DuckDBPyConnection, sources: Sequence[Source]) -> None:
    connection.execute(sql("repeated"))
    found = connection.execute("select count(*) from repeated").fetchone()
    if found and found[0]:
        places = [" ".join((source.file, source.sheet)).strip() for source in sources]
        connection.execute(sql("contradictions"), {"places": places})
        connection.execute(sql("without_faults"))


def _turn_away(connection: duckdb.DuckDBPyConnection, sources: Sequence[Source]) -> None:
    faulty = connection.execute("select distinct origin from fault order by origin").fetchall()
    for (origin,) in faulty:
        source = sources[origin - 1]
        show(connection, source, headings.OBSERVATION)
        connection.execute(
            sql("turned_away"), {"origin": origin, "file": source.file, "sheet": source.sheet}
        )
