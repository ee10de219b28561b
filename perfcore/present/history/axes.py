"""Where do the axes of a chart begin and end, and what is written along them?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from perfcore.periods import MONTHS
from perfcore.present import wording
from perfcore.present.history.points import Point

_LINES: Final = 5
_LABELS: Final = 10
_WHOLE: Final = 100.0
_HANDFUL: Final = 20
_STEPS: Final = {
    "month": (1, 3, 6, 12, 24, 60, 120),
    "quarter": (1, 2, 4, 8, 20, 40),
    "week": (1, 2, 4, 8, 13, 26, 52, 104),
    "day": (1, 7, 14, 28, 91, 182, 364),
}
_MONTHS_IN: Final = {"month": 1, "quarter": 3}


@dataclass(frozen=True, slots=True)
class Scale:
    """The vertical axis.

    Attributes
    ----------
    bottom, top
        Its ends.
    step
        From one line to the next.
    labels
        What is written at each line, from the bottom.
    """

    bottom: float
    top: float
    step: float
    labels: tuple[str, ...]

    def down(self, value: float, height: float) -> float:
        """How far below the top a value is drawn, in pixels."""
        return height * (self.top - value) / (self.top - self.bottom)

    @property
    def lines(self) -> list[float]:
        """The values that have a line."""
        return [round(self.bottom + self.step * n, 10) for n in range(len(self.labels))]


def scale(values: Iterable[float], unit: str, decimals: int, *, from_zero: bool = False) -> Scale:
    """A vertical axis for values, with round numbers at its lines.

    It begins at zero unless the values stay far from it: the smallest above half of the largest,
    and not a handful of things. No value stands on the bottom line unless that is zero.

    Parameters
    ----------
    values
        Everything that is drawn, at least one.
    unit, decimals
        Of the measure.
    from_zero
        Whether to begin at zero all the same, as where there are too few values to judge by.

    Examples
    --------
    >>> scale([9, 62], "days", 0).labels
    ('0', '20', '40', '60', '80')
    >>> scale([55.1, 60], "percent", 1).labels
    ('55%', '56%', '57%', '58%', '59%', '60%')
    >>> scale([55, 60], "percent", 0, from_zero=True).labels
    ('0%', '20%', '40%', '60%')
    """
    numbers = list(values)
    low, high = min(numbers), max(numbers)
    handful = unit == "count" and high <= _HANDFUL
    if low >= 0 and (from_zero or handful or low <= high / 2):
        low = 0.0
    if high <= 0 and low <= 2 * high:
        high = 0.0
    step = max(_round_step((high - low or abs(high) or 1) / _LINES), 10.0**-decimals)
    bottom, top = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    if low == bottom != 0:
        bottom -= step
    if bottom == top:
        top += step
    if unit == "percent" and high <= _WHOLE < top:
        top = _WHOLE
    lines = round((top - bottom) / step) + 1
    places = max(0, -math.floor(math.log10(step) + 1e-9))
    labels = tuple(_tick(bottom + step * n, unit, places) for n in range(lines))
    return Scale(round(bottom, 10), round(top, 10), step, labels)


def _round_step(rough: float) -> float:
    size = 10.0 ** math.floor(math.log10(rough))
    return next(size * times for times in (1, 2, 5, 10) if size * times >= rough * (1 - 1e-9))


def _tick(value: float, unit: str, places: int) -> str:
    text = wording.amount(Decimal(repr(round(value, 10))), unit, places)
    return text.replace(".0m", "m")


def named_periods(points: Sequence[Point], frequency: str) -> list[Point]:
    """The periods whose names are written along the chart: about ten, and always the last.

    A period too near to the last for both names to fit beside each other gives way to it.
    """
    steps = _STEPS.get(frequency, (1, 2, 5, 10, 20))
    step = next((step for step in steps if len(points) / step <= _LABELS), steps[-1])
    last = points[-1]
    places = {point: _place(point, points, frequency) for point in points}
    end = places[last]
    kept = [point for point in points if places[point] % step == 0 and end - places[point] >= step]
    return [*kept, last]


def _place(point: Point, points: Sequence[Point], frequency: str) -> int:
    """A number that grows by one from period to period, and is 0 where a year begins."""
    if frequency in _MONTHS_IN:
        months = (point.starts.year * 12 + point.starts.month) - point.year_starts.month
        return months // _MONTHS_IN[frequency]
    return points.index(point) - len(points) + 1


def name_lines(point: Point, frequency: str) -> list[str]:
    """A period's name as it stands under a chart, in one line or two.

    ``Apr 2018``; ``Apr to Jun`` over ``2018``; ``w/e 4 Oct`` over ``2020``.
    """
    if frequency == "month":
        return [f"{MONTHS[point.starts.month - 1][:3]} {point.starts.year}"]
    if frequency in ("quarter", "week", "day"):
        first, _, year = point.period.rpartition(" ")
        return [first, year]
    return [point.period.removesuffix(" academic year")]
