"""Is a change real in each place or team?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from perfcore.store import Store
from perfcore.views.control_chart import ChartPoint, ControlChart
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class _Point:
    """A point of a control chart, and whose it is."""

    member: str
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
    rule: str

    @property
    def point(self) -> ChartPoint:
        """The point alone."""
        return ChartPoint(**{one.name: getattr(self, one.name) for one in fields(ChartPoint)})


@dataclass(frozen=True, slots=True)
class _Refusal:
    member: str
    refusal: str
    by_increment: bool


def member_charts(
    store: Store, measure: str, breakdown: str, until: date | None = None
) -> Mapping[str, ControlChart]:
    """The control chart of every member of a breakdown, by its name; none has notes.

    Parameters
    ----------
    store
        The warehouse.
    measure, breakdown
        Their ids.
    until
        The last day shown; None for all.
    """
    asked = {"measure": measure, "breakdown": breakdown}
    points: dict[str, list[ChartPoint]] = defaultdict(list)
    for row in store.fetch(query("member_charts"), {**asked, "until": until}, _Point):
        points[row.member].append(row.point)
    return {
        row.member: ControlChart(
            points=tuple(points[row.member]),
            notes=(),
            by_increment=row.by_increment,
            refusal=row.refusal,
            suggested_period="",
            suggested_starts=None,
        )
        for row in store.fetch(query("member_refusals"), asked, _Refusal)
    }
