"""What does the control chart of a series show?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perfcore.store import Store
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A point of a control chart.

    Attributes
    ----------
    partition
        Which part between recalculations it lies in, from 0.
    ghosted
        Whether it is set aside: drawn, and left out of every calculation.
    value
        Unrounded; of a running total what was added in the period.
    mean, lower, upper
        The mean and the limits of its part; None where there are too few points for them.
    variation
        ``common_cause``, or ``improvement``, ``concern`` or ``neither`` with ``_high`` or
        ``_low``; empty where the point is not tested.
    rule
        Which rule decides it (:class:`perfcore.views.signals.Signal`); empty for none.
    """

    period: str
    starts: date
    ends: date
    partition: int
    ghosted: bool
    value: float
    mean: float | None
    lower: float | None
    upper: float | None
    variation: str
    rule: str = ""

    @property
    def kind(self) -> str:
        """``concern``, ``improvement`` or ``neither``; ``ghost`` if set aside; else empty."""
        if self.ghosted:
            return "ghost"
        kind = self.variation.rpartition("_")[0]
        return "" if kind == "common" else kind


@dataclass(frozen=True, slots=True)
class ChartNote:
    """A dated entry of the framework: ``recalculate``, ``baseline`` or ``ghost``, and why."""

    kind: str
    period: str
    starts: date
    reason: str


@dataclass(frozen=True, slots=True)
class ControlChart:
    """The chart of one series.

    Attributes
    ----------
    by_increment
        Whether the points are what was added to a running total in each period.
    refusal
        Why the series as a whole has no verdict (:class:`perfcore.views.signals.Signal`), or
        nothing.
    suggested_period, suggested_starts
        From where on the process seems to have changed; empty and None where it does not. Only
        the framework can recalculate.
    """

    points: tuple[ChartPoint, ...]
    notes: tuple[ChartNote, ...]
    by_increment: bool
    refusal: str
    suggested_period: str
    suggested_starts: date | None

    @property
    def has_limits(self) -> bool:
        """Whether limits are drawn in any part."""
        return any(one.upper is not None for one in self.points)


@dataclass(frozen=True, slots=True)
class _Facts:
    by_increment: bool
    refusal: str
    points: int
    suggested_period: str
    suggested_starts: date | None


def control_chart(
    store: Store,
    measure: str,
    breakdown: str = "",
    member: str = "",
    until: date | None = None,
) -> ControlChart | None:
    """The control chart of a measure, or of one member of a breakdown.

    Parameters
    ----------
    store
        The warehouse.
    measure, breakdown, member
        The series; of the council itself breakdown and member are empty.
    until
        The last day shown; None for all.

    Returns
    -------
    ControlChart or None
        None where there is no such series.
    """
    series = {"measure": measure, "breakdown": breakdown, "member": member}
    facts = store.fetch(query("control_chart_facts"), series, _Facts)
    if not facts:
        return None
    table = "chart_point" if member else "headline_point"
    drawn = query("control_chart").replace("{points}", table)
    points = store.fetch(drawn, {**series, "until": until}, ChartPoint)
    notes = store.fetch(query("chart_notes"), {"measure": measure}, ChartNote)
    found = facts[0]
    shows = found.suggested_starts is not None and (until is None or found.suggested_starts < until)
    return ControlChart(
        points=tuple(points),
        notes=tuple(notes),
        by_increment=found.by_increment,
        refusal=found.refusal,
        suggested_period=found.suggested_period if shows else "",
        suggested_starts=found.suggested_starts if shows else None,
    )
