"""Between which means does a small count leave its true mean, at 95%?"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import exp
from typing import Final

EXACT_BELOW: Final = 10
"""From this count on Byar's approximation is used (Public Health England, 2018)."""
_TAIL: Final = 0.025
_HALVINGS: Final = 100


@cache
def exact_limits() -> tuple[tuple[float, float], ...]:
    """The exact 95% limits of a Poisson mean for the counts 0 to 9 (Garwood 1936).

    Returns
    -------
    tuple of (float, float)
        For each count the mean at which so many or more have a chance of 0.025 (0 for a count of
        0), and the one at which so many or fewer have.

    Examples
    --------
    >>> low, high = exact_limits()[5]
    >>> round(low, 4), round(high, 4)
    (1.6235, 11.6683)
    """
    return tuple((_low(count), _high(count)) for count in range(EXACT_BELOW))


def _low(count: int) -> float:
    if count == 0:
        return 0.0
    return _mean_where(lambda mean: 1 - _at_most(count - 1, mean) >= _TAIL)


def _high(count: int) -> float:
    return _mean_where(lambda mean: _at_most(count, mean) <= _TAIL)


def _at_most(count: int, mean: float) -> float:
    term = total = exp(-mean)
    for number in range(1, count + 1):
        term *= mean / number
        total += term
    return total


def _mean_where(reached: Callable[[float], bool]) -> float:
    low, high = 0.0, 4.0 * EXACT_BELOW
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if reached(middle) else (middle, high)
    return high
