"""Is a change more than chance or noise gives? (method 4)"""

from __future__ import annotations

import math
from fractions import Fraction

from perfcore.framework.model import Measure
from tests.oracle.aims import size
from tests.oracle.figures import Figure

Z = 1.959963984540054
COUNTED_OUT = 20_000


def is_clear(measure: Measure, now: Figure, then: Figure) -> tuple[str, bool]:
    if all(_proportion(one) for one in (now, then)):
        low, high = newcombe(now.numerator, now.denominator, then.numerator, then.denominator)
        return "newcombe", low > 0 or high < 0
    counted = measure.unit == "count" and measure.decimals == 0 and now.numerator is None
    if counted and now.value >= 0 and then.value >= 0:
        return "poisson", poisson_differs(int(now.value), int(then.value))
    noise = size(measure.noise, then.value)
    return "noise", abs(now.value - then.value) >= noise


def _proportion(one: Figure) -> bool:
    n, d = one.numerator, one.denominator
    if n is None or d is None:
        return False
    return n.denominator == 1 and d.denominator == 1 and 0 <= n <= d and d > 0


def newcombe(n1: Fraction, d1: Fraction, n2: Fraction, d2: Fraction) -> tuple[float, float]:
    """The 95% interval of a difference of two proportions (Newcombe 1998, method 10)."""
    p1, p2 = float(n1 / d1), float(n2 / d2)
    l1, u1 = wilson(float(n1), float(d1))
    l2, u2 = wilson(float(n2), float(d2))
    low = p1 - p2 - math.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)
    high = p1 - p2 + math.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)
    return low, high


def wilson(n: float, d: float) -> tuple[float, float]:
    """Wilson's 95% interval, as Newcombe writes it."""
    middle = 2 * n + Z * Z
    root = Z * math.sqrt(Z * Z + 4 * n * (1 - n / d))
    return (middle - root) / (2 * (d + Z * Z)), (middle + root) / (2 * (d + Z * Z))


def poisson_differs(first: int, second: int) -> bool:
    """The exact two-sided comparison of two counts at 95%.

    Given their total, one of two equal counts is binomial with probability a half; twice the tail
    is all outcomes less those strictly between the two. Hoeffding's bound settles the tails that
    would be long to sum, and the normal curve the totals too large for whole numbers.
    """
    total, smaller = first + second, min(first, second)
    if total == 0:
        return False
    away = total / 2 - smaller
    if 2 * math.exp(-2 * away * away / total) < 0.049:
        return True
    if total > COUNTED_OUT:
        return 2 * (away - 0.5) / math.sqrt(total) >= Z
    outcome, between = math.comb(total, smaller + 1), 0
    for k in range(smaller + 1, total - smaller):
        between += outcome
        outcome = outcome * (total - k) // (k + 1)
    return Fraction(2**total - between, 2**total) <= Fraction(1, 20)
