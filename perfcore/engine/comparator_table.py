"""Whom can a measure be compared with?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import duckdb

from perfcore.engine.rows import as_json
from perfcore.engine.steps import run
from perfcore.framework.model import Framework


def write(connection: duckdb.DuckDBPyConnection, framework: Framework) -> None:
    """Write the table ``comparator``: position, comparator, name, kind, since, members.

    ``kind`` is ``area`` for one area, such as England, and ``set`` for a set of areas. The council
    itself is never among the members: it is not compared with itself.

    Parameters
    ----------
    connection
        An open DuckDB connection; a table of that name is replaced.
    framework
        A framework without errors.
    """
    run(connection, "00_comparators", comparators=as_json(_comparators(framework)))


def _comparators(framework: Framework) -> Iterator[Mapping[str, Any]]:
    for position, one in enumerate(framework.comparators.values()):
        areas = (one.code,) if one.code else one.members
        yield {
            "position": position,
            "comparator": one.id,
            "name": one.name,
            "kind": "area" if one.code else "set",
            "since": one.since,
            "members": [area for area in areas if area != framework.organisation.code],
        }
