"""How do the sources become one log of observations?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import duckdb

from perfcore.intake import headings
from perfcore.intake.rejections import turn_away
from perfcore.intake.source import Source, show
from perfcore.intake.spelling import Place, Vocabulary
from perfcore.intake.statements import run, sql

Codes = Mapping[str, list[str]]
_AT_A_TIME: Final = 2_000_000


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
    codes = _codes(vocabulary, vocabulary.write_places(connection), sources)
    for origin, source in enumerate(sources, start=1):
        show(connection, source, headings.OBSERVATION)
        connection.execute(sql("resolve"), {"origin": origin})
    connection.execute(sql("faults"))
    run(connection, "texts", codes)
    _write_in_order(connection, codes)
    _settle_vintages(connection, sources, codes)
    run(connection, "disagreements", codes)
    turn_away(connection, sources, headings.OBSERVATION)


def _codes(vocabulary: Vocabulary, places: Sequence[Place], sources: Sequence[Source]) -> Codes:
    return {
        "measures": list(vocabulary.framework.measures),
        "breakdowns": [breakdown for breakdown, _ in places],
        "members": [member for _, member in places],
        "periods": vocabulary.periods,
        "files": [source.file for source in sources],
        "sheets": [source.sheet for source in sources],
    }


def _write_in_order(connection: duckdb.DuckDBPyConnection, codes: Codes) -> None:
    connection.execute(sql("observation_table"))
    strides = connection.execute(sql("strides"), {"rows": _AT_A_TIME}).fetchall()
    for first, last in strides:
        run(connection, "observation", {"first": first, "last": last, **codes})


def _settle_vintages(
    connection: duckdb.DuckDBPyConnection, sources: Sequence[Source], codes: Codes
) -> None:
    connection.execute(sql("repeated"))
    ((vintages,),) = connection.execute("select count(*) from repeated").fetchall()
    if vintages:
        places = [" ".join((source.file, source.sheet)).strip() for source in sources]
        run(connection, "contradictions", {"places": places, **codes})
        run(connection, "mark_faults", {})
        _write_in_order(connection, codes)
