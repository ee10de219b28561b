"""Which status has a value against an aim? (method 3)"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from perfcore.framework.model import DatedMargin, Margin, Measure
from perfcore.periods import Period


@dataclass(frozen=True)
class Aim:
    """A target worked out for one period."""

    low: Fraction
    high: Fraction
    is_range: bool
    known: bool = True


def colour(measure: Measure, aim: Aim, value: Fraction, period: Period) -> str:
    if measure.thresholds:
        return _by_thresholds(measure, value)
    margin = _margin(measure.tolerance, period)
    better = _margin(measure.exceptional, period)
    allowed_low = size(margin, aim.low) if margin else Fraction(0)
    allowed_high = size(margin, aim.high) if margin else Fraction(0)
    match measure.good:
        case "high":
            if better and value >= aim.low + size(better, aim.low):
                return "exceptional"
            green, amber = value >= aim.low, value >= aim.low - allowed_low
        case "low":
            if better and value <= aim.high - size(better, aim.high):
                return "exceptional"
            green, amber = value <= aim.high, value <= aim.high + allowed_high
        case _:
            green = aim.low <= value <= aim.high
            amber = aim.low - allowed_low <= value <= aim.high + allowed_high
    return "green" if green else "amber" if amber else "red"


def _by_thresholds(measure: Measure, value: Fraction) -> str:
    bounds = measure.thresholds
    if measure.good == "range":
        return "monitor"
    sign = 1 if measure.good == "high" else -1
    if bounds.exceptional is not None and sign * value >= sign * Fraction(bounds.exceptional):
        return "exceptional"
    if sign * value >= sign * Fraction(bounds.green):
        return "green"
    return "amber" if sign * value >= sign * Fraction(bounds.amber) else "red"


def _margin(margins: tuple[DatedMargin, ...], period: Period) -> Margin | None:
    found = None
    for one in sorted(margins, key=lambda margin: margin.starts or date.min):
        if one.starts is None or one.starts <= period.start:
            found = one.margin
    return found


def size(margin: Margin, bound: Fraction) -> Fraction:
    amount = Fraction(margin.amount)
    return amount * abs(bound) / 100 if margin.relative else amount


def exactly(amount: Fraction) -> Aim:
    return Aim(amount, amount, False)


def distance(aim: Aim, value: Fraction) -> Fraction:
    return max(aim.low - value, value - aim.high, Fraction(0))
