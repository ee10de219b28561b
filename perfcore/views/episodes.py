"""What is off track, missing or exceptionally good, since when, and who has heard of it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypedDict

from perfcore.register.explanations import Subject
from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.queries import query

CAUSES: Final = (
    "off_target", "no_data", "cannot_meet", "special_cause", "forecast_to_miss", "exceptional",
)  # fmt: skip
MONTHS_LONG: Final = {"day": 1 / 30, "week": 1 / 4, "month": 1, "quarter": 3}
# An exceptionally good result is celebrated, not explained.
TO_EXPLAIN: Final = tuple(cause for cause in CAUSES if cause != "exceptional")


class Rung(TypedDict):
    """A forum that has heard of an exception, and the period from which on."""

    forum: str
    name: str
    period: str
    starts: date
    ends: date


@dataclass(frozen=True, slots=True)
class Episode:
    """An exception of a measure's headline (method 10).

    Attributes
    ----------
    cause
        One of :data:`CAUSES`.
    opened, opened_starts
        The first period in which the cause held.
    closed, closed_starts
        The period in which it closed; empty and None while it is open.
    ended
        ``back``, ``retired``, or empty while it is open.
    escalated_as
        ``exception``, ``data`` or ``celebrate``.
    ladder
        Every forum that has heard of it, the furthest last.
    periods
        In how many periods the cause has held.
    known_on, explain_by
        When its first figure was first reported, and by when it is to be explained.
    as_at
        The day as at which it stands.
    status, frequency, owner, service_name, directorate_name
        Of the measure now.
    """

    measure: str
    name: str
    cause: str
    opened: str
    opened_starts: date
    closed: str
    closed_starts: date | None
    ended: str
    level: str
    escalated_as: str
    ladder: tuple[Rung, ...]
    periods: int
    known_on: date | None
    explain_by: date | None
    as_at: date
    status: str
    frequency: str
    owner: str
    service_name: str
    directorate_name: str

    @property
    def forum_name(self) -> str:
        """The last forum that it was escalated to; empty where the framework has none for it."""
        return self.ladder[-1]["name"] if self.ladder else ""

    @property
    def months(self) -> float:
        """How long its cause has held."""
        return self.periods * MONTHS_LONG.get(self.frequency, 12)

    @property
    def open(self) -> bool:
        """Whether its cause still lasts."""
        return not self.closed

    @property
    def subject(self) -> Subject:
        """What names it in the register."""
        return Subject(self.measure, self.cause, self.opened)

    def heard_by(self, forum: str) -> bool:
        """Whether a forum, by its id, has heard of it."""
        return any(rung["forum"] == forum for rung in self.ladder)

    @property
    def to_explain(self) -> bool:
        """Whether its officer owes an explanation."""
        return self.open and self.cause in TO_EXPLAIN


@dataclass(frozen=True, slots=True)
class ForumHeard:
    """A forum, and how many open exceptions it has heard of."""

    id: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Episodes:
    """The exceptions that the filters leave.

    Attributes
    ----------
    open
        By cause, those that went furthest up first, then the longest; causes without any are left
        out.
    closed
        Those that have ended, the latest first.
    """

    open: Mapping[str, Sequence[Episode]]
    closed: Sequence[Episode]

    @property
    def number(self) -> int:
        """How many are open."""
        return sum(len(found) for found in self.open.values())


def episodes(store: Store, filters: Filters) -> Episodes:
    """The exceptions of every measure that is not retired.

    Parameters
    ----------
    store
        The warehouse.
    filters
        What the reader asks about; a forum among them means those that it has heard of.
    """
    found = _fetch(store, filters, "")
    is_open = [one for one in found if one.open]
    ended = [one for one in found if one.closed_starts]
    return Episodes(
        open={
            cause: tuple(one for one in is_open if one.cause == cause)
            for cause in CAUSES
            if any(one.cause == cause for one in is_open)
        },
        closed=tuple(sorted(ended, key=lambda one: one.closed_starts or date.min, reverse=True)),
    )


def every_episode(store: Store, filters: Filters) -> Sequence[Episode]:
    """Every exception of every measure that is not retired, open and closed."""
    return _fetch(store, filters, "")


def episodes_of(store: Store, measure: str, until: date | None = None) -> tuple[Episode, ...]:
    """The exceptions of one measure: open ones by cause, then those that ended, the latest first.

    Parameters
    ----------
    store
        The warehouse.
    measure
        Its id.
    until
        The day as at which they stand; None for the day of the warehouse.
    """
    found = _fetch(store, Filters(until=until), measure)
    latest_first = sorted(found, key=lambda one: one.opened_starts, reverse=True)
    return tuple(sorted(latest_first, key=lambda one: (not one.open, one.open and _place(one))))


def forums_heard(store: Store, filters: Filters) -> tuple[ForumHeard, ...]:
    """Every forum of the framework, and how many open exceptions it has heard of."""
    heard = Counter(
        rung["forum"] for one in _fetch(store, filters, "") if one.open for rung in one.ladder
    )
    forums = store.fetch(query("forums"), {}, _Forum)
    return tuple(ForumHeard(one.id, one.name, heard[one.id]) for one in forums)


def forums(store: Store) -> dict[str, str]:
    """The name of every forum of the framework, by its id, in its order."""
    return {one.id: one.name for one in store.fetch(query("forums"), {}, _Forum)}


@dataclass(frozen=True, slots=True)
class _Forum:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class _Row:
    """An episode as it stands now."""

    measure: str
    name: str
    cause: str
    opened: str
    opened_starts: date
    closed: str
    closed_starts: date | None
    closed_ends: date | None
    ended: str
    level: str
    escalated_as: str
    ladder: list[Rung]
    held_ends: list[date]
    known_on: date | None
    explain_by: date | None
    as_at: date
    status: str
    frequency: str
    owner: str
    service_name: str
    directorate_name: str

    @property
    def then(self) -> Episode:
        """The episode as it stood on its day."""
        has_closed = self.closed_ends is not None and self.closed_ends <= self.as_at
        ladder = tuple(rung for rung in self.ladder if rung["ends"] <= self.as_at)
        return Episode(
            measure=self.measure,
            name=self.name,
            cause=self.cause,
            opened=self.opened,
            opened_starts=self.opened_starts,
            closed=self.closed if has_closed else "",
            closed_starts=self.closed_starts if has_closed else None,
            ended=self.ended if has_closed else "",
            level=self.level,
            escalated_as=self.escalated_as,
            ladder=ladder,
            periods=sum(ends <= self.as_at for ends in self.held_ends),
            known_on=self.known_on,
            explain_by=self.explain_by,
            as_at=self.as_at,
            status=self.status,
            frequency=self.frequency,
            owner=self.owner,
            service_name=self.service_name,
            directorate_name=self.directorate_name,
        )


def _place(one: Episode) -> int:
    return CAUSES.index(one.cause)


def _fetch(store: Store, filters: Filters, measure: str) -> list[Episode]:
    """Those that went furthest up first, then those that have lasted longest."""
    asked = {**filters.parameters(), "until": filters.until, "measure": measure}
    found = [row.then for row in store.fetch(query("episodes"), asked, _Row)]
    heard = [one for one in found if not filters.forum or one.heard_by(filters.forum)]
    return sorted(heard, key=lambda one: (-len(one.ladder), -one.months))
