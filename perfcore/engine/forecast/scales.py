"""On which scale are errors measured, so that no interval leaves what a measure can be?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
_EDGE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale and the way back from it.

    Attributes
    ----------
    name
        ``logit`` keeps percentages in 0 to 100, ``root`` keeps amounts from falling below 0,
        ``plain`` keeps nothing.
    """

    name: str
    there: Callable[[Numbers], Numbers]
    back: Callable[[Numbers], Numbers]


def _logit(values: Numbers) -> Numbers:
    inside = np.clip(values, 0.0, 100.0)
    return np.log((inside + _EDGE) / (100.0 + _EDGE - inside))


def _percent(values: Numbers) -> Numbers:
    odds = np.exp(values)
    return np.clip((odds * (100.0 + _EDGE) - _EDGE) / (1.0 + odds), 0.0, 100.0)


def _root(values: Numbers) -> Numbers:
    return np.sqrt(np.maximum(values, 0.0))


def _square(values: Numbers) -> Numbers:
    return np.maximum(values, 0.0) ** 2


def _same(values: Numbers) -> Numbers:
    return values


SCALES: Final = {
    "logit": Scale("logit", _logit, _percent),
    "root": Scale("root", _root, _square),
    "plain": Scale("plain", _same, _same),
}


def scale_for(values: Sequence[float], *, percent: bool) -> Scale:
    """The scale that suits what has been seen.

    Parameters
    ----------
    values
        All values of the series, at least one.
    percent
        Whether they are percentages; those above 100 have been seen are treated as amounts.
    """
    if min(values) < 0:
        return SCALES["plain"]
    return SCALES["logit" if percent and max(values) <= 100 else "root"]
