"""Headlines made by hand, and the exceptions that the engine finds in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import duckdb

from perfcore.engine import steps

FIRST = date(2018, 4, 1)


@dataclass(frozen=True)
class Rule:
    """An escalation rule of the framework."""

    status: str
    forum: str
    periods: int = 1
    level: str = ""
    directorate: str = ""
    escalated_as: str = "exception"


@dataclass(frozen=True)
class Given:
    """A measure and its headline, a month at a time: a status, variation and assurance each."""

    measure: str
    statuses: Sequence[str]
    variations: Sequence[str] = ()
    assurances: Sequence[str] = ()
    level: str = "service"
    directorate: str = "place"
    retired_from: date | None = None
    chance: float | None = None


def month(number: int) -> date:
    """The first day of a month, counted from April 2018."""
    return date(
        FIRST.year + (FIRST.month - 1 + number) // 12, (FIRST.month - 1 + number) % 12 + 1, 1
    )


def episodes(
    given: Iterable[Given],
    rules: Iterable[Rule] = (),
    *,
    close_after: int = 1,
    continue_within: int = 3,
    explain_within: int = 10,
    miss_below: int = 20,
    unexplained_to: str = "",
) -> duckdb.DuckDBPyConnection:
    """A connection that holds the engine's ``exception`` tables for these headlines."""
    connection = duckdb.connect()
    several = list(given)
    _tables(connection, several, list(rules))
    steps.run(
        connection,
        "20_exceptions",
        close_after=close_after,
        continue_within=continue_within,
        explain_within=explain_within,
        miss_below=miss_below,
        unexplained_to=unexplained_to,
    )
    return connection


def _tables(
    connection: duckdb.DuckDBPyConnection, given: Sequence[Given], rules: Sequence[Rule]
) -> None:
    connection.execute(
        """
        create table measure (
            measure varchar, position integer, level varchar, directorate varchar,
            due_after integer, retired_from date
        );
        create table headline (
            measure varchar, period varchar, starts date, ends date, status varchar,
            variation varchar, assurance varchar, reported_on date
        );
        create table latest_headline (measure varchar, starts date);
        create table forecast_verdict (measure varchar, refusal varchar, chance double);
        create table escalation (
            position integer, status varchar, periods integer, level varchar, directorate varchar,
            forum varchar, escalated_as varchar
        );
        create table forum (
            position integer, forum varchar, name varchar, levels varchar[], directorates varchar[],
            services varchar[], portfolios varchar[], quadrants varchar[], priorities varchar[],
            statuses varchar[]
        );
        create table as_at as select date '2020-10-12' as day;
        create table series (series integer, measure varchar, frequency varchar, headline boolean);
        create table first_result (series integer, ordinal integer, reported_on date);
        create table calendar_period (frequency varchar, ordinal integer, starts date);
        insert into forum values
            (0, 'place-team', 'Place team', [], ['place'], [], [], [], [], []),
            (1, 'slt', 'Senior team', ['strategic'], [], [], [], [], [], []);
        """
    )
    _fill(connection, "escalation", (
        {"position": place, "status": one.status, "periods": one.periods, "level": one.level,
         "directorate": one.directorate, "forum": one.forum, "escalated_as": one.escalated_as}
        for place, one in enumerate(rules)
    ))  # fmt: skip
    for place, one in enumerate(given):
        _fill(connection, "measure", [
            {"measure": one.measure, "position": place, "level": one.level,
             "directorate": one.directorate, "due_after": 20, "retired_from": one.retired_from}
        ])  # fmt: skip
        _fill(connection, "headline", (_row(one, number) for number in range(len(one.statuses))))
        _fill(connection, "latest_headline", [
            {"measure": one.measure, "starts": month(len(one.statuses) - 1)}
        ])  # fmt: skip
        _fill(connection, "forecast_verdict", [
            {"measure": one.measure, "refusal": "" if one.chance is not None else "gaps",
             "chance": one.chance}
        ])  # fmt: skip


def _row(one: Given, number: int) -> Mapping[str, Any]:
    starts, following = month(number), month(number + 1)
    return {
        "measure": one.measure,
        "period": f"{starts:%Y-%m}",
        "starts": starts,
        "ends": following - timedelta(days=1),
        "status": one.statuses[number],
        "variation": one.variations[number] if one.variations else "",
        "assurance": one.assurances[number] if one.assurances else "",
        "reported_on": following + timedelta(days=8),
    }


def _fill(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Mapping[str, Any]]
) -> None:
    for row in rows:
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        connection.execute(f"insert into {table} ({names}) values ({marks})", list(row.values()))
