"""How do others do? Their figures, taken in with the same care as the council's own."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from perfcore.intake import headings
from perfcore.intake.rejections import turn_away
from perfcore.intake.source import Source, show
from perfcore.intake.spelling import Vocabulary
from perfcore.intake.statements import sql

_SHOWN = (*headings.BENCHMARK, "breakdown", "member")


def write_benchmarks(
    connection: duckdb.DuckDBPyConnection, vocabulary: Vocabulary, sources: Sequence[Source]
) -> None:
    """Fill ``benchmark`` and ``rejected`` from the sources.

    Parameters
    ----------
    connection
        Has the tables of ``tables.sql``.
    vocabulary
        What may be named.
    sources
        Tables with the columns of :data:`perfcore.intake.headings.BENCHMARK`.
    """
    connection.execute(sql("no_faults"))
    for origin, source in enumerate(sources, start=1):
        show(connection, source, _SHOWN)
        vocabulary.learn(connection)
        connection.execute(sql("resolve_benchmark"), {"origin": origin})
    places = [" ".join((source.file, source.sheet)).strip() for source in sources]
    connection.execute(sql("benchmark_faults"))
    connection.execute(sql("benchmark_contradictions"), {"places": places})
    connection.execute(
        sql("benchmark"),
        {
            "measures": list(vocabulary.framework.measures),
            "periods": vocabulary.periods,
            "files": [source.file for source in sources],
            "sheets": [source.sheet for source in sources],
        },
    )
    turn_away(connection, sources, _SHOWN)
