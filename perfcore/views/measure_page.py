"""What is known about one measure?"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import takewhile

from perfcore.errors import UserError
from perfcore.store import Store
from perfcore.views.control_chart import ControlChart, control_chart
from perfcore.views.episodes import Episode, episodes_of
from perfcore.views.events import Event, events
from perfcore.views.filters import Filters
from perfcore.views.forecast import Forecast, forecast
from perfcore.views.known import require_measure
from perfcore.views.quality import Quality, quality
from perfcore.views.queries import query
from perfcore.views.results import Result, pick
from perfcore.views.signals import Signal
from perfcore.views.targets_over_time import TargetInForce, TargetSpan, spans, targets_of
from perfcore.views.tree import Link, neighbours


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """What the framework says about a measure.

    Attributes
    ----------
    disclosure_min_count
        Counts below this are withheld; 0 where there is no such rule.
    starts_again
        Whether the values are running totals that start again with the year.
    """

    measure: str
    name: str
    definition: str
    why: str
    level: str
    service_name: str
    directorate_name: str
    portfolio_name: str
    quadrant: str
    covid_section: str
    statutory_return: str
    owner: str
    source: str
    unit: str
    decimals: int
    frequency: str
    good: str
    shape: str
    combine: str
    scale: int
    tags: list[str]
    priorities: list[str]
    breakdowns: list[str]
    retired_from: date | None
    retired_reason: str
    disclosure_min_count: int
    seasonal: bool
    starts_again: bool


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A period of the measure; the fields are columns of the table ``status``, and more.

    Attributes
    ----------
    aim
        What a chart draws the target at: the target, or else the boundary of green.
    target_low, target_high
        The bounds of a target range; None where the target is one value.
    target_form
        How the target is stated, such as ``value`` or ``profile``; empty where there is none.
    last_year
        The value of the same period a year before.
    year_starts
        The first day of the year that the period is in.
    """

    period: str
    starts: date
    ends: date
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    target: Decimal | None
    status: str
    direction: str
    arrow: str
    marker: str
    qualifier: str
    note: str
    reported_on: date | None
    parts: str
    restated: bool
    aim: Decimal | None
    target_low: Decimal | None
    target_high: Decimal | None
    target_form: str
    last_year: Decimal | None
    year_starts: date
    variation: str = ""
    assurance: str = ""
    rule: str = ""
    run: int | None = None
    met: int | None = None
    met_of: int | None = None
    refusal: str = "no_figure"

    @property
    def signal(self) -> Signal:
        """Whether the result is signal or noise."""
        return Signal(
            self.variation, self.assurance, self.rule, self.run, self.met, self.met_of, self.refusal
        )

    @property
    def has_result(self) -> bool:
        """Whether something was reported: a value or a marker."""
        return self.status not in ("no_data", "not_due")


@dataclass(frozen=True, slots=True)
class Reached:
    """The texts of a verdict, and the differences beside it (method 4)."""

    sentence: str
    method: str
    reason: str
    short_difference: Decimal | None
    long_difference: Decimal | None


@dataclass(frozen=True, slots=True)
class Lateness:
    """What is late and what comes next, as at the day of the build."""

    late_period: str
    late_days: int
    next_period: str
    next_due: date | None


@dataclass(frozen=True, slots=True)
class Restatement:
    """A figure that was changed after it had been published.

    Attributes
    ----------
    kind
        ``vintage``, or ``cumulative_fall`` where a running total is less than the one before it,
        which is then ``value_from``.
    """

    period: str
    starts: date
    value_from: Decimal | None
    value_to: Decimal | None
    reported_from: date | None
    reported_to: date | None
    status_from: str
    status_to: str
    kind: str


@dataclass(frozen=True, slots=True)
class Related:
    """A measure above or below in the tree, with its own latest result."""

    link: Link
    result: Result


@dataclass(frozen=True, slots=True)
class _Around:
    facts: MeasureFacts
    drivers: tuple[Related, ...]
    driven: tuple[Related, ...]
    restatements: Sequence[Restatement]
    control: ControlChart | None


@dataclass(frozen=True, slots=True)
class _Latest:
    period: str
    sentence: str
    method: str
    reason: str
    short_difference: Decimal | None
    long_difference: Decimal | None
    late_period: str
    late_days: int
    next_period: str
    next_due: date | None

    @property
    def reached(self) -> Reached:
        return Reached(
            self.sentence, self.method, self.reason, self.short_difference, self.long_difference
        )

    @property
    def lateness(self) -> Lateness:
        return Lateness(self.late_period, self.late_days, self.next_period, self.next_due)


@dataclass(frozen=True, slots=True)
class MeasurePage:
    """One measure.

    Attributes
    ----------
    shown
        The row the page is about: the latest with a result; where none has one, the latest
        overdue or else the latest of all; None where there is no row.
    reached
        How the status and direction of that row were reached; None where there is no row.
    before
        The result before it.
    history
        Up to the end of the period chosen, oldest first.
    lasted
        For how many results in a row the status has been what it is.
    target_spans
        Every target up to then, the latest first.
    restatements
        Of the periods in ``history``, the latest first; without those of a figure that is
        withheld now, which would give it away.
    drivers, driven
        What moves this measure, and what this measure moves.
    control
        Its control chart; None where nothing was ever expected of it.
    forecast
        Where it will end the year; None where an earlier period is asked for.
    episodes
        Its exceptions, open ones first; none where an earlier period is asked for.
    """

    facts: MeasureFacts
    shown: HistoryRow | None
    reached: Reached | None
    before: HistoryRow | None
    history: tuple[HistoryRow, ...]
    lasted: int
    target_spans: tuple[TargetSpan, ...]
    targets: tuple[TargetInForce, ...]
    lateness: Lateness | None
    events: tuple[Event, ...]
    restatements: tuple[Restatement, ...]
    drivers: tuple[Related, ...]
    driven: tuple[Related, ...]
    quality: Quality
    control: ControlChart | None = None
    forecast: Forecast | None = None
    episodes: tuple[Episode, ...] = ()


def measure_page(
    store: Store, measure: str, until: date | None = None, period: str | None = None
) -> MeasurePage:
    """Everything about one measure.

    Parameters
    ----------
    store
        The warehouse.
    measure
        Its id.
    until
        Last day of the month reported on; None for the latest.
    period
        The key of the period to be about, whether it has a result or not; None for the latest
        with one.

    Raises
    ------
    UserError
        If there is no such measure, or it has no such period.
    """
    with ThreadPoolExecutor(max_workers=1) as aside:
        around = aside.submit(_around, store, measure, until)
        history = _history(store, measure, until)
        targets = targets_of(store, measure, until)
        latest = store.fetch(query("latest_of"), {"measure": measure}, _Latest)
        standing = episodes_of(store, measure, until)
        ahead = forecast(store, measure) if until is None and period is None else None
        found = around.result()
    shown = _shown(measure, history, period)
    earlier = [row for row in history if row.has_result and shown and row.starts < shown.starts]
    return MeasurePage(
        facts=found.facts,
        shown=shown,
        reached=_reached(store, measure, shown, latest),
        before=earlier[-1] if earlier else None,
        history=history,
        lasted=_lasted(history, shown),
        target_spans=spans(targets),
        targets=tuple(one for one in targets if shown and one.period == shown.period),
        lateness=latest[0].lateness if latest else None,
        events=events(store, history[0].starts, history[-1].ends, measure) if history else (),
        restatements=_open_to_all(found.restatements, history),
        drivers=found.drivers,
        driven=found.driven,
        quality=quality(history),
        control=found.control,
        forecast=ahead,
        episodes=() if period else standing,
    )


def _around(store: Store, measure: str, until: date | None) -> _Around:
    """What needs no history, so that it is asked at the same time as the history is."""
    facts = store.fetch(query("measure_facts"), {"measure": measure}, MeasureFacts)
    if not facts:
        require_measure(store, measure)
    drivers, driven = _related(store, measure, until)
    restatements = store.fetch(query("restatements_of"), {"measure": measure}, Restatement)
    control = control_chart(store, measure, until=until)
    return _Around(facts[0], drivers, driven, restatements, control)


def _shown(measure: str, history: tuple[HistoryRow, ...], period: str | None) -> HistoryRow | None:
    if period is None:
        results = [row for row in history if row.has_result]
        overdue = [row for row in history if row.status == "no_data"]
        return next((rows[-1] for rows in (results, overdue, history) if rows), None)
    named = [row for row in history if row.period == period]
    if not named:
        raise UserError(
            f"{measure!r} has no period {period!r}.",
            do=f"List its periods with 'perfcore status --measure {measure} --all-periods'.",
        )
    return named[0]


def _lasted(history: tuple[HistoryRow, ...], shown: HistoryRow | None) -> int:
    if shown is None or not shown.has_result:
        return 0
    statuses = [row.status for row in history if row.has_result and row.starts <= shown.starts]
    return sum(1 for _ in takewhile(lambda status: status == shown.status, reversed(statuses)))


def _open_to_all(
    restatements: Sequence[Restatement], history: tuple[HistoryRow, ...]
) -> tuple[Restatement, ...]:
    known = {row.period for row in history if row.status != "suppressed"}
    return tuple(row for row in restatements if row.period in known)


def _history(store: Store, measure: str, until: date | None) -> tuple[HistoryRow, ...]:
    parameters = {"measure": measure, "until": until}
    return tuple(store.fetch(query("history"), parameters, HistoryRow))


def _reached(
    store: Store, measure: str, shown: HistoryRow | None, latest: Sequence[_Latest]
) -> Reached | None:
    if shown is None:
        return None
    if latest and latest[0].period == shown.period:
        return latest[0].reached
    parameters = {"measure": measure, "period": shown.period}
    found = store.fetch(query("reached"), parameters, Reached)
    return found[0] if found else None


def _related(
    store: Store, measure: str, until: date | None
) -> tuple[tuple[Related, ...], tuple[Related, ...]]:
    below, above = neighbours(store, measure)
    ids = [link.driver for link in below] + [link.measure for link in above]
    known = pick(store, Filters(until=until), ids)
    return (
        tuple(Related(link, known[link.driver]) for link in below if link.driver in known),
        tuple(Related(link, known[link.measure]) for link in above if link.measure in known),
    )
