"""What does a forecast mean against the target: the chance, the status, the run rate needed?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from statistics import NormalDist
from typing import Final

import numpy as np

from perfcore.engine.forecast.outlook import LEVEL, Outlook
from perfcore.engine.forecast.scales import SCALES, Scale
from perfcore.engine.forecast.series import Series

# How far the 80% interval reaches, in standard deviations; the 50% interval as a share of it.
_REACH: Final = NormalDist().inv_cdf((1 + LEVEL) / 2)
_INNER: Final = NormalDist().inv_cdf(0.75) / _REACH


@dataclass(frozen=True, slots=True)
class Aim:
    """The target in force for the last period of the year.

    Attributes
    ----------
    target
        As it is shown; None where it is a range or stated by its boundaries.
    green_low, green_high, amber_low, amber_high, exceptional_low, exceptional_high
        What counts as on target, within tolerance and exceeding (method 3), both ends included;
        None where a side is open.
    """

    good: str
    decimals: int
    shape: str
    target: float | None = None
    green_low: float | None = None
    green_high: float | None = None
    amber_low: float | None = None
    amber_high: float | None = None
    exceptional_low: float | None = None
    exceptional_high: float | None = None

    @property
    def judges(self) -> bool:
        """Whether there is something to meet."""
        return self.good != "none" and (self.green_low, self.green_high) != (None, None)


@dataclass(frozen=True, slots=True)
class Ahead:
    """The forecast of one period: its value and the 80% and 50% intervals, rounded."""

    ordinal: int
    value: Decimal
    low: Decimal
    high: Decimal
    inner_low: Decimal
    inner_high: Decimal


@dataclass(frozen=True, slots=True)
class Run:
    """The pace needed for the rest of the year, beside the best pace of that length on record."""

    periods: int
    needed: Decimal
    best: Decimal


def periods_ahead(series: Series, outlook: Outlook, decimals: int) -> list[Ahead]:
    """The forecast of each period to the end of the year.

    Parameters
    ----------
    series, outlook
        A series and its forecast, which is not refused.
    decimals
        Of the published value.
    """
    scale = SCALES[outlook.scale]
    found = []
    for ordinal, mean, width in zip(series.ahead, outlook.means, outlook.half_widths, strict=True):
        shifts = (0, -width, width, -width * _INNER, width * _INNER)
        edges = (_at(series, scale, mean, shift) for shift in shifts)
        found.append(Ahead(ordinal, *(rounded(one, decimals) for one in edges)))
    return found


def chance(series: Series, outlook: Outlook, aim: Aim) -> float | None:
    """The chance that the year ends on target, 0 to 1; None where there is nothing to meet.

    Parameters
    ----------
    series, outlook
        A series and its forecast, which is not refused.
    aim
        What is to be met.
    """
    if not aim.judges:
        return None
    low, high = (
        None if bound is None else bound - series.so_far
        for bound in (aim.green_low, aim.green_high)
    )
    return chance_between(
        outlook.scale, outlook.means[-1], outlook.half_widths[-1], low=low, high=high
    )


def chance_between(
    scale: str, mean: float, half_width: float, *, low: float | None, high: float | None
) -> float:
    """The chance of ending between two bounds, 0 to 1.

    The distribution is the one whose 80% interval is shown: normal on the scale of the errors.

    Parameters
    ----------
    scale, half_width
        Of the 80% interval, the half width on that scale.
    mean
        The likeliest value, in the measure's unit.
    low, high
        The bounds; None where a side is open.
    """
    on = SCALES[scale]
    spread = NormalDist(_there(on, mean), max(half_width / _REACH, 1e-12))
    under = 0.0 if low is None else spread.cdf(_there(on, low))
    over = 0.0 if high is None else 1 - spread.cdf(_there(on, high))
    return min(max(1 - under - over, 0.0), 1.0)


def status(value: Decimal, aim: Aim) -> str:
    """How the year would end if it ended at a value (method 3); empty where nothing judges it."""
    if not aim.judges:
        return ""
    amount = float(value)
    exceeding = (aim.exceptional_low, aim.exceptional_high)
    if exceeding != (None, None) and _inside(amount, *exceeding):
        return "exceptional"
    if _inside(amount, aim.green_low, aim.green_high):
        return "green"
    return "amber" if _inside(amount, aim.amber_low, aim.amber_high) else "red"


def run_rate(series: Series, aim: Aim, year_starts: date | None) -> Run | None:
    """The mean needed in each period left for the year to meet its target, and the best there was.

    Of a running total it is what each period must add, beside the same periods of earlier years.
    Of other flows it is the value each period needs for the mean of the year to meet the target,
    beside any run of that length. Stocks and rolling measures have none.

    Parameters
    ----------
    series
        What is known of it.
    aim
        What is to be met.
    year_starts
        The first day of the year that is forecast.
    """
    target = aim.green_low if aim.good == "high" else aim.green_high
    left = len(series.ahead)
    if target is None or aim.good not in ("high", "low") or not left or len(series.values) < left:
        return None
    if series.adds_up:
        needed = (target - series.so_far) / left
    elif aim.shape == "flow":
        so_far = [one.amount for one in series.seen if one.year_starts == year_starts]
        needed = (target * (len(so_far) + left) - sum(so_far)) / left
    else:
        return None
    means = _runs(series, left)
    if not means:
        return None
    best = max(means) if aim.good == "high" else min(means)
    return Run(left, rounded(needed, aim.decimals), rounded(best, aim.decimals))


def _runs(series: Series, length: int) -> list[float]:
    """The mean of every run of that length; of a yearly total only of the same time of year."""
    starts = list(range(len(series.values) - length + 1))
    if series.starts_again and series.season > 1:
        ahead = series.ahead[0] - series.first
        starts = [start for start in starts if (ahead - start) % series.season == 0]
    return [sum(series.values[start : start + length]) / length for start in starts]


def rounded(amount: float, decimals: int) -> Decimal:
    """To the published digit, a half away from zero."""
    return Decimal(repr(amount)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _at(series: Series, scale: Scale, mean: float, shift: float) -> float:
    moved = float(scale.back(np.array([_there(scale, mean) + shift]))[0])
    if not series.adds_up:
        return moved
    least = 0.0 if min(series.values) >= 0 else -np.inf
    total = series.so_far + max(moved, least)
    return min(total, 100.0) if series.unit == "percent" and series.so_far <= 100 else total


def _there(scale: Scale, amount: float) -> float:
    return float(scale.there(np.array([amount]))[0])


def _inside(amount: float, low: float | None, high: float | None) -> bool:
    return (low is None or amount >= low) and (high is None or amount <= high)
