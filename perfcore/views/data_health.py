"""Can the data be relied on: how fresh, what is missing, what was refused, what was changed?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.build_facts import BuildFacts, build_facts
from perfcore.views.filters import Filters
from perfcore.views.freshness import Freshness, freshness
from perfcore.views.listed import Listed, listed
from perfcore.views.results import fetch
from perfcore.views.source_files import SourceFile, source_files

ROWS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class DirectorateFreshness:
    """How fresh a directorate's measures are; ``last_reported`` is the day of its newest figure."""

    directorate: str
    name: str
    up_to_date: int
    not_due: int
    overdue: int
    never_supplied: int
    last_reported: date | None


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
    """A published figure that was later changed.

    ``kind`` is ``vintage`` for a figure reported again, ``cumulative_fall`` for a running total
    below the one before it.
    """

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
    kind: str


@dataclass(frozen=True, slots=True)
class DataHealth:
    """The state of the data; each list shows its first rows and says how many there are.

    Attributes
    ----------
    contradictions
        Rows that say different things of one figure on one day: both are refused.
    rejections
        All other rows refused.
    """

    build: BuildFacts
    freshness: Freshness
    directorates: tuple[DirectorateFreshness, ...]
    rejections: Listed[Rejection]
    contradictions: Listed[Rejection]
    warnings: Listed[IntakeWarning]
    restated: Listed[RestatedFigure]
    problems: Listed[FrameworkProblem]
    files: Listed[SourceFile]


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
    now = Filters(filters.directorate, filters.portfolio)
    files = tuple(source_files(store))

    def refused(*, contradictions: bool) -> Listed[Rejection]:
        return listed(store, "rejections", {"contradictions": contradictions}, Rejection, limit)

    return DataHealth(
        build=build_facts(store),
        freshness=freshness(store, filters, limit),
        directorates=tuple(
            fetch(store, "freshness_of_directorates", now, DirectorateFreshness, {})
        ),
        rejections=refused(contradictions=False),
        contradictions=refused(contradictions=True),
        warnings=listed(store, "warnings", {}, IntakeWarning, limit),
        restated=listed(store, "restatements", now.parameters(), RestatedFigure, limit),
        problems=listed(store, "problems", {}, FrameworkProblem, limit),
        files=Listed(files[:limit], len(files)),
    )
