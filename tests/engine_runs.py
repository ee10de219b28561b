"""Small frameworks and observation logs, run through the engine alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import duckdb

from perfcore.engine import framework_tables
from perfcore.engine.compute import compute, write_headlines, write_surroundings
from perfcore.engine.rows import as_json
from perfcore.framework.model import (
    Breakdown,
    Comparator,
    Directorate,
    Exceptions,
    Framework,
    Measure,
    Organisation,
    Service,
)
from perfcore.periods import Calendar

COLUMNS = {
    "measure": "varchar", "breakdown": "varchar", "member": "varchar", "period": "varchar",
    "starts": "date", "value": "decimal(28,10)", "numerator": "decimal(28,10)",
    "denominator": "decimal(28,10)", "marker": "varchar", "qualifier": "varchar",
    "note": "varchar", "reported_on": "date", "file": "varchar", "row": "integer",
    "sheet": "varchar",
}  # fmt: skip
PLAIN = Measure(
    id="measure", name="A measure", level="service", service="waste", directorate="place",
    unit="count", frequency="month", good="low",
)  # fmt: skip


@dataclass(frozen=True)
class Observed:
    """One accepted row; reported the day after its period unless it says otherwise."""

    period: str
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    marker: str = ""
    qualifier: str = ""
    reported_on: date | None = None
    breakdown: str = ""
    member: str = ""
    measure: str = "measure"
    note: str = ""


@dataclass(frozen=True)
class Benchmark:
    """One figure of another area."""

    area_code: str
    period: str
    value: Decimal | None
    reported_on: date | None = None
    measure: str = "measure"
    marker: str = ""
    lower: Decimal | None = None
    upper: Decimal | None = None


def measure(**changes: Any) -> Measure:
    """A monthly count where low is good, except for what is said."""
    return replace(PLAIN, **changes)


def framework_of(
    *measures: Measure, year_starts: int = 4, spc_rules: Literal["mdc", "nhsr"] = "mdc"
) -> Framework:
    """A framework that has these measures and no more than they need."""
    return Framework(
        organisation=Organisation(
            "Exampleshire", "E06000099", Calendar(year_starts), spc_rules=spc_rules
        ),
        directorates={"place": Directorate("place", "Place")},
        services={"waste": Service("waste", "Waste", "place")},
        portfolios={},
        quadrants={},
        priorities={},
        covid_sections={},
        comparators={
            "england": Comparator("england", "England", "E92000001"),
            "neighbours": Comparator("neighbours", "Neighbours", members=("E1", "E2")),
        },
        breakdowns={name: Breakdown(name, name.title()) for name in ("team", "ward")},
        forums={},
        escalation=(),
        exceptions=Exceptions(),
        measures={one.id: one for one in measures},
        path=Path("measures.yaml"),
    )


def run_engine(
    framework: Framework,
    observations: Iterable[Observed],
    as_at: date,
    benchmarks: Sequence[Benchmark] = (),
) -> duckdb.DuckDBPyConnection:
    """A connection in which everything has been computed."""
    connection = duckdb.connect(config={"threads": 1})
    framework_tables.write(connection, framework)
    _write(connection, "observation", COLUMNS, _rows(framework, observations))
    _write(
        connection,
        "benchmark",
        {
            "measure": "varchar", "area_code": "varchar", "area_name": "varchar",
            "period": "varchar", "starts": "date", "value": "decimal(28,10)",
            "lower": "decimal(28,10)", "upper": "decimal(28,10)", "marker": "varchar",
            "qualifier": "varchar", "reported_on": "date",
        },
        _benchmark_rows(framework, benchmarks),
    )  # fmt: skip
    compute(connection, framework, as_at)
    write_headlines(connection, as_at)
    write_surroundings(connection, framework.organisation.code, as_at)
    return connection


def table(
    connection: duckdb.DuckDBPyConnection, query: str, **parameters: Any
) -> list[dict[str, Any]]:
    """The rows of a query, each by its columns' names."""
    found = connection.execute(query, parameters)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _rows(framework: Framework, observations: Iterable[Observed]) -> list[tuple[Any, ...]]:
    calendar = framework.organisation.calendar
    rows = []
    for number, one in enumerate(observations):
        period = calendar.parse(one.period, framework.measures[one.measure].frequency)
        reported = one.reported_on or period.end + timedelta(days=1)
        rows.append((
            one.measure, one.breakdown, one.member, period.key, period.start, one.value,
            one.numerator, one.denominator, one.marker, one.qualifier, one.note, reported,
            "observations.csv", number, "",
        ))  # fmt: skip
    positions = list(framework.measures)
    # the log's order: measure, place, time, vintage
    return sorted(rows, key=lambda row: (positions.index(row[0]), row[1], row[2], row[4], row[11]))


def _benchmark_rows(framework: Framework, benchmarks: Iterable[Benchmark]) -> list[tuple[Any, ...]]:
    calendar = framework.organisation.calendar
    rows = []
    for one in benchmarks:
        period = calendar.parse(one.period, framework.measures[one.measure].frequency)
        rows.append((
            one.measure, one.area_code, one.area_code, period.key, period.start, one.value,
            one.lower, one.upper, one.marker, "", one.reported_on or date.min,
        ))  # fmt: skip
    return rows


def _write(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    columns: Mapping[str, str],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    kinds = ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
    connection.execute(f"create table {name} ({kinds})")
    if rows:
        shape = json.dumps([dict(columns)])
        given = as_json(dict(zip(columns, row, strict=True)) for row in rows)
        connection.execute(
            f"insert into {name} select row.* from "
            "(select unnest(from_json(?, ?)) as row)", [given, shape],
        )  # fmt: skip
