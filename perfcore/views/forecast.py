"""Where will a measure end the year?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.engine.forecast import chance_between
from perfcore.store import Store
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class PeriodAhead:
    """A period that is forecast, with its 80% interval and, inside it, its 50% interval."""

    period: str
    starts: date
    value: Decimal
    low: Decimal
    high: Decimal
    inner_low: Decimal
    inner_high: Decimal


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the year is expected to end, or why that is not said (method 7).

    Attributes
    ----------
    refusal
        ``too_few_points``, ``too_few_origins``, ``too_fine``, ``constant``, ``gaps``,
        ``loses_to_naive``, ``epidemic``, ``retired``, ``withheld``, ``left_out`` or
        ``no_year``; else empty.
    method
        The method that forecast best in the past; ``error_ratio`` is its error as a share of that
        of repeating the last value, under 1.
    inside, tested
        How many past figures lay inside the interval that would have been given before them, of
        how many.
    points, seen_low, seen_high
        How many figures there are, and between what.
    period, starts
        The last period of the year.
    value, low, high
        The forecast for it and its 80% interval.
    target, target_low, target_high
        What is to be met then; None where nothing is.
    chance
        Of meeting it, 0 to 1.
    status
        How the forecast would be judged.
    run_periods, run_needed, run_best
        The mean needed in each period left, and the best mean of so many on record; None where
        there is no such pace.
    scale, mean, half_width
        The distribution of the year's end (:func:`perfcore.engine.forecast.chance_between`), of a
        running total of what is still to come.
    least, most
        Between what that must lie to meet the target; None where a side is open.
    """

    refusal: str
    method: str
    error_ratio: float | None
    inside: int
    tested: int
    origins: int
    points: int
    seen_low: float | None
    seen_high: float | None
    period: str
    starts: date | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    target: Decimal | None
    target_low: Decimal | None
    target_high: Decimal | None
    chance: float | None
    status: str
    run_periods: int | None
    run_needed: Decimal | None
    run_best: Decimal | None
    scale: str = "plain"
    mean: float | None = None
    half_width: float | None = None
    least: Decimal | None = None
    most: Decimal | None = None

    def chance_if_moved(self, by: Decimal) -> float | None:
        """The chance of meeting the target if the likeliest end moved; None where there is none.

        Parameters
        ----------
        by
            How far, in the measure's unit.
        """
        if self.chance is None or self.mean is None or self.half_width is None:
            return None
        low, high = (None if one is None else float(one) for one in (self.least, self.most))
        mean = self.mean + float(by)
        return chance_between(self.scale, mean, self.half_width, low=low, high=high)


@dataclass(frozen=True, slots=True)
class Forecast:
    """A measure's forecast: what is said of the year's end, and each period up to it."""

    verdict: Verdict
    ahead: tuple[PeriodAhead, ...]


def forecast(store: Store, measure: str) -> Forecast | None:
    """The forecast of a measure as at the day of the build.

    Parameters
    ----------
    store
        The warehouse.
    measure
        Its id; None is returned where there is no such measure.
    """
    key = {"measure": measure}
    verdicts = store.fetch(query("forecast_verdict"), key, Verdict)
    if not verdicts:
        return None
    ahead = () if verdicts[0].refusal else store.fetch(query("forecast"), key, PeriodAhead)
    return Forecast(verdicts[0], tuple(ahead))


def has_forecasts(store: Store) -> bool:
    """Whether a warehouse was built with its forecasts."""
    return not store.fetch(query("left_out"), {}, _LeftOut)[0].left_out


@dataclass(frozen=True, slots=True)
class _LeftOut:
    left_out: bool
