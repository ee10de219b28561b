"""Where does a figure stand among others? In exact fractions, without the engine. (method 8)"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

FEWEST = 5


@dataclass(frozen=True)
class Place:
    """What the engine must say of one figure among others."""

    refusal: str
    rank: int | None = None
    quartile: int | None = None
    lower_quartile: Fraction | None = None
    median: Fraction | None = None
    upper_quartile: Fraction | None = None
    deviation: Fraction | None = None
    distance: Fraction | None = None


def place_among(own: Fraction, others: Sequence[Fraction], good: str) -> Place:
    """The place of a figure among those of others that have one."""
    if len(others) < FEWEST:
        return Place("too_few")
    lower, middle, upper = (type_seven(others, Fraction(n, 4)) for n in (1, 2, 3))
    deviation = type_seven([abs(other - middle) for other in others], Fraction(1, 2))
    return Place(
        "",
        rank=_rank(own, others, good),
        quartile=_quartile(own, (lower, middle, upper), good),
        lower_quartile=lower,
        median=middle,
        upper_quartile=upper,
        deviation=deviation,
        distance=(own - middle) / deviation if deviation else None,
    )


def type_seven(numbers: Sequence[Fraction], share: Fraction) -> Fraction:
    """R's quantile of type 7: linear between the order statistics (Hyndman and Fan 1996)."""
    ordered = sorted(numbers)
    at = (len(ordered) - 1) * share
    below = floor(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (at - below) * (ordered[above] - ordered[below])


def _rank(own: Fraction, others: Sequence[Fraction], good: str) -> int | None:
    if good == "high":
        return 1 + len([other for other in others if other > own])
    if good == "low":
        return 1 + len([other for other in others if other < own])
    return None


def _quartile(own: Fraction, bounds: Sequence[Fraction], good: str) -> int | None:
    if bounds[0] == bounds[-1]:
        return None
    if good == "high":
        return next((n for n, bound in enumerate(reversed(bounds), 1) if own >= bound), 4)
    if good == "low":
        return next((n for n, bound in enumerate(bounds, 1) if own <= bound), 4)
    return None
