"""How did the week go, in each section of the weekly Covid-19 report?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from perfcore.store import Store
from perfcore.views.events import Event, events
from perfcore.views.filters import Filters
from perfcore.views.outline import Entry, Outline
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """A week's figure of a measure; ``value`` is None where there is none."""

    measure: str
    name: str
    section: str
    unit: str
    decimals: int
    good: str
    period: str
    starts: date
    ends: date
    value: Decimal | None
    note: str


@dataclass(frozen=True, slots=True)
class WeeklyMeasure:
    """A measure up to the week chosen.

    Attributes
    ----------
    points
        The weeks so far, oldest first.
    now, before
        The week chosen and the one before it; None where there is no row.
    peak
        The highest week so far; None if there is no figure.
    """

    measure: str
    name: str
    unit: str
    decimals: int
    points: tuple[WeekPoint, ...]
    now: WeekPoint | None
    before: WeekPoint | None
    peak: WeekPoint | None

    @property
    def change(self) -> Decimal | None:
        """The week's figure less that of the week before."""
        now = self.now.value if self.now else None
        before = self.before.value if self.before else None
        return None if now is None or before is None else now - before


@dataclass(frozen=True, slots=True)
class CovidSection:
    """A section; the first measure of the framework file leads it."""

    number: int
    entry: Entry
    measures: tuple[WeeklyMeasure, ...]


@dataclass(frozen=True, slots=True)
class Covid:
    """The weekly report.

    Attributes
    ----------
    week
        First day of the week shown; None if there is no weekly figure at all.
    weeks
        First days of the weeks that can be chosen, the latest first.
    events
        From the first week shown to the last.
    """

    week: date | None
    weeks: tuple[date, ...]
    sections: tuple[CovidSection, ...]
    events: tuple[Event, ...]

    @property
    def first(self) -> date | None:
        """First day of the earliest week that has a figure."""
        return self.weeks[-1] if self.weeks else None


@dataclass(frozen=True, slots=True)
class _Newest:
    newest: date | None


def covid(store: Store, outline: Outline, filters: Filters, week: date | None = None) -> Covid:
    """The weekly report of one week.

    Parameters
    ----------
    store
        The warehouse.
    outline
        Its Covid-19 sections.
    filters
        What the reader asks about; the period is the week's, not the filter's.
    week
        First day of the week; None, or a week without figures, for the latest.
    """
    newest = store.fetch(query("newest_week"), {}, _Newest)[0].newest
    if newest is None:
        return Covid(None, (), (), ())
    points = store.fetch(
        query("covid_points"), {**filters.parameters(), "newest": newest}, WeekPoint
    )
    weeks = sorted({point.starts for point in points if point.value is not None}, reverse=True)
    chosen = week if week in weeks else (weeks[0] if weeks else newest)
    shown = [point for point in points if point.starts <= chosen]
    first = weeks[-1] if weeks else chosen
    return Covid(
        week=chosen,
        weeks=tuple(weeks),
        sections=tuple(_sections(shown, outline.covid_sections, chosen)),
        events=events(store, first, chosen + timedelta(days=6)),
    )


def _sections(
    points: list[WeekPoint], entries: tuple[Entry, ...], week: date
) -> Iterable[CovidSection]:
    for number, entry in enumerate(entries, start=1):
        own = (point for point in points if point.section == entry.id)
        series = [tuple(found) for _, found in groupby(own, key=lambda point: point.measure)]
        if series:
            yield CovidSection(number, entry, tuple(_weekly(one, week) for one in series))


def _weekly(points: tuple[WeekPoint, ...], week: date) -> WeeklyMeasure:
    by_week = {point.starts: point for point in points}
    valued = [point for point in points if point.value is not None]
    last = points[-1]
    return WeeklyMeasure(
        measure=last.measure,
        name=last.name,
        unit=last.unit,
        decimals=last.decimals,
        points=points,
        now=by_week.get(week),
        before=by_week.get(week - timedelta(days=7)),
        peak=max(valued, key=lambda point: point.value or Decimal(0), default=None),
    )
