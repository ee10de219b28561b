"""Can the data be relied on: how fresh, what is missing, what was refused, what was changed?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.build_facts import BuildFacts, build_facts
from perfcore.views.filters import Filters
from perfcore.views.freshness import Freshness, freshness
from perfcore.views.queries import query
from perfcore.views.source_files import SourceFile, source_files

ROWS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row that was read and refused, with why and what it said."""

    file: str
    sheet: str
    row: int | None
    reason: str
    raw: str


@dataclass(frozen=True, slots=True)
class IntakeWarning:
    """A row that was accepted with a doubt."""

    file: str
    sheet: str
    row: int | None
    text: str


@dataclass(frozen=True, slots=True)
class FrameworkProblem:
    """What the check of the framework found at the time of the build."""

    path: str
    line: int
    severity: str
    measure: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class RestatedFigure:
    """A published figure that was later changed; ``restated`` is how many there are in all."""

    measure: str
    name: str
    unit: str
    decimals: int
    frequency: str
    period: str
    starts: date
    value_from: Decimal | None
    value_to: Decimal | None
    reported_from: date | None
    reported_to: date | None
    status_from: str
    status_to: str
    restated: int


@dataclass(frozen=True, slots=True)
class DataHealth:
    """The state of the data; each list has at most :data:`ROWS_SHOWN` rows."""

    build: BuildFacts
    freshness: Freshness
    rejections: tuple[Rejection, ...]
    warnings: tuple[IntakeWarning, ...]
    restated: tuple[RestatedFigure, ...]
    problems: tuple[FrameworkProblem, ...]
    files: tuple[SourceFile, ...]


def data_health(store: Store, filters: Filters, limit: int = ROWS_SHOWN) -> DataHealth:
    """The state of the data as at the day of the build.

    Parameters
    ----------
    store
        The warehouse.
    filters
        Narrow what is overdue and restated; files and rows belong to no directorate.
    limit
        How many rows of each list, 1 or more.
    """
    shown: dict[str, object] = {"limit": limit}
    narrowed = {**filters.parameters(), **shown}
    return DataHealth(
        build=build_facts(store),
        freshness=freshness(store, filters, limit),
        rejections=tuple(store.fetch(query("rejections"), shown, Rejection)),
        warnings=tuple(store.fetch(query("warnings"), shown, IntakeWarning)),
        restated=tuple(store.fetch(query("restatements"), narrowed, RestatedFigure)),
        problems=tuple(store.fetch(query("problems"), {}, FrameworkProblem)),
        files=tuple(source_files(store)),
    )
