"""What does the best method say of the rest of the year, if it is better than nothing?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from perfcore.engine.forecast.candidates import Candidate, Numbers, candidates
from perfcore.engine.forecast.origins import Errors, coverage, enough, errors, half_widths
from perfcore.engine.forecast.scales import SCALES, Scale, scale_for
from perfcore.engine.forecast.series import Series

VERSION: Final = 1
LEVEL: Final = 0.8
NAIVE: Final = "naive"


@dataclass(frozen=True, slots=True)
class Outlook:
    """The forecast of a series, or why there is none; the same for the same series.

    Attributes
    ----------
    method
        The winner's name, or ``""``.
    ratio
        Its mean absolute error as a share of the naive forecast's; under 1.
    inside, tested
        How many errors of the past lay inside the 80% interval made of the others, of how many.
    scale
        The name of the scale of the half widths.
    means
        For each period ahead; of a running total the totals, without what was there so far.
    half_widths
        Of the 80% interval, on the scale.
    """

    refusal: str
    method: str = ""
    ratio: float = 0.0
    inside: int = 0
    tested: int = 0
    origins: int = 0
    scale: str = "plain"
    means: tuple[float, ...] = ()
    half_widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    method: Candidate
    found: Errors


def outlook(series: Series) -> Outlook:
    """Forecast a series to the end of its year.

    Parameters
    ----------
    series
        What is known of it; one that is refused stays so.
    """
    if series.refusal:
        return Outlook(series.refusal)
    horizon = len(series.ahead)
    if not enough(len(series.values), horizon):
        return Outlook("too_few_origins")
    percent = series.unit == "percent"
    scale = SCALES["plain"] if series.adds_up else scale_for(series.values, percent=percent)
    offered = candidates(series.season, len(series.values))
    entries = list(_entered(series, offered, scale, horizon))
    naive = next((one for one in entries if one.name == NAIVE), None)
    if naive is None or not np.nansum(np.abs(naive.found.plain)):
        return Outlook("constant")
    best = min(entries, key=lambda one: one.found.relative_to(naive.found))
    if best.found.relative_to(naive.found) >= 1 and series.numerators:
        apart = list(_apart(series, offered, scale, horizon))
        best = min([best, *apart], key=lambda one: one.found.relative_to(naive.found))
    ratio = best.found.relative_to(naive.found)
    if ratio >= 1:
        return Outlook("loses_to_naive", ratio=ratio)
    return _told(series, best, ratio, scale, horizon)


def _told(series: Series, best: _Entry, ratio: float, scale: Scale, horizon: int) -> Outlook:
    means = best.method(np.asarray(series.values, dtype=float), horizon)
    if series.adds_up:
        means = np.cumsum(means)
    inside, tested = coverage(best.found.scaled, LEVEL)
    return Outlook(
        refusal="",
        method=best.name,
        ratio=ratio,
        inside=inside,
        tested=tested,
        origins=len(best.found.plain),
        scale=scale.name,
        means=tuple(float(one) for one in means),
        half_widths=tuple(float(one) for one in half_widths(best.found.scaled, LEVEL)),
    )


def _entered(
    series: Series, offered: Mapping[str, Candidate], scale: Scale, horizon: int
) -> Iterator[_Entry]:
    for name, method in offered.items():
        found = errors(series.values, method, horizon, scale, adds_up=series.adds_up)
        if found is not None:
            yield _Entry(name, method, found)


def _apart(
    series: Series, offered: Mapping[str, Candidate], scale: Scale, horizon: int
) -> Iterator[_Entry]:
    """Each method on numerator and denominator apart, where it loses on their ratio."""
    for name, method in offered.items():
        both = _of_both(method, series)
        found = errors(series.values, both, horizon, scale, adds_up=False)
        if found is not None and name != NAIVE:
            yield _Entry(f"{name} of numerator and denominator", both, found)


def _of_both(method: Candidate, series: Series) -> Candidate:
    above = np.asarray(series.numerators, dtype=float)
    below = np.asarray(series.denominators, dtype=float)

    def both(y: Numbers, ahead: int) -> Numbers:
        top, bottom = method(above[: len(y)], ahead), method(below[: len(y)], ahead)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(bottom > 0, top / bottom * series.scale, np.nan)

    return both
