"""What are the whole amounts of one line: a headline, or a member with a level of its own?"""

from __future__ import annotations

from numpy.random import Generator

from make.cumulative import climb
from make.draws import binomial, poisson
from make.making import Making
from make.model import Model, Points
from make.series import Amount, Line
from make.shapes import jitter, levels, path, seasonal, shocked
from perfcore.framework.model import Measure

_YEARLY_TOTALS = ("month", "quarter")
_FLOW_SPREAD = 0.02
_STOCK_SPREAD = 0.008


def draw(making: Making, level: Points, volume: Points) -> Line:
    """The amounts of a line, period by period.

    Parameters
    ----------
    level, volume
        Control points of the published value and of the denominator; without a volume the line
        has values only.
    """
    measure, model, rng = making.measure, making.model, making.rng
    values = _values(making, level)
    if not volume:
        return tuple(_plain(making, value) for value in values)
    below = _denominators(making, volume)
    share = is_proportion(measure, level)
    chance = model.noise != 0 and measure.shape != "cumulative" and measure.scale > 1
    return tuple(
        _ratio(value, denominator, measure, share, rng if chance else None)
        for value, denominator in zip(values, below, strict=True)
    )


def is_proportion(measure: Measure, level: Points) -> bool:
    """Whether the numerator counts some of the denominator: a percentage never above 100."""
    return measure.scale == 100 and all(0 <= value <= 100 for value in level.values())


def _counted(measure: Measure) -> bool:
    whole = measure.decimals == 0 and measure.combine == "sum"
    return whole and measure.shape == "flow" and measure.unit == "count"


def _spread(measure: Measure, model: Model) -> float:
    if model.noise is not None:
        return model.noise
    if model.volume and measure.scale > 1:
        return 0.0
    return _STOCK_SPREAD if measure.shape != "flow" else _FLOW_SPREAD


def _values(making: Making, level: Points) -> list[float]:
    measure, model, rng = making.measure, making.model, making.rng
    periods, calendar = making.periods, making.calendar
    spread = _spread(measure, model)
    if measure.shape == "cumulative" and measure.frequency in _YEARLY_TOTALS and periods:
        factors = [
            seasonal(model.season, period)
            * shocked(model.pandemic, period, calendar)
            * jitter(rng, spread)
            for period in periods
        ]
        return climb(level, periods, calendar, factors)
    return levels(
        level, periods, calendar,
        season=model.season, pandemic=model.pandemic, spread=spread, rng=rng,
    )  # fmt: skip


def _denominators(making: Making, volume: Points) -> list[int]:
    measure, model = making.measure, making.model
    periods, calendar = making.periods, making.calendar
    if measure.shape in ("cumulative", "rolling"):
        years = [calendar.containing(period.start, "year") for period in periods]
        starts = [calendar.containing(year.start, measure.frequency) for year in years]
        held = starts if measure.shape == "cumulative" else periods
        return [max(1, round(value)) for value in path(volume, held, calendar)]
    steady = measure.shape == "stock" or model.noise == 0 or max(volume.values()) > 50_000
    drawn = levels(
        volume, periods, calendar, season=model.volume_season, pandemic=model.volume_pandemic,
        spread=0.0 if steady else 0.03, rng=making.rng,
    )  # fmt: skip
    return [max(1, round(value)) for value in drawn]


def _plain(making: Making, value: float) -> Amount:
    if making.model.noise is None and _counted(making.measure):
        return Amount(poisson(making.rng, value))
    unit = 10**making.measure.decimals
    return Amount(round(value) * unit if making.model.integer else round(value * unit))


def _ratio(
    value: float, denominator: int, measure: Measure, share: bool, rng: Generator | None
) -> Amount:
    expected = value * denominator / measure.scale
    if share:
        part = min(1.0, max(0.0, value / measure.scale))
        counted = binomial(rng, denominator, part) if rng else round(part * denominator)
        return Amount(min(denominator, counted), denominator)
    if rng is not None and expected >= 0 and measure.scale > 100:
        return Amount(poisson(rng, expected), denominator)
    return Amount(round(expected), denominator)
