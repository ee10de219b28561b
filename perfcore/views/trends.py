"""How has each measure run lately, in a line that fits a table row?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from perfcore.store import Store
from perfcore.views.queries import query

POINTS = 24


@dataclass(frozen=True, slots=True)
class Trend:
    """The last points of a measure, oldest first.

    Attributes
    ----------
    values
        Published values; None where a period has none.
    targets
        The target in force in each period; None where there is none.
    """

    values: tuple[float | None, ...] = ()
    targets: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    measure: str
    ends: list[date]
    values: list[float | None]
    targets: list[float | None]


def trends(
    store: Store, measures: Iterable[str], until: date | None = None, points: int = POINTS
) -> Mapping[str, Trend]:
    """The last points of each measure.

    Parameters
    ----------
    store
        The warehouse.
    measures
        Ids.
    until
        Periods that end by this day; None for all.
    points
        At most so many, 1 or more.
    """
    wanted = list(measures)
    lines = store.fetch(query("trends"), {"measures": wanted}, _Line)
    found = {line.measure: _trend(line, until, points) for line in lines}
    return {measure: found.get(measure, Trend()) for measure in wanted}


def member_trends(
    store: Store, measure: str, breakdown: str, until: date | None = None, points: int = POINTS
) -> Mapping[str, Trend]:
    """The last points of each member of a breakdown by name; the council's under no name.

    Parameters
    ----------
    store
        The warehouse.
    measure, breakdown
        Their ids.
    until
        Periods that end by this day; None for all.
    points
        At most so many, 1 or more.
    """
    about = {"measure": measure, "breakdown": breakdown}
    lines = store.fetch(query("member_trends"), about, _Line)
    return {line.measure: _trend(line, until, points) for line in lines}


def _trend(line: _Line, until: date | None, points: int) -> Trend:
    last = len(line.ends) if until is None else bisect_right(line.ends, until)
    first = max(last - points, 0)
    while last > first and line.values[last - 1] is None:
        last -= 1
    return Trend(tuple(line.values[first:last]), tuple(line.targets[first:last]))
