"""How wrong would the forecasts have been, and how often would their intervals have held?

Each series is cut off after each of its points, the product forecasts what is left as it would
have done then, and what it says is held against what came. Nothing is used that was not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from perfcore.engine.forecast import outlook as product
from perfcore.engine.forecast.candidates import Candidate, Numbers, candidates
from perfcore.engine.forecast.outlook import Outlook, outlook
from perfcore.engine.forecast.scales import SCALES
from perfcore.engine.forecast.series import FEWEST, Series

# The first month of the illustrative pandemic, and how many of its months a forecast must have
# seen to be called one made after it.
_BREAK: Final = 2020 * 12 + 2
_SEEN_OF_IT: Final = 3
EVERY, BEFORE, ACROSS, AFTER = "all", "before", "across", "after"


@dataclass
class Tally:
    """What was found in one kind of case.

    Attributes
    ----------
    inside, tested
        Figures within the 80% interval, of how many.
    errors
        For each series the errors of what was said and of repeating the last figure, as shares of
        the mean change of the series from one period to the next.
    """

    inside: int = 0
    tested: int = 0
    errors: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))

    @property
    def coverage(self) -> float:
        """The share within the interval."""
        return self.inside / self.tested

    @property
    def ratio(self) -> float:
        """Mean MASE of what was said over that of repeating the last figure, over the series."""
        said, naive = np.mean([np.mean(one, axis=0) for one in self.errors.values()], axis=0)
        return float(said / naive)


@dataclass(frozen=True)
class Backtest:
    """Tallies by situation and horizon (0 for all), and how many forecasts were shown."""

    offered: int
    shown: int
    tallies: Mapping[tuple[str, int], Tally]


def backtest(several: Iterable[Series]) -> Backtest:
    """Forecast every series from each of its points on.

    Parameters
    ----------
    several
        Series as the product has them; refused ones are left out.
    """
    tallies: dict[tuple[str, int], Tally] = defaultdict(Tally)
    offered = shown = 0
    for series in several:
        if series.refusal:
            continue
        product.candidates = _remembering()
        for points in range(FEWEST, len(series.values)):
            found = outlook(_cut(series, points))
            offered += found.refusal != "too_few_origins"
            if not found.refusal:
                shown += 1
                _count(series, points, found, tallies)
    product.candidates = candidates
    return Backtest(offered, shown, dict(sorted(tallies.items())))


def _cut(series: Series, points: int) -> Series:
    return replace(
        series,
        values=series.values[:points],
        numerators=series.numerators[:points],
        denominators=series.denominators[:points],
    )


def _count(
    series: Series, points: int, found: Outlook, tallies: Mapping[tuple[str, int], Tally]
) -> None:
    scale, y = SCALES[found.scale], np.array(series.values)
    came = y[points : points + len(found.means)]
    naive = np.full(len(came), y[points - 1])
    if series.adds_up:
        came, naive = np.cumsum(came), np.cumsum(naive)
    said = np.array(found.means[: len(came)])
    off = np.abs(scale.there(came) - scale.there(said))
    change = float(np.mean(np.abs(np.diff(y))))
    for place, error in enumerate(off):
        pair = abs(came[place] - said[place]) / change, abs(came[place] - naive[place]) / change
        for key in _keys(series, points, place + 1):
            tally = tallies[key]
            tally.inside += bool(error <= found.half_widths[place])
            tally.tested += 1
            tally.errors[series.measure].append(pair)


def _keys(series: Series, points: int, horizon: int) -> Iterator[tuple[str, int]]:
    yield EVERY, horizon
    yield EVERY, 0
    if series.season != 12:
        return
    last = series.first + points - 1
    if last + horizon < _BREAK:
        yield BEFORE, 0
    elif last < _BREAK + _SEEN_OF_IT - 1:
        yield ACROSS, 0
    else:
        yield AFTER, 0


def _remembering() -> Callable[[int, int], Mapping[str, Candidate]]:
    """The product's methods, each asked only once for the same points of one series."""
    known: dict[tuple[str, bytes, int], Numbers] = {}

    def remembered(name: str, method: Candidate) -> Candidate:
        def ask(y: Numbers, ahead: int) -> Numbers:
            key = name, y.tobytes(), ahead
            if key not in known:
                known[key] = method(y, ahead)
            return known[key]

        return ask

    def offered(season: int, points: int) -> Mapping[str, Candidate]:
        return {
            name: remembered(f"{name} {season}", method)
            for name, method in candidates(season, points).items()
        }

    return offered
