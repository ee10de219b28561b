"""How do the sources become one log of observations?"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from perfcore.intake import headings
from perfcore.intake.rejections import turn_away
from perfcore.intake.source import Source, show
from perfcore.intake.spelling import Vocabulary
from perfcore.intake.statements import sql


def write_log(
    connection: duckdb.DuckDBPyConnection, vocabulary: Vocabulary, sources: Sequence[Source]
) -> None:
    """Fill ``observation`` and ``rejected`` from the sources.

    Each text is interpreted once, each row resolved in one pass, the log sorted once; rows of
    one vintage that repeat or contradict each other are then found among neighbours.

    Parameters
    ----------
    connection
        Has the tables of ``tables.sql``.
    vocabulary
        What may be named.
    sources
        The tables of rows, in the order in which the first of identical rows counts.
    """
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
            "measures": list(vocabulary.framework.measures),
            "breakdowns": [breakdown for breakdown, _ in places],
            "members": [member for _, member in places],
            "periods": vocabulary.periods,
            **where,
        },
    )
    connection.execute(sql("disagreements"), where)
    turn_away(connection, sources, headings.OBSERVATION)


def _settle_vintages(connection: duckdb.DuckDBPyConnection, sources: Sequence[Source]) -> None:
    connection.execute(sql("repeated"))
    ((vintages,),) = connection.execute("select count(*) from repeated").fetchall()
    if vintages:
        places = [" ".join((source.file, source.sheet)).strip() for source in sources]
        connection.execute(sql("contradictions"), {"places": places})
        connection.execute(sql("without_faults"))
