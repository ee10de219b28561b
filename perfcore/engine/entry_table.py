"""Under which headings does the framework put its measures, and in which order?"""

from __future__ import annotations

from collections.abc import Iterator

import duckdb

from perfcore.engine.rows import as_json
from perfcore.engine.steps import run
from perfcore.framework.model import Framework

Row = dict[str, str | int]


def write(connection: duckdb.DuckDBPyConnection, framework: Framework) -> None:
    """Write the table ``entry``: kind, id, name, note, position.

    Pages are laid out by it, so that a warehouse can be shown without its framework file.

    Parameters
    ----------
    connection
        An open DuckDB connection; a table of that name is replaced.
    framework
        A framework without errors.
    """
    run(connection, "00_entries", entries=as_json(_entries(framework)))


def _entries(framework: Framework) -> Iterator[Row]:
    sections = sorted(framework.covid_sections.values(), key=lambda section: section.order)
    named = {
        "directorate": [(one.id, one.name, one.lead) for one in framework.directorates.values()],
        "service": [(one.id, one.name, one.lead) for one in framework.services.values()],
        "portfolio": [(one.id, one.name, "") for one in framework.portfolios.values()],
        "quadrant": [(one.id, one.name, one.aim) for one in framework.quadrants.values()],
        "priority": [
            (one.id, one.name, "cross-cutting" if one.cross_cutting else "")
            for one in framework.priorities.values()
        ],
        "covid_section": [(one.id, one.name, one.short) for one in sections],
        "breakdown": [(one.id, one.name, "") for one in framework.breakdowns.values()],
    }
    for kind, entries in named.items():
        for position, (key, name, note) in enumerate(entries):
            yield {"kind": kind, "id": key, "name": name, "note": note, "position": position}
