"""What would a method have said, had it been used before, and how wrong would it have been?

A rolling origin: the method sees the first k points and forecasts the next, for each k. Its errors
at each horizon are what the intervals are made of. Whatever is said of a past origin uses only what
was known there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perfcore.engine.forecast.candidates import Candidate

Numbers = NDArray[np.float64]
MOST_ORIGINS: Final = 24
FEWEST_ERRORS: Final = 5
_FIRST: Final = 8
# What an error weighs beside the one a period later.
_FADING: Final = 0.9


def starts(points: int) -> range:
    """How many points each origin sees; the last sees all of them."""
    return range(max(_FIRST, points - MOST_ORIGINS), points + 1)


def enough(points: int, horizon: int) -> bool:
    """Whether there are enough errors at the furthest horizon to make an interval of."""
    return points - _FIRST - horizon + 1 >= FEWEST_ERRORS


def said(
    values: Sequence[float], method: Candidate, horizon: int, *, adds_up: bool
) -> Numbers | None:
    """What a method says at each origin.

    Parameters
    ----------
    values
        The series, without gaps.
    method
        Gives a forecast from the points before an origin.
    horizon
        How many periods ahead, 1 or more.
    adds_up
        Whether sums over the horizon are forecast, as for a running total.

    Returns
    -------
    array or None
        Origins x horizons, the last row being the future; None where the method gives no number.
    """
    y = np.asarray(values, dtype=float)
    rows = []
    for start in starts(len(y)):
        row = method(y[:start], horizon)
        if len(row) < horizon or not np.all(np.isfinite(row)):
            return None
        rows.append(np.cumsum(row) if adds_up else row)
    return np.array(rows)


def came(values: Sequence[float], horizon: int, *, adds_up: bool) -> Numbers:
    """What then happened; NaN where it has not yet.

    Parameters
    ----------
    values, horizon, adds_up
        As for :func:`said`.

    Returns
    -------
    array
        Origins x horizons.
    """
    later = np.concatenate([np.asarray(values, dtype=float), np.full(horizon, np.nan)])
    rows = np.array([later[start : start + horizon] for start in starts(len(values))])
    return np.cumsum(rows, axis=1) if adds_up else rows


def half_widths(errors: Numbers, level: float) -> Numbers:
    """How far an interval reaches to each side at each horizon: weighted conformal.

    The absolute error that covers ``level`` of the weight of all errors and of one more, the next;
    an error weighs 0.9 times the one a period later (Barber, Candès, Ramdas and Tibshirani 2023,
    nonexchangeable split conformal), and between two errors the weight lies on a straight line.
    The largest error where none covers so much.

    Parameters
    ----------
    errors
        Origins x horizons, the latest last, NaN where there is none; one or more at each horizon.
    level
        Of the interval, such as 0.8.
    """
    return np.array([_reach(_known(column), level) for column in errors.T])


def coverage(errors: Numbers, level: float) -> tuple[int, int]:
    """How many errors lie inside the interval made of those known before, and of how many.

    Parameters
    ----------
    errors
        Origins x horizons, the latest last.
    level
        Of the interval.

    Returns
    -------
    int, int
        Only errors that :data:`FEWEST_ERRORS` others at their horizon came before are counted.
    """
    inside = total = 0
    for ahead, column in enumerate(errors.T, start=1):
        for row, error in enumerate(column):
            before = _known(column[: max(row - ahead + 1, 0)])
            if len(before) >= FEWEST_ERRORS and not np.isnan(error):
                inside += bool(abs(error) <= _reach(before, level))
                total += 1
    return inside, total


def _known(column: Numbers) -> Numbers:
    return np.abs(column[~np.isnan(column)])


def _reach(amounts: Numbers, level: float) -> float:
    weights = _FADING ** np.arange(len(amounts), 0, -1)
    order = np.argsort(amounts)
    covered = np.cumsum(weights[order]) / (weights.sum() + 1)
    return float(np.interp(level, covered, amounts[order]))
