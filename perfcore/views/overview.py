"""What needs attention?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter

from perfcore.store import Store
from perfcore.views.changes import CHANGES_SHOWN, Change, Changes, Restated, restated
from perfcore.views.counts import StatusCounts, counted
from perfcore.views.exceptions import EXCEPTIONS_SHOWN, Beside, OffTarget, beside
from perfcore.views.filters import Filters
from perfcore.views.freshness import OVERDUE_SHOWN, Freshness, freshness
from perfcore.views.next_due import RETURNS_SHOWN, NextDue, next_due
from perfcore.views.outline import Entry, Outline
from perfcore.views.results import Result, fetch, pick
from perfcore.views.trends import Trend, trends

CELEBRATED_SHOWN = 4
BLANK_SHOWN = 4
_LEVELS = ("strategic", "service")


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many rows of each list to show, 1 or more."""

    exceptions: int = EXCEPTIONS_SHOWN
    changes: int = CHANGES_SHOWN
    celebrated: int = CELEBRATED_SHOWN
    overdue: int = OVERDUE_SHOWN
    due: int = RETURNS_SHOWN
    blank: int = BLANK_SHOWN


SHORT = Lengths()
_MANY = 100  # rows: a page stays under 300 kB
# Which list can be shown at length, by its place on the page.
AT_LENGTH = {
    "off-target": Lengths(exceptions=_MANY),
    "changes": Lengths(changes=_MANY),
    "exceeding": Lengths(celebrated=_MANY),
    "blank": Lengths(blank=_MANY),
}
_ALL = 1_000_000
WHOLE = Lengths(_ALL, _ALL, _ALL, _ALL, _ALL, _ALL)


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """The statuses of one directorate or quadrant."""

    group: Entry
    counts: StatusCounts


@dataclass(frozen=True, slots=True)
class Blank:
    """A measure without a figure at its latest result, and what the service said about it."""

    result: Result
    note: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Strategic and service measures, the exceptions first; the weekly report's are left out.

    Attributes
    ----------
    exceptions
        Off target, in the order that method 9 states.
    turned
        How many changed status to red, green and exceptional since what they are compared with.
    celebrated
        Exceeding their targets, the longest first.
    blank
        Without a value, the longest overdue first.
    """

    council: StatusCounts
    directorates: tuple[GroupCounts, ...]
    quadrants: tuple[GroupCounts, ...]
    exceptions: tuple[OffTarget, ...]
    changes: Changes
    turned: Mapping[str, int]
    celebrated: tuple[Result, ...]
    blank: tuple[Blank, ...]
    freshness: Freshness
    next_due: NextDue
    trends: Mapping[str, Trend]


@dataclass(frozen=True, slots=True)
class _Count:
    directorate: str
    quadrant: str
    status: str
    measures: int
    were_red: int
    turned: int


@dataclass(frozen=True, slots=True)
class _Pick:
    kind: str
    measure: str
    times: float | None
    status_before: str
    value_before: Decimal | None


@dataclass(frozen=True, slots=True)
class _Around:
    counts: Sequence[_Count]
    restated: tuple[Restated, ...]
    freshness: Freshness
    next_due: NextDue


@dataclass(frozen=True, slots=True)
class _Lists:
    picks: Sequence[_Pick]
    results: Mapping[str, Result]
    beside: Mapping[str, Beside]
    trends: Mapping[str, Trend]


def overview(
    store: Store,
    outline: Outline,
    filters: Filters,
    since: date | None = None,
    lengths: Lengths = SHORT,
) -> Overview:
    """What needs attention.

    Parameters
    ----------
    store
        The warehouse.
    outline
        Its directorates and quadrants.
    filters
        What the reader asks about.
    since
        The day to compare with, before the one the filters end at; None for each measure's own
        previous result.
    lengths
        How much to list.
    """
    with ThreadPoolExecutor(max_workers=1) as aside:
        around = aside.submit(_around, store, filters, since, lengths)
        lists = _lists(store, filters, since, lengths)
    return _laid_out(outline, since, lists, around.result())


def _around(store: Store, filters: Filters, since: date | None, lengths: Lengths) -> _Around:
    """What the lists do not need, so that it is asked at the same time as they are."""
    return _Around(
        counts=fetch(store, "status_counts", filters, _Count, {}, since),
        restated=restated(store, filters, since, lengths.changes),
        freshness=freshness(store, filters, lengths.overdue, _LEVELS),
        next_due=next_due(store, filters, lengths.due),
    )


def _lists(store: Store, filters: Filters, since: date | None, lengths: Lengths) -> _Lists:
    picks = _picks(store, filters, since, lengths)
    results = pick(store, filters, (one.measure for one in picks))
    listed = [*_kind(picks, "exception"), *_kind(picks, "blank")]
    drawn = [*_kind(picks, "exception"), *_kind(picks, "celebrated")]
    return _Lists(
        picks=picks,
        results=results,
        beside=beside(store, [results[one.measure] for one in listed], filters.until),
        trends=trends(store, [one.measure for one in drawn], filters.until),
    )


def _laid_out(outline: Outline, since: date | None, lists: _Lists, around: _Around) -> Overview:
    picks, results, known, rows = lists.picks, lists.results, lists.beside, around.counts
    off_target, celebrated = _kind(picks, "exception"), _kind(picks, "celebrated")
    blank = [results[one.measure] for one in _kind(picks, "blank")]
    return Overview(
        council=_counts(rows),
        directorates=tuple(_groups(rows, attrgetter("directorate"), outline.directorates)),
        quadrants=tuple(_groups(rows, attrgetter("quadrant"), outline.quadrants)),
        exceptions=tuple(
            OffTarget(results[one.measure], one.times, known[one.measure]) for one in off_target
        ),
        changes=Changes(
            since,
            turned_red=_changes(_kind(picks, "turned red"), results),
            recovered=_changes(_kind(picks, "turned green"), results),
            newly_exceptional=_changes(_kind(picks, "turned exceptional"), results),
            restated=around.restated,
        ),
        turned=_turned(rows),
        celebrated=tuple(results[one.measure] for one in celebrated),
        blank=tuple(Blank(row, known[row.measure].note if row.period else "") for row in blank),
        freshness=around.freshness,
        next_due=around.next_due,
        trends=lists.trends,
    )


def _picks(store: Store, filters: Filters, since: date | None, lengths: Lengths) -> list[_Pick]:
    longest = {
        "exceptions": lengths.exceptions,
        "changes": lengths.changes,
        "celebrated": lengths.celebrated,
        "blank": lengths.blank,
    }
    return fetch(store, "overview_picks", filters, _Pick, longest, since)


def _kind(picks: Sequence[_Pick], kind: str) -> list[_Pick]:
    return [one for one in picks if one.kind == kind]


def _changes(picks: Sequence[_Pick], results: Mapping[str, Result]) -> tuple[Change, ...]:
    return tuple(Change(results[one.measure], one.status_before, one.value_before) for one in picks)


def _turned(rows: Sequence[_Count]) -> Counter[str]:
    turned: Counter[str] = Counter()
    for row in rows:
        turned[row.status] += row.turned
    return turned


def _groups(
    rows: Sequence[_Count], group_of: Callable[[_Count], str], entries: Sequence[Entry]
) -> Iterator[GroupCounts]:
    for entry in entries:
        if found := [row for row in rows if group_of(row) == entry.id]:
            yield GroupCounts(entry, _counts(found))


def _counts(rows: Sequence[_Count]) -> StatusCounts:
    return counted(((row.status, row.measures) for row in rows), sum(row.were_red for row in rows))
