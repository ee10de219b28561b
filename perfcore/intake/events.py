"""What happened, and when?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import duckdb

from perfcore.framework.suggest import did_you_mean
from perfcore.intake import headings
from perfcore.intake.rejections import turn_away
from perfcore.intake.source import Source, show
from perfcore.intake.spelling import Vocabulary
from perfcore.intake.statements import sql

Event = tuple[int, int, date | None, str | None, str, str, str, str, str | None]


def write_events(
    connection: duckdb.DuckDBPyConnection, vocabulary: Vocabulary, sources: Sequence[Source]
) -> None:
    """Fill ``event`` and ``rejected`` from ``events.csv``.

    Parameters
    ----------
    connection
        Has the tables of ``tables.sql``.
    vocabulary
        What may be named.
    sources
        Tables with the columns of :data:`perfcore.intake.headings.EVENT`.
    """
    connection.execute(sql("no_faults"))
    for origin, source in enumerate(sources, start=1):
        show(connection, source, headings.EVENT)
        for event in connection.execute(sql("events_met")).fetchall():
            _write(connection, vocabulary, event, source.file, origin)
    turn_away(connection, sources, headings.EVENT)


def _write(
    connection: duckdb.DuckDBPyConnection,
    vocabulary: Vocabulary,
    event: Event,
    file: str,
    origin: int,
) -> None:
    line, row, day, day_left, title, kind, measure, source, fault = event
    index = vocabulary.index
    reason = fault or next(_faults(day, day_left, title, measure, index), None)
    if reason:
        connection.execute(sql("fault"), (origin, line, reason))
    else:
        connection.execute(
            sql("event"),
            (day, title, kind, index.get(measure, ""), source, file, row),
        )


def _faults(
    day: date | None, left: str | None, title: str, measure: str, index: dict[str, str]
) -> Iterator[str]:
    if day is None:
        yield f"date {left!r} is not a date (write it like 2020-07-20)" if left else "no date"
    if not title:
        yield "the title is empty"
    if measure and measure not in index:
        yield f"unknown measure {measure!r}{did_you_mean(measure, index)}"
