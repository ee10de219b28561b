"""What level does a measure have in each period: control points, season, pandemic, chance."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from numpy.random import Generator

from make.draws import normal
from make.model import Pandemic, Points, Season
from make.timeline import LOCKDOWN, day_of
from perfcore.periods import Calendar, Period


def path(points: Points, periods: Sequence[Period], calendar: Calendar) -> list[float]:
    """The control points joined by straight lines, flat before the first and after the last."""
    if not periods:
        return []
    frequency = periods[0].frequency
    knots = sorted((day_of(key, frequency, calendar), value) for key, value in points.items())
    return [_between(knots, period.start) for period in periods]


def _between(knots: Sequence[tuple[date, float]], day: date) -> float:
    if day <= knots[0][0]:
        return knots[0][1]
    for (before, low), (after, high) in pairwise(knots):
        if day <= after:
            return low + (high - low) * (day - before).days / (after - before).days
    return knots[-1][1]


def seasonal(season: Season | None, period: Period) -> float:
    """The factor of the yearly wave in a period, 1 without one."""
    if season is None:
        return 1.0
    middle = period.start + (period.end - period.start) / 2
    return 1 + season.amplitude * math.cos(2 * math.pi * (middle.month - season.peak) / 12)


def shocked(pandemic: Pandemic | None, period: Period, calendar: Calendar) -> float:
    """The factor of the pandemic in a period, 1 before it and after the recovery."""
    if pandemic is None or period.end < LOCKDOWN:
        return 1.0
    if not pandemic.recovers:
        return 1 + pandemic.effect
    recovered = day_of(pandemic.recovers, period.frequency, calendar)
    whole = max(1, (recovered - LOCKDOWN).days)
    left = (recovered - max(period.start, LOCKDOWN)).days / whole
    return 1 + pandemic.effect * max(0.0, min(1.0, left))


def jitter(rng: Generator, spread: float) -> float:
    """A factor near 1 with that relative standard deviation; exactly 1 for a spread of 0."""
    return 1 + spread * normal(rng) if spread > 0 else 1.0


def levels(
    points: Points,
    periods: Sequence[Period],
    calendar: Calendar,
    *,
    season: Season | None = None,
    pandemic: Pandemic | None = None,
    spread: float = 0.0,
    rng: Generator,
) -> list[float]:
    """The level in each period: the path times season, pandemic and chance."""
    base = path(points, periods, calendar)
    return [
        value * seasonal(season, period) * shocked(pandemic, period, calendar) * jitter(rng, spread)
        for value, period in zip(base, periods, strict=True)
    ]
