"""What stands in each period of a measure's chart?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from perfcore.present import wording
from perfcore.views.control_chart import ChartPoint
from perfcore.views.measure_page import HistoryRow, MeasurePage, Restatement

MOST: Final = 5000
_MARKS: Final = {"suppressed": "c", "not_available": "x", "not_applicable": "z"}
_SOFT: Final = ("provisional", "estimated")


@dataclass(frozen=True, slots=True)
class Point:
    """A period of the chart.

    Attributes
    ----------
    starts, after
        Its first day, and the day after its last.
    period, shown
        The period and its value as they are written.
    value
        None where there is none; the line then has a gap.
    mark
        ``c``, ``x`` or ``z`` where a marker stands in place of a value.
    soft
        Why the value may still change: ``provisional``, ``estimated`` or ``incomplete``.
    first, first_shown
        What was published first, where that was another value.
    aim, low, high, form
        The target, or the bounds of its range, and how it is stated.
    last_year
        The value of the same period a year before.
    run
        Points of one run are joined; a running total that starts again starts another.
    limits
        What the control chart says of the point; None where it is not drawn on this chart.
    """

    starts: date
    after: date
    period: str
    value: float | None
    shown: str
    status: str
    mark: str
    soft: str
    first: float | None
    first_shown: str
    aim: float | None
    low: float | None
    high: float | None
    form: str
    last_year: float | None
    run: str
    year_starts: date
    limits: ChartPoint | None = None

    @property
    def special(self) -> str:
        """``concern``, ``improvement`` or ``neither``; ``ghost`` if set aside; else empty."""
        return self.limits.kind if self.limits else ""

    @property
    def middle(self) -> date:
        """Where the value is drawn: the middle of its period."""
        return self.starts + (self.after - self.starts) / 2


def points(view: MeasurePage) -> list[Point]:
    """The periods of a measure from its first to its latest result.

    Parameters
    ----------
    view
        The measure; where no period has a value there are no points.
    """
    rows = list(view.history[-MOST:])
    while rows and not rows[-1].has_result:
        rows.pop()
    while rows and not rows[0].has_result:
        rows.pop(0)
    if all(row.value is None for row in rows):
        return []
    first = first_published(view.restatements)
    limits = _limits(view)
    return [_point(view, row, first.get(row.period), limits.get(row.period)) for row in rows]


def _limits(view: MeasurePage) -> dict[str, ChartPoint]:
    control = view.control
    if control is None or control.by_increment or not control.has_limits:
        return {}
    return {one.period: one for one in control.points}


def first_published(restatements: tuple[Restatement, ...]) -> dict[str, Decimal | None]:
    """The first value of each period that was changed after it had been published."""
    changes = (row for row in restatements if row.kind == "vintage")
    latest_first = sorted(changes, key=lambda row: row.reported_to or date.max, reverse=True)
    return {row.period: row.value_from for row in latest_first}


def _point(
    view: MeasurePage, row: HistoryRow, first: Decimal | None, limits: ChartPoint | None
) -> Point:
    facts = view.facts
    changed = first is not None and row.value is not None and first != row.value
    return Point(
        starts=row.starts,
        after=row.ends + timedelta(days=1),
        period=wording.period(facts.frequency, row.period, row.starts),
        value=_number(row.value),
        shown=wording.shown_value(row.value, row.marker, facts.unit, facts.decimals),
        status=wording.STATUS_WORDS.get(row.status, row.status),
        mark=_MARKS.get(row.marker, "") if row.value is None else "",
        soft=_soft(row),
        first=_number(first) if changed else None,
        first_shown=wording.shown_value(first, "", facts.unit, facts.decimals) if changed else "",
        aim=_number(row.aim),
        low=_number(row.target_low),
        high=_number(row.target_high),
        form=row.target_form,
        last_year=_number(row.last_year),
        run=row.year_starts.isoformat() if facts.starts_again else "",
        year_starts=row.year_starts,
        limits=limits,
    )


def _soft(row: HistoryRow) -> str:
    if row.value is None:
        return ""
    if row.qualifier in _SOFT:
        return row.qualifier
    have, _, rest = row.parts.partition(" of ")
    return "" if have == rest.split(" ")[0] else "incomplete"


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)
