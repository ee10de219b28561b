"""Between which values is a measure exceptional, green or amber?

Everything here is exact (:class:`~fractions.Fraction`). Source: method 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from perfcore.framework.model import DatedMargin, Good, Margin, Thresholds

NO_MARGIN = Margin(Decimal(0))


@dataclass(frozen=True, slots=True)
class Band:
    """Values from ``low`` to ``high``, both inside; None: no bound on that side."""

    low: Fraction | None = None
    high: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The bands of one target; a missing ``exceptional`` means never."""

    green: Band
    amber: Band
    exceptional: Band | None = None


def in_force(margins: tuple[DatedMargin, ...], day: date) -> Margin | None:
    """The margin in force on a day: the latest that starts on or before it."""
    started = [m for m in margins if m.starts is None or m.starts <= day]
    latest = max(started, key=lambda m: m.starts or date.min, default=None)
    return latest.margin if latest else None


def around(
    good: Good,
    low: Fraction,
    high: Fraction,
    tolerance: Margin | None,
    exceptional: Margin | None,
) -> Boundaries | None:
    """The bands around a target (method 3, the status table).

    Parameters
    ----------
    good
        Which way is better.
    low, high
        The two ends of a range; equal for a single target.
    tolerance, exceptional
        The margins in force; no tolerance means no amber band.

    Returns
    -------
    Boundaries or None
        None where ``good`` is ``none``: nothing is judged.
    """
    allowed = tolerance or NO_MARGIN
    below, above = low - distance(allowed, low), high + distance(allowed, high)
    match good:
        case "high":
            better = low + distance(exceptional, low) if exceptional else None
            return Boundaries(Band(low), Band(below), Band(better) if exceptional else None)
        case "low":
            better = high - distance(exceptional, high) if exceptional else None
            return Boundaries(
                Band(high=high), Band(high=above), Band(high=better) if exceptional else None
            )
        case "range":
            return Boundaries(Band(low, high), Band(below, above))
        case _:
            return None


def stated(good: Good, thresholds: Thresholds) -> Boundaries | None:
    """The bands of boundaries that the framework states itself (method 3, thresholds)."""
    green, amber = Fraction(thresholds.green), Fraction(thresholds.amber)
    best = None if thresholds.exceptional is None else Fraction(thresholds.exceptional)
    match good:
        case "high":
            return Boundaries(Band(green), Band(amber), None if best is None else Band(best))
        case "low":
            return Boundaries(
                Band(high=green), Band(high=amber), None if best is None else Band(high=best)
            )
        case _:
            return None


def distance(margin: Margin, bound: Fraction) -> Fraction:
    """A margin in the measure's unit, exactly; percentages are of the bound's size."""
    amount = Fraction(margin.amount)
    return amount * abs(bound) / 100 if margin.relative else amount


def first_inside(low: Fraction | None, decimals: int) -> int | None:
    """The least published value, counted in its last decimal place, at or above a bound.

    Published values lie on the grid of their decimals, so comparing with this whole number is
    the same as comparing with the bound itself.
    """
    return None if low is None else -(-low.numerator * 10**decimals // low.denominator)


def last_inside(high: Fraction | None, decimals: int) -> int | None:
    """The greatest published value, counted in its last decimal place, at or below a bound."""
    return None if high is None else high.numerator * 10**decimals // high.denominator
