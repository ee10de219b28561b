"""How does a measure compare with other areas?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from perfcore.store import Store
from perfcore.views.queries import query

_OWN_FAULTS = ("no_own", "own_withheld", "own_not_available")


@dataclass(frozen=True, slots=True)
class ComparedWith:
    """One area or set of areas that the framework compares a measure with.

    Attributes
    ----------
    kind
        ``area`` for one area such as England, ``set`` for several.
    since
        A set is used for periods that start from this day on; None for all.
    members
        How many areas there are, without the council itself.
    organisation
        The council's name.
    """

    position: int
    comparator: str
    name: str
    kind: str
    since: date | None
    members: int
    organisation: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A period of the measure beside one area or set; the fields are columns of ``comparison``.

    Attributes
    ----------
    value
        The council's published value; None where it has none.
    area_value
        Of one area, its value.
    figures
        How many of the areas have a value.
    withheld, without_service
        How many have a value that is withheld, or do not run the service.
    higher, lower, level
        How many of the areas have a value above, below or level with the council's.
    rank
        1 is best; those level with each other share the smallest. Of ``figures + 1``.
    quartile
        1 is the best quarter, 4 the worst.
    lower_quartile, median, upper_quartile, deviation
        Of the areas without the council (R type 7); the median absolute deviation.
    distance
        From the median, in median absolute deviations; above it is positive.
    verdict
        Of one area: better, similar, worse, higher or lower; empty where it is not said.
    interval_method, interval_low, interval_high
        Of the council's own figure, at 95%: ``given``, ``wilson``, ``poisson`` or ``byar``.
    refusal, rank_refusal, distance_refusal, verdict_refusal
        Why the whole, or one of these, is not said; empty where it is.
    """

    comparator: str
    kind: str
    period: str
    starts: date
    value: Decimal | None
    area_value: Decimal | None
    members: int
    figures: int
    withheld: int
    without_service: int
    higher: int | None
    lower: int | None
    level: int | None
    rank: int | None
    quartile: int | None
    lower_quartile: Decimal | None
    median: Decimal | None
    upper_quartile: Decimal | None
    deviation: Decimal | None
    distance: float | None
    verdict: str
    interval_method: str
    interval_low: float | None
    interval_high: float | None
    refusal: str
    rank_refusal: str
    distance_refusal: str
    verdict_refusal: str


@dataclass(frozen=True, slots=True)
class Area:
    """Another area in the period compared.

    Attributes
    ----------
    marker
        Empty where there is a value; else why there is none, such as ``suppressed`` or
        ``not_supplied``.
    """

    code: str
    name: str
    value: Decimal | None
    marker: str
    qualifier: str


@dataclass(frozen=True, slots=True)
class Beside:
    """The council beside one area or set of areas.

    Attributes
    ----------
    compared
        The newest period that can be compared; None if there is none.
    history
        Every period in which the area, or one of the set, has an entry; oldest first.
    """

    compared_with: ComparedWith
    compared: Standing | None
    history: tuple[Standing, ...]

    @property
    def refused(self) -> Standing | None:
        """Where nothing can be compared, the period that says why: the newest one of both."""
        if self.compared or not self.history:
            return None
        of_both = [row for row in self.history if row.refusal not in _OWN_FAULTS]
        return (of_both or self.history)[-1]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a measure compares.

    Attributes
    ----------
    every
        Beside each area and set that the framework names for the measure, in its order.
    chosen
        The one that is shown in full; None where the framework names none.
    areas
        Of the one chosen, its areas in the period compared: from low to high, then those without
        a value.
    """

    every: tuple[Beside, ...]
    chosen: Beside | None
    areas: tuple[Area, ...]


NOT_COMPARED: Final = Comparison((), None, ())
"""Of a measure for which the framework names nobody."""


def comparison(
    store: Store,
    measure: str,
    chosen: str = "",
    until: date | None = None,
) -> Comparison:
    """How a measure compares with other areas (method 8).

    Parameters
    ----------
    store
        The warehouse.
    measure
        Its id.
    chosen
        The id of the area or set to show in full; where it is not one of the measure's, the first
        set, or else the first area.
    until
        Last day of the month reported on; None for the latest.
    """
    offered = compared_with(store, measure)
    if not offered:
        return NOT_COMPARED
    parameters = {"position": offered[0].position, "until": until}
    rows = store.fetch(query("comparisons"), parameters, Standing)
    every = tuple(_beside(one, rows) for one in offered)
    usual = usual_choice(offered)
    named = next((one for one in every if one.compared_with.comparator == (chosen or usual)), None)
    shown = named or next(one for one in every if one.compared_with.comparator == usual)
    return Comparison(every, shown, _areas(store, shown))


def compared_with(store: Store, measure: str) -> tuple[ComparedWith, ...]:
    """With whom the framework compares a measure, in its order."""
    return tuple(store.fetch(query("compared_with"), {"measure": measure}, ComparedWith))


def usual_choice(offered: Sequence[ComparedWith]) -> str:
    """The id of the first set, or else of the first area; empty where there is neither."""
    sets = [one.comparator for one in offered if one.kind == "set"]
    return next(iter(sets or [one.comparator for one in offered]), "")


def _beside(one: ComparedWith, rows: Sequence[Standing]) -> Beside:
    mine = (row for row in rows if row.comparator == one.comparator)
    history = tuple(sorted(mine, key=lambda row: row.starts))
    compared = [row for row in history if not row.refusal]
    return Beside(one, compared[-1] if compared else None, history)


def _areas(store: Store, shown: Beside) -> tuple[Area, ...]:
    if shown.compared is None:
        return ()
    parameters = {
        "position": shown.compared_with.position,
        "comparator": shown.compared_with.comparator,
        "starts": shown.compared.starts,
    }
    areas = store.fetch(query("compared_areas"), parameters, Area)
    return tuple(sorted(areas, key=_from_low_to_high))


def _from_low_to_high(area: Area) -> tuple[bool, Decimal, str]:
    return area.value is None, area.value or Decimal(0), area.name
