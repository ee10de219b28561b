"""What should the owner of the framework look at, now that the data are known?"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from perfcore.engine import steps
from perfcore.framework import Problem
from perfcore.framework.model import Framework
from perfcore.framework.rules.data import LatestValue, outdated


def write_problems(
    connection: duckdb.DuckDBPyConnection, framework: Framework, found: Sequence[Problem]
) -> None:
    """Write the table ``problem``: what the check found, and what the data add to it.

    Parameters
    ----------
    connection
        Holds the table ``latest_headline``.
    framework
        The framework in use.
    found
        The warnings of the check.
    """
    steps.run(connection, "problem")
    told = [*found, *outdated(framework, _latest_values(connection))]
    rows = [
        (place, one.path.name, one.line, one.severity, one.measure, one.key, one.text)
        for place, one in enumerate(told)
    ]
    if rows:
        connection.executemany("insert into problem values (?, ?, ?, ?, ?, ?, ?)", rows)


def _latest_values(connection: duckdb.DuckDBPyConnection) -> dict[str, LatestValue]:
    rows = connection.execute(
        "select measure, value, starts, late_days > 0 from latest_headline where period <> ''"
    ).fetchall()
    return {
        measure: LatestValue(value, None if value is None else starts, overdue)
        for measure, value, starts, overdue in rows
    }
