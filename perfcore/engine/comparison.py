"""How does the council compare with others, measure by measure and period by period?"""

from __future__ import annotations

from datetime import date

import duckdb

from perfcore.engine.count_limits import exact_limits
from perfcore.engine.rows import as_json
from perfcore.engine.steps import run


def write(connection: duckdb.DuckDBPyConnection, organisation: str, as_at: date) -> None:
    """Write ``comparison`` and what it is made from (method 8).

    Parameters
    ----------
    connection
        Has the results of the council, ``benchmark`` and ``comparator``.
    organisation
        The council's own code: its figures among the benchmarks are not another area's.
    as_at
        Only what had been reported by this day counts.
    """
    exact = [
        {"count": count, "low": low, "high": high}
        for count, (low, high) in enumerate(exact_limits())
    ]
    run(connection, "18_areas", organisation=organisation, as_at=as_at)
    run(
        connection,
        "18_intervals",
        organisation=organisation,
        as_at=as_at,
        exact_counts=as_json(exact),
    )
    run(connection, "18_comparison")
    run(connection, "18_tidy")
