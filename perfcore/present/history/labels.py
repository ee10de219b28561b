"""Where do the labels at the end of the lines stand, so that none covers another?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

APART: Final = 17.0


def apart(heights: Sequence[float], room: float) -> list[float]:
    """The same heights, moved as little as need be for each to stand clear of the one above.

    Parameters
    ----------
    heights
        In pixels from the top, in any order.
    room
        The height of the chart.

    Examples
    --------
    >>> apart([100, 104, 20], 300)
    [100, 117.0, 20]
    """
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    placed = list(heights)
    for above, place in pairwise(order):
        placed[place] = max(placed[place], placed[above] + APART)
    if order and placed[order[-1]] > room:
        _push_up(placed, order, room)
    return placed


def _push_up(placed: list[float], order: Sequence[int], room: float) -> None:
    placed[order[-1]] = room
    for below, place in pairwise(order[::-1]):
        placed[place] = min(placed[place], placed[below] - APART)
