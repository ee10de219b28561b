"""How does a running total climb through its year to the control points?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from make.model import Points
from make.series import Amount, Line
from make.timeline import day_of
from perfcore.periods import Calendar, Period


def climb(
    points: Points, periods: Sequence[Period], calendar: Calendar, factors: Sequence[float]
) -> list[float]:
    """The running total at the end of each period.

    Between control points the total climbs by equal steps times ``factors`` (season and chance),
    from nothing at the start of the financial year; a year without points follows the nearest
    year that has some.

    Parameters
    ----------
    points
        Totals reached by the end of the periods named.
    periods
        Months or quarters, oldest first.
    factors
        One for each period, near 1.
    """
    known = _by_year(points, periods, calendar)
    totals: list[float] = []
    for year in dict.fromkeys(_year(period, calendar) for period in periods):
        chosen = [k for k, period in enumerate(periods) if _year(period, calendar) == year]
        nearest = min(known, key=lambda other: (abs(other - year), other))
        knots = known[nearest]
        places = [_place(periods[k], calendar) for k in chosen]
        totals += _climb_year(knots, places, [factors[k] for k in chosen])
    return totals


def increments(line: Line, periods: Sequence[Period], calendar: Calendar) -> Line:
    """What each period added to a running total of values; None where a total is missing."""
    return tuple(
        _less(cell, line[k - 1] if k and not _begins(periods, k, calendar) else Amount(0))
        for k, cell in enumerate(line)
    )


def accumulated(line: Line, periods: Sequence[Period], calendar: Calendar) -> Line:
    """The running total of what each period added; the other way round."""
    found: list[Amount | None] = []
    for k, cell in enumerate(line):
        before = found[-1] if k and not _begins(periods, k, calendar) else Amount(0)
        found.append(None if cell is None or before is None else before + cell)
    return tuple(found)


def _begins(periods: Sequence[Period], k: int, calendar: Calendar) -> bool:
    weekly = periods[k].frequency == "week"
    return not weekly and _year(periods[k], calendar) != _year(periods[k - 1], calendar)


def _less(cell: Amount | None, before: Amount | None) -> Amount | None:
    if cell is None or before is None:
        return None
    return Amount(cell.numerator - before.numerator)


def _year(period: Period, calendar: Calendar) -> int:
    return calendar.containing(period.start, "year").start.year


def _place(period: Period, calendar: Calendar) -> int:
    start = calendar.containing(period.start, "year").start
    months = (period.start.year - start.year) * 12 + period.start.month - start.month
    return months // (3 if period.frequency == "quarter" else 1)


def _by_year(
    points: Points, periods: Sequence[Period], calendar: Calendar
) -> dict[int, dict[int, float]]:
    frequency = periods[0].frequency
    known: dict[int, dict[int, float]] = {}
    for key, value in points.items():
        day: date = day_of(key, frequency, calendar)
        period = calendar.containing(day, frequency)
        known.setdefault(_year(period, calendar), {})[_place(period, calendar)] = value
    return known


def _climb_year(
    knots: Mapping[int, float], places: Sequence[int], factors: Sequence[float]
) -> list[float]:
    totals: dict[int, float] = {-1: 0.0}
    by_place = dict(zip(places, factors, strict=True))
    before = -1
    for knot in sorted(knots):
        steps = [by_place.get(place, 1.0) for place in range(before + 1, knot + 1)]
        reached = 0.0
        for place, step in zip(range(before + 1, knot + 1), steps, strict=True):
            reached += step
            totals[place] = totals[before] + (knots[knot] - totals[before]) * reached / sum(steps)
        before = knot
    pace = totals[before] / (before + 1)
    for place in range(before + 1, max(places) + 1):
        totals[place] = totals[place - 1] + pace * by_place.get(place, 1.0)
    return [totals[place] for place in places]
