"""Did the measure move after something was done?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.control_chart import ChartPoint, control_chart
from perfcore.views.queries import query

_FEWEST_POINTS = 13  # method 4, rule 2
_ANNUAL = ("year", "academic_year", "calendar_year")
_BY_CHART = {"improvement": "improved", "concern": "worsened"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A measure before an action and after it.

    Attributes
    ----------
    value_before, period_before, starts_before
        The latest figure for a period that ended before the action began; of a measure that is
        compared with last year the one a year before the figure after. None and empty where there
        is none.
    value_after, period_after, starts_after
        The latest figure for a period that began after the action did and had ended by its end.
    test
        ``newcombe``, ``poisson`` or ``noise``; empty where there is nothing to test.
    is_clear
        Whether the change is larger than chance would make it, by that test.
    """

    name: str
    frequency: str
    unit: str
    decimals: int
    good: str
    period_before: str
    starts_before: date | None
    value_before: Decimal | None
    period_after: str
    starts_after: date | None
    value_after: Decimal | None
    test: str
    is_clear: bool


@dataclass(frozen=True, slots=True)
class Worked:
    """Whether a measure moved after something was done.

    Attributes
    ----------
    test
        What decided it: ``spc``, or that of the pair.
    flagged_starts
        By control chart: the first period since the action began with special cause on the side of
        the verdict; else None.
    verdict
        ``improved``, ``worsened``, ``moved`` (of a measure without a better direction),
        ``no_clear_change``, or ``too_early`` where there is no figure since.
    """

    pair: Pair
    test: str
    flagged_starts: date | None
    verdict: str


def did_it_work(store: Store, measure: str, began: date, ended: date) -> Worked | None:
    """A measure before an action began and after it ended.

    Parameters
    ----------
    store
        The warehouse.
    measure
        Its id.
    began
        The day as at which the figures stood when the action was added.
    ended
        The same when it was closed; for an action that is open, the day of the warehouse.

    Returns
    -------
    Worked or None
        None where there is no such measure: the framework no longer has it.
    """
    asked = {"measure": measure, "began": began, "ended": ended}
    found = store.fetch(query("did_it_work"), asked, Pair)
    if not found:
        return None
    pair = found[0]
    points = _tested(store, measure, ended) if pair.value_after is not None else []
    if not points or pair.frequency in _ANNUAL:
        return Worked(pair, pair.test, None, _by_figures(pair))
    flagged = [point for point in points if point.starts > began and point.kind]
    if not flagged:
        return Worked(pair, "spc", None, "no_clear_change")
    kind = flagged[-1].kind
    first = next(point for point in flagged if point.kind == kind)
    return Worked(pair, "spc", first.starts, _BY_CHART.get(kind, "moved"))


def _tested(store: Store, measure: str, ended: date) -> list[ChartPoint]:
    """The points of its control chart, where that decides (method 4, rule 2); else none."""
    chart = control_chart(store, measure, until=ended)
    if chart is None or chart.refusal or chart.by_increment:
        return []
    usable = [point for point in chart.points if not point.ghosted]
    return list(chart.points) if len(usable) >= _FEWEST_POINTS else []


def _by_figures(pair: Pair) -> str:
    if pair.value_after is None or pair.value_before is None:
        return "too_early"
    if not pair.is_clear:
        return "no_clear_change"
    if pair.good not in ("high", "low"):
        return "moved"
    rose = pair.value_after > pair.value_before
    return "improved" if rose == (pair.good == "high") else "worsened"
