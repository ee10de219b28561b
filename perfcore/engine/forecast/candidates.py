"""Which methods compete to forecast a series?

Those of statsforecast, loaded only when a series is to be computed: a nightly build in which
nothing changed never pays for them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Candidate = Callable[[Numbers, int], Numbers]
SEASONS_NEEDED: Final = 2
# A seasonal model has a parameter for each period of the year, and some more.
_MORE_THAN_A_SEASON: Final = 9


def candidates(season: int, points: int) -> Mapping[str, Candidate]:
    """The methods for a series, by name; ``naive`` is always the first.

    Parameters
    ----------
    season
        Periods in a year: 12, 4, or 1 where there is no season.
    points
        How many points the series has; a seasonal naive forecast needs two years of them.
    """
    models = import_module("statsforecast.models")

    def of(model: Any) -> Candidate:
        return lambda y, ahead: np.asarray(model.forecast(y=y, h=ahead)["mean"], dtype=float)

    found = {
        "naive": of(models.Naive()),
        "mean": of(models.HistoricAverage()),
        "exponential smoothing": _smoothing(season, of, models),
        "theta": of(models.AutoTheta(season_length=1)),
    }
    if season > 1 and points >= SEASONS_NEEDED * season:
        found["same period last year"] = _last_year(season, of, models)
    return found


def _last_year(season: int, of: Callable[[Any], Candidate], models: Any) -> Candidate:
    """The figure of a year before; the last figure where there is no such year."""
    plain, seasonal = of(models.Naive()), of(models.SeasonalNaive(season_length=season))
    return lambda y, ahead: (seasonal if len(y) >= season else plain)(y, ahead)


def _smoothing(season: int, of: Callable[[Any], Candidate], models: Any) -> Candidate:
    """ETS chosen by its information criterion; with an additive season from two years on."""
    plain = of(models.AutoETS(season_length=1))
    if season == 1:
        return plain
    seasonal = of(models.AutoETS(season_length=season, model="ANA"))

    fewest = max(SEASONS_NEEDED * season, season + _MORE_THAN_A_SEASON)

    def smoothing(y: Numbers, ahead: int) -> Numbers:
        return (seasonal if len(y) >= fewest else plain)(y, ahead)

    return smoothing
