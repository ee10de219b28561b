"""What does the best method say of the rest of the year, if it is better than nothing?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from perfcore.engine.forecast.candidates import Candidate, Numbers, candidates
from perfcore.engine.forecast.origins import came, coverage, enough, half_widths, said
from perfcore.engine.forecast.scales import SCALES, Scale, scale_for
from perfcore.engine.forecast.series import Series

VERSION: Final = 2
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
        How many figures of the past lay inside the 80% interval that its errors known before would
        have made, of how many.
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
    """A method and what it says at each origin, the last of which is the future."""

    name: str
    said: Numbers


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
    happened = came(series.values, horizon, adds_up=series.adds_up)
    offered = candidates(series.season, len(series.values))
    entries = list(_entered(series, offered, horizon))
    naive = next((one for one in entries if one.name == NAIVE), None)
    if naive is None or not np.nansum(np.abs(happened - naive.said)):
        return Outlook("constant")
    best, ratio = _best([*entries, *_halfway(entries, naive)], naive, happened)
    if ratio >= 1 and series.numerators:
        apart = list(_apart(series, offered, horizon))
        best, ratio = _best([best, *apart, *_halfway(apart, naive)], naive, happened)
    if ratio >= 1:
        return Outlook("loses_to_naive", ratio=ratio)
    held = _held(best, naive, happened)
    return replace(_told(held, happened, _scale(series)), ratio=_ratio(held, naive, happened))


def _best(entries: list[_Entry], naive: _Entry, happened: Numbers) -> tuple[_Entry, float]:
    """The entry with the least error, and that as a share of the naive one's."""
    best = min(entries, key=lambda one: _ratio(one, naive, happened))
    return best, _ratio(best, naive, happened)


def _ratio(entry: _Entry, naive: _Entry, happened: Numbers) -> float:
    """Mean absolute error as a share of the naive forecast's over the same origins and horizons.

    1 is as good as repeating the last figure. It is the MASE of Hyndman and Koehler (2006) with
    the naive errors taken out of sample.
    """
    return float(np.mean(_off(entry, happened)) / np.mean(_off(naive, happened)))


def _off(entry: _Entry, happened: Numbers) -> Numbers:
    errors = np.abs(happened - entry.said)
    return errors[~np.isnan(errors)]


def _held(best: _Entry, naive: _Entry, happened: Numbers) -> _Entry:
    """The last figure repeated up to the first horizon at which the best method did better."""
    error, base = (np.nanmean(np.abs(happened - one.said), axis=0) for one in (best, naive))
    held = np.cumsum(error < base) == 0
    return _Entry(best.name, np.where(held, naive.said, best.said))


def _scale(series: Series) -> Scale:
    percent = series.unit == "percent"
    return SCALES["plain"] if series.adds_up else scale_for(series.values, percent=percent)


def _told(best: _Entry, happened: Numbers, scale: Scale) -> Outlook:
    errors = scale.there(happened) - scale.there(best.said)
    inside, tested = coverage(errors, LEVEL)
    return Outlook(
        refusal="",
        method=best.name,
        inside=inside,
        tested=tested,
        origins=len(errors) - 1,
        scale=scale.name,
        means=tuple(float(one) for one in best.said[-1]),
        half_widths=tuple(float(one) for one in half_widths(errors, LEVEL)),
    )


def _entered(series: Series, offered: Mapping[str, Candidate], horizon: int) -> Iterator[_Entry]:
    for name, method in offered.items():
        found = said(series.values, method, horizon, adds_up=series.adds_up)
        if found is not None:
            yield _Entry(name, found)


def _halfway(entries: list[_Entry], naive: _Entry) -> Iterator[_Entry]:
    """Each method drawn halfway to the last figure: wrong less far where a series wanders."""
    for one in entries:
        if one is not naive:
            yield _Entry(f"{one.name}, halfway to the last figure", (one.said + naive.said) / 2)


def _apart(series: Series, offered: Mapping[str, Candidate], horizon: int) -> Iterator[_Entry]:
    """Each method on numerator and denominator apart, where it loses on their ratio."""
    for name, method in offered.items():
        found = said(series.values, _of_both(method, series), horizon, adds_up=False)
        if found is not None and name != NAIVE:
            yield _Entry(f"{name} of numerator and denominator", found)


def _of_both(method: Candidate, series: Series) -> Candidate:
    above = np.asarray(series.numerators, dtype=float)
    below = np.asarray(series.denominators, dtype=float)

    def both(y: Numbers, ahead: int) -> Numbers:
        top, bottom = method(above[: len(y)], ahead), method(below[: len(y)], ahead)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(bottom > 0, top / bottom * series.scale, np.nan)

    return both
