"""How has each measure run lately, in a line that fits a table row?"""

from __future__ import annotations

from collections import defaultdict
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
class _Point:
    measure: str
    starts: date
    value: float | None
    target: float | None


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
    rows = store.fetch(
        query("trends"), {"measures": wanted, "until": until, "points": points}, _Point
    )
    series: dict[str, list[_Point]] = defaultdict(list)
    for row in rows:
        series[row.measure].append(row)
    return {measure: _trend(series[measure]) for measure in wanted}


def _trend(rows: list[_Point]) -> Trend:
    while rows and rows[-1].value is None:
        rows.pop()
    return Trend(tuple(row.value for row in rows), tuple(row.target for row in rows))
