"""Data folders for the intake's tests, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from perfcore.framework.model import Breakdown, Exceptions, Framework, Measure, Organisation
from perfcore.intake import IntakeReport, load
from perfcore.periods import Calendar


def measure(id_: str, name: str, **facts: Any) -> Measure:
    standard = {
        "level": "service", "service": "waste", "directorate": "place",
        "unit": "count", "frequency": "month", "good": "high",
    }  # fmt: skip
    return Measure(id=id_, name=name, **{**standard, **facts})


MEASURES = (
    measure("missed-bins", "Missed bins", breakdowns=("team", "ward")),
    measure(
        "recycling",
        "Household waste recycled",
        unit="percent",
        scale=100,
        decimals=1,
        frequency="quarter",
        combine="ratio",
        breakdowns=("ward",),
    ),
    measure(
        "reserves", "General reserves", unit="gbp", decimals=2, frequency="year", combine="last"
    ),
    measure("calls", "Calls answered", unit="percent", scale=100, decimals=1, frequency="week"),
    measure("emissions", "County emissions", decimals=3, frequency="calendar_year"),
)
FRAMEWORK = Framework(
    organisation=Organisation("Exampleshire Council", "E06000099", Calendar()),
    directorates={}, services={}, portfolios={}, quadrants={}, priorities={}, covid_sections={},
    comparators={},
    breakdowns={
        "team": Breakdown("team", "Team"),
        "ward": Breakdown("ward", "Ward", geography=True),
        "age": Breakdown("age", "Age"),
    },
    forums={}, escalation=(), exceptions=Exceptions(),
    measures={each.id: each for each in MEASURES},
    path=Path("measures.yaml"),
)  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """What the intake made of a folder."""

    connection: duckdb.DuckDBPyConnection
    report: IntakeReport

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(query).fetchall()

    @property
    def values(self) -> list[str | None]:
        return [
            None if value is None else f"{value.normalize():f}"
            for (value,) in self.rows("select value from observation")
        ]

    @property
    def reasons(self) -> list[str]:
        return [reason for (reason,) in self.rows("select reason from rejected")]

    @property
    def problems(self) -> list[str]:
        found = self.rows("select problem from source_file where problem <> '' order by file")
        return [problem for (problem,) in found]

    @property
    def warnings(self) -> list[str]:
        return [text for (text,) in self.rows("select text from intake_warning")]


def take(data: Path, framework: Framework = FRAMEWORK) -> Outcome:
    connection = duckdb.connect()
    return Outcome(connection, load(connection, framework, data))


def send(data: Path, content: bytes | str, name: str = "sent.csv") -> Outcome:
    """Put one file into ``observations/`` and take the folder in."""
    path = data / "observations" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return take(data)


def send_row(data: Path, **cells: str) -> Outcome:
    """One row with these cells, over an ordinary one."""
    row = {"measure": "missed-bins", "period": "2020-06", "value": "5", **cells}
    line = ",".join('"' + cell.replace('"', '""') + '"' for cell in row.values())
    return send(data, f"{','.join(row)}\n{line}\n")
