"""How different must two counts be before chance is no explanation?"""

from __future__ import annotations

from functools import cache
from typing import Final

EXACT_TO: Final = 5_000
_ONE_IN: Final = 40


@cache
def limits(largest_total: int = EXACT_TO) -> tuple[int, ...]:
    """For each total of two counts the greatest smaller one that is significant.

    Of two Poisson counts with equal means and a known total, one is binomial with chance one
    half. The two-sided exact test at 95% rejects equality where the smaller count has a
    cumulative probability of at most 0.025 (Przyborowski and Wilenski 1940; method 4).

    Parameters
    ----------
    largest_total
        The table goes from total 0 to this one.

    Returns
    -------
    tuple of int
        -1 where no split of that total is significant.

    Examples
    --------
    >>> limits(10)[5:]
    (-1, 0, 0, 0, 1, 1)
    """
    found, most, below, at, following = [], -1, 0, 0, 1
    for total in range(largest_total + 1):
        if total:
            below = 2 * below - at
            at = at * total // (total - most)
            following = following * total // (total - most - 1)
        if _ONE_IN * (below + following) <= 1 << total:
            below, at, most = below + following, following, most + 1
            following = following * (total - most) // (most + 1)
        found.append(most)
    return tuple(found)
