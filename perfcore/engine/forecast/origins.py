"""How wrong would a method have been, had it been used before?

A rolling origin: the method sees the first k points and forecasts the next, for each k; its errors
at each horizon are what the intervals are made of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perfcore.engine.forecast.candidates import Candidate
from perfcore.engine.forecast.scales import Scale

Numbers = NDArray[np.float64]
MOST_ORIGINS: Final = 24
FEWEST_ERRORS: Final = 5
_FIRST: Final = 8
_FIRST_WITH_SEASON: Final = 12
_TWO_YEARS: Final = 24


@dataclass(frozen=True, slots=True)
class Errors:
    """A method's errors at every origin and horizon.

    Attributes
    ----------
    plain
        What happened less what was forecast, in the measure's unit; origins x horizons, NaN
        where the series ends before.
    scaled
        The same on the scale that the intervals are made on.
    """

    plain: Numbers
    scaled: Numbers

    def relative_to(self, other: Errors) -> float:
        """Mean absolute error as a share of another's over the same origins and horizons.

        1 is as good as the other. With the naive forecast as the other, this is the MASE of
        Hyndman and Koehler (2006) with the naive errors taken out of sample.
        """
        return float(np.nanmean(np.abs(self.plain)) / np.nanmean(np.abs(other.plain)))


def first_origin(points: int) -> int:
    """How many points the first origin sees."""
    return _FIRST_WITH_SEASON if points >= _TWO_YEARS else _FIRST


def enough(points: int, horizon: int) -> bool:
    """Whether there are enough errors at the furthest horizon to make an interval of."""
    return points - first_origin(points) - horizon + 1 >= FEWEST_ERRORS


def errors(
    values: Sequence[float], method: Candidate, horizon: int, scale: Scale, *, adds_up: bool
) -> Errors | None:
    """The errors of one method.

    Parameters
    ----------
    values
        The series, without gaps.
    method
        Gives a forecast from the points before an origin.
    horizon
        How many periods ahead, 1 or more.
    scale
        Where errors are measured for the intervals.
    adds_up
        Whether sums over the horizon are forecast, as for a running total.

    Returns
    -------
    Errors or None
        None where the method fails at an origin, or gives no number.
    """
    y = np.asarray(values, dtype=float)
    last = len(y) - 1
    starts = range(max(first_origin(len(y)), last + 1 - MOST_ORIGINS), last + 1)
    plain = np.full((len(starts), horizon), np.nan)
    scaled = plain.copy()
    for row, start in enumerate(starts):
        ahead = min(horizon, len(y) - start)
        said, came = method(y[:start], ahead), y[start : start + ahead]
        if adds_up:
            said, came = np.cumsum(said), np.cumsum(came)
        if len(said) < ahead or not np.all(np.isfinite(said)):
            return None
        plain[row, :ahead] = came - said
        scaled[row, :ahead] = scale.there(came) - scale.there(said)
    return Errors(plain, scaled)


def half_widths(scaled: Numbers, level: float) -> Numbers:
    """How far an interval reaches to each side at each horizon: split conformal.

    The quantile of the absolute errors at rank ``level * (n + 1)``, between two errors on a
    straight line (Vovk, Gammerman and Shafer 2005; Lei and others 2018).

    Parameters
    ----------
    scaled
        Errors, origins x horizons, NaN where there is none.
    level
        Of the interval, such as 0.8.
    """
    return np.array([_quantile(_known(column), level) for column in scaled.T])


def coverage(scaled: Numbers, level: float) -> tuple[int, int]:
    """How many errors lie inside the interval made of all others at their horizon, and of how many.

    Parameters
    ----------
    scaled
        Errors, origins x horizons.
    level
        Of the interval.
    """
    inside = total = 0
    for column in scaled.T:
        known = _known(column)
        for place, error in enumerate(known):
            others = np.delete(known, place)
            if len(others) >= FEWEST_ERRORS - 1:
                inside += bool(error <= _quantile(others, level))
                total += 1
    return inside, total


def _known(column: Numbers) -> Numbers:
    return np.abs(column[~np.isnan(column)])


def _quantile(amounts: Numbers, level: float) -> float:
    ordered = np.sort(amounts)
    rank = min(level * (len(ordered) + 1), len(ordered))
    return float(np.interp(rank, np.arange(1, len(ordered) + 1), ordered))
