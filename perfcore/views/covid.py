"""How did the week go, in each section of the weekly Covid-19 report?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from perfcore.store import Store
from perfcore.views.events import Event, events
from perfcore.views.filters import Filters
from perfcore.views.outline import Entry, Outline
from perfcore.views.queries import query

PHASE = "phase"
_WEEK = timedelta(days=7)
_LONG_BEFORE = timedelta(days=3660)


@dataclass(frozen=True, slots=True)
class Revision:
    """A figure that was changed after it was published.

    Attributes
    ----------
    before, after
        What was said first and what holds now.
    of_total
        Whether it is a running total below the week before: what the week added is not known.
    """

    before: Decimal | None
    after: Decimal
    of_total: bool


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """A week's figure of a measure.

    Attributes
    ----------
    value
        What is shown: the figure, or what the week added to a running total; None where there is
        none or it is not known.
    total
        The running total at the end of the week; None for other measures.
    marker
        Why there is no figure (method 2), such as ``suppressed``.
    revised
        How the figure was changed since; None if it was not.
    """

    period: str
    starts: date
    ends: date
    value: Decimal | None
    total: Decimal | None
    marker: str
    reported_on: date | None
    note: str
    revised: Revision | None


@dataclass(frozen=True, slots=True)
class WeeklyMeasure:
    """A measure up to the week chosen.

    Attributes
    ----------
    running
        Whether what is reported is a running total.
    derived
        Whether the values are what each week added to the running total.
    points
        The weeks so far, oldest first.
    now, before
        The week chosen and the one before it; None where there is no row.
    peak
        The highest week so far; None if there is no figure, or for a running total as such.
    """

    measure: str
    name: str
    owner: str
    unit: str
    decimals: int
    running: bool
    derived: bool
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

    @property
    def revised(self) -> Revision | None:
        """How the figure of the week chosen was changed."""
        return self.now.revised if self.now else None


@dataclass(frozen=True, slots=True)
class CovidSection:
    """A section; the first measure of the framework file leads it."""

    number: int
    entry: Entry
    measures: tuple[WeeklyMeasure, ...]

    @property
    def name(self) -> str:
        """Its short name where the framework gives one."""
        return self.entry.note or self.entry.name

    @property
    def lead(self) -> WeeklyMeasure:
        """The measure that stands for the section."""
        return self.measures[0]


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
        What happened from the first week shown to the last.
    phases
        Events of the kind ``phase``: each lasts until the next, and the first may have begun
        before the first week.
    cumulative
        Whether running totals are shown as such, not by what each week added.
    """

    week: date | None
    weeks: tuple[date, ...]
    sections: tuple[CovidSection, ...]
    events: tuple[Event, ...]
    phases: tuple[Event, ...] = ()
    cumulative: bool = False

    @property
    def first(self) -> date | None:
        """First day of the earliest week that has a figure."""
        return self.weeks[-1] if self.weeks else None

    @property
    def measures(self) -> Iterator[tuple[CovidSection, WeeklyMeasure]]:
        """Every measure with its section."""
        return ((section, one) for section in self.sections for one in section.measures)


@dataclass(frozen=True, slots=True)
class _Newest:
    newest: date | None


@dataclass(frozen=True, slots=True)
class _Row:
    measure: str
    name: str
    section: str
    owner: str
    unit: str
    decimals: int
    good: str
    running: bool
    period: str
    starts: date
    ends: date
    value: Decimal | None
    marker: str
    reported_on: date | None
    note: str
    falls: bool
    added: Decimal | None
    total_before: Decimal | None
    first_value: Decimal | None


def covid(
    store: Store,
    outline: Outline,
    filters: Filters,
    week: date | None = None,
    *,
    cumulative: bool = False,
) -> Covid:
    """The weekly report of one week.

    Parameters
    ----------
    store
        The warehouse.
    outline
        Its Covid-19 sections.
    filters
        What the reader asks about; an earlier month ends the weeks that can be chosen.
    week
        First day of the week; None, or a week without figures, for the latest.
    cumulative
        Show running totals as such; otherwise what each week added to them.
    """
    newest = store.fetch(query("newest_week"), {"until": filters.until}, _Newest)[0].newest
    if newest is None:
        return Covid(None, (), (), (), cumulative=cumulative)
    rows = store.fetch(query("covid_points"), {**filters.parameters(), "newest": newest}, _Row)
    weeks = tuple(sorted({row.starts for row in rows if row.value is not None}, reverse=True))
    chosen = week if week in weeks else next(iter(weeks), newest)
    first = weeks[-1] if weeks else chosen
    happened = events(store, first - _LONG_BEFORE, chosen + timedelta(days=6))
    return Covid(
        week=chosen,
        weeks=weeks,
        sections=tuple(
            _sections(
                [row for row in rows if row.starts <= chosen],
                outline.covid_sections,
                chosen,
                derive=not cumulative,
            )
        ),
        events=tuple(one for one in happened if one.kind != PHASE and one.date >= first),
        phases=_phases([one for one in happened if one.kind == PHASE], first),
        cumulative=cumulative,
    )


def _phases(phases: Sequence[Event], first: date) -> tuple[Event, ...]:
    begun = [one for one in phases if one.date <= first][-1:]
    return (*begun, *(one for one in phases if one.date > first))


def _sections(
    rows: Sequence[_Row], entries: Iterable[Entry], week: date, *, derive: bool
) -> Iterator[CovidSection]:
    for number, entry in enumerate(entries, start=1):
        own = (row for row in rows if row.section == entry.id)
        series = [tuple(found) for _, found in groupby(own, key=lambda row: row.measure)]
        if series:
            measures = (_weekly(one, week, derive=derive) for one in series)
            yield CovidSection(number, entry, tuple(measures))


def _weekly(rows: Sequence[_Row], week: date, *, derive: bool) -> WeeklyMeasure:
    last = rows[-1]
    derived = derive and last.running
    points = tuple(_point(row, derived=derived) for row in rows)
    by_week = {point.starts: point for point in points}
    return WeeklyMeasure(
        measure=last.measure,
        name=last.name,
        owner=last.owner,
        unit=last.unit,
        decimals=last.decimals,
        running=last.running,
        derived=derived,
        points=points,
        now=by_week.get(week),
        before=by_week.get(week - _WEEK),
        peak=None if last.running and not derived else _peak(points),
    )


def _point(row: _Row, *, derived: bool) -> WeekPoint:
    added = None if row.falls else row.added
    return WeekPoint(
        period=row.period,
        starts=row.starts,
        ends=row.ends,
        value=added if derived else row.value,
        total=row.value if row.running else None,
        marker=row.marker,
        reported_on=row.reported_on,
        note=row.note,
        revised=_revision(row),
    )


def _revision(row: _Row) -> Revision | None:
    if row.value is None:
        return None
    if row.falls:
        return Revision(row.total_before, row.value, of_total=True)
    if row.first_value is not None and row.first_value != row.value:
        return Revision(row.first_value, row.value, of_total=False)
    return None


def _peak(points: Iterable[WeekPoint]) -> WeekPoint | None:
    valued = [point for point in points if point.value is not None]
    return max(valued, key=lambda point: point.value or Decimal(0), default=None)
