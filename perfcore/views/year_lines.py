"""How does each measure's financial year run beside the one before?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from perfcore.store import Store
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class YearPoint:
    """A value and its place in the financial year, from 0; the target where there is one."""

    place: int
    value: float
    target: float | None


@dataclass(frozen=True, slots=True)
class YearLine:
    """The financial year of the latest value, beside the year before.

    Attributes
    ----------
    places
        How many periods a year has, 2 or more.
    this_year, last_year
        Oldest first, neither empty; a period without a value has no point.
    """

    places: int
    this_year: tuple[YearPoint, ...]
    last_year: tuple[YearPoint, ...]


@dataclass(frozen=True, slots=True)
class _Year:
    measure: str
    this_year: bool
    places: int
    place: list[int]
    values: list[float]
    targets: list[float | None]


def year_lines(
    store: Store, measures: Iterable[str], until: date | None = None
) -> Mapping[str, YearLine]:
    """Both years of each measure that has values in both and is taken more often than yearly.

    Parameters
    ----------
    store
        The warehouse.
    measures
        Ids.
    until
        Periods that end by this day; None for all.
    """
    parameters = {"measures": list(measures), "until": until}
    years = store.fetch(query("year_lines"), parameters, _Year)
    this_year = {year.measure: year for year in years if year.this_year}
    last_year = {year.measure: year for year in years if not year.this_year}
    return {
        measure: _line(this_year[measure], last_year[measure])
        for measure in this_year.keys() & last_year.keys()
    }


def _line(this_year: _Year, last_year: _Year) -> YearLine:
    places = max(this_year.places, last_year.places)
    return YearLine(places, _points(this_year), _points(last_year))


def _points(year: _Year) -> tuple[YearPoint, ...]:
    found = zip(year.place, year.values, year.targets, strict=True)
    return tuple(YearPoint(place, value, target) for place, value, target in found)
