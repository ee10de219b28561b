"""Which series can be forecast, from what, and how far?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import duckdb
import numpy as np

from perfcore.engine.steps import fetch

FEWEST: Final = 12
_MOST_MISSING: Final = 0.2
_SEASONS: Final = {"month": 12, "quarter": 4}
_FORECAST: Final = ("month", "quarter", "year", "academic_year", "calendar_year")


@dataclass(frozen=True, slots=True)
class Seen:
    """A usable figure.

    Attributes
    ----------
    ordinal
        Its period's number in the calendar.
    amount
        Unrounded; ``numerator`` and ``denominator`` are None where it has none.
    """

    ordinal: int
    amount: float
    numerator: float | None
    denominator: float | None
    year_starts: date


@dataclass(frozen=True, slots=True)
class Series:
    """A headline series, ready to be forecast or refused.

    Attributes
    ----------
    values
        What is forecast, a period at a time, gaps filled on a straight line: the amounts, or
        what each period added to a running total.
    first
        The calendar number of the first of them.
    adds_up, starts_again
        Whether the forecast is the sum of these, ``so_far`` being the running total then, and
        whether that starts again with the year.
    season
        Periods in a year, 1 where there is no season.
    numerators, denominators
        Of the same periods; empty where one is missing.
    ahead
        The calendar numbers of the periods from the next to the last of its year, which begins
        on ``year_starts``.
    refusal
        Why there is no forecast, as a code; empty where there may be one.
    """

    measure: str
    unit: str
    scale: int
    seen: tuple[Seen, ...]
    values: tuple[float, ...]
    first: int
    adds_up: bool
    starts_again: bool
    so_far: float
    season: int
    numerators: tuple[float, ...]
    denominators: tuple[float, ...]
    ahead: tuple[int, ...]
    year_starts: date | None
    refusal: str


def series_to_forecast(connection: duckdb.DuckDBPyConnection) -> list[Series]:
    """Every headline series in the framework's order, with what is known of its year.

    Parameters
    ----------
    connection
        Where everything but the forecasts has been computed.
    """
    points: dict[str, list[Seen]] = defaultdict(list)
    for measure, *rest in fetch(connection, "19_figures"):
        points[measure].append(Seen(*rest))
    ahead: dict[str, list[int]] = defaultdict(list)
    year: dict[str, date] = {}
    for measure, ordinal, year_starts in fetch(connection, "19_ahead"):
        ahead[measure].append(ordinal)
        year[measure] = year_starts
    return [
        _series(facts, tuple(points[facts[0]]), tuple(ahead[facts[0]]), year.get(facts[0]))
        for facts in fetch(connection, "19_measures")
    ]


def _series(
    facts: Sequence[Any], seen: tuple[Seen, ...], ahead: tuple[int, ...], year: date | None
) -> Series:
    measure, unit, scale, frequency, adds_up, starts_again, refusal = facts
    begun = bool(seen) and (not starts_again or seen[-1].year_starts == year)
    so_far = seen[-1].amount if adds_up and begun else 0.0
    steps = list(_increments(seen, starts_again)) if adds_up else list(seen)
    values = _filled(steps)
    return Series(
        measure=measure,
        unit=unit,
        scale=scale,
        seen=seen,
        values=values,
        first=steps[0].ordinal if steps else 0,
        adds_up=adds_up,
        starts_again=starts_again,
        so_far=so_far,
        season=_SEASONS.get(frequency, 1),
        numerators=() if adds_up else _parts(seen, "numerator"),
        denominators=() if adds_up else _parts(seen, "denominator"),
        ahead=ahead,
        year_starts=year,
        refusal=refusal or _refusal(steps, values, frequency, ahead),
    )


def _increments(seen: Sequence[Seen], starts_again: bool) -> Iterator[Seen]:
    """What each period added, where the period before is known or the total starts again."""
    before: Seen | None = None
    for one in seen:
        fresh = before is None or (starts_again and before.year_starts != one.year_starts)
        if before and not fresh and one.ordinal == before.ordinal + 1:
            yield Seen(one.ordinal, one.amount - before.amount, None, None, one.year_starts)
        elif fresh and starts_again and (before is None or one.ordinal == before.ordinal + 1):
            yield Seen(one.ordinal, one.amount, None, None, one.year_starts)
        before = one


def _filled(seen: Sequence[Seen]) -> tuple[float, ...]:
    """The amounts from the first to the last period, gaps on a straight line."""
    if not seen:
        return ()
    ordinals = [one.ordinal for one in seen]
    every = np.arange(ordinals[0], ordinals[-1] + 1)
    return tuple(float(one) for one in np.interp(every, ordinals, [one.amount for one in seen]))


def _parts(seen: Sequence[Seen], name: str) -> tuple[float, ...]:
    found = [getattr(one, name) for one in seen]
    whole = bool(seen) and seen[-1].ordinal - seen[0].ordinal + 1 == len(seen)
    return tuple(found) if whole and all(one is not None for one in found) else ()


def _refusal(
    seen: Sequence[Seen], values: Sequence[float], frequency: str, ahead: Sequence[int]
) -> str:
    if frequency not in _FORECAST:
        return "too_fine"
    if len(seen) < FEWEST:
        return "too_few_points"
    if 1 - len(seen) / len(values) > _MOST_MISSING:
        return "gaps"
    if max(values) == min(values):
        return "constant"
    return "" if ahead else "no_year"
