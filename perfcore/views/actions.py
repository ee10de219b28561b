"""Who is doing what by when, and which of it is late?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from perfcore.register.action import Action
from perfcore.register.contents import Contents
from perfcore.register.explanations import Subject
from perfcore.store import Store
from perfcore.views.episodes import every_episode
from perfcore.views.filters import Filters
from perfcore.views.queries import query

GROUPS: Final = ("overdue", "soon", "later", "closed", "removed")
OPEN_GROUPS: Final = ("overdue", "soon", "later")
SOON_DAYS: Final = 30


@dataclass(frozen=True, slots=True)
class Named:
    """A measure of an action; one that the framework no longer has is called by its id."""

    measure: str
    name: str
    directorate: str = ""
    portfolio: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An action on the list.

    Attributes
    ----------
    group
        One of :data:`GROUPS`.
    days
        How many days it is late; negative while there is time.
    """

    action: Action
    measures: tuple[Named, ...]
    group: str
    days: int


@dataclass(frozen=True, slots=True)
class ActionList:
    """The actions that a reader asks for.

    Attributes
    ----------
    groups
        By when they are due, or how they ended; groups without any are left out.
    owners
        Every owner of an open action that the filters leave, and how many they have.
    """

    groups: Mapping[str, Sequence[Row]]
    owners: Mapping[str, int]

    @property
    def open(self) -> int:
        """How many are open."""
        return sum(len(self.groups.get(group, ())) for group in OPEN_GROUPS)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which actions are asked for.

    Attributes
    ----------
    owners
        The posts whose actions are wanted; empty for all.
    forum
        The id of a forum, for those agreed at its meetings or about an exception that it has heard
        of; empty for all.
    hidden
        The measures that the reader may not see; actions about them are left out.
    """

    owners: tuple[str, ...] = ()
    forum: str = ""
    hidden: frozenset[str] = frozenset()


def action_list(
    store: Store, written: Contents, filters: Filters, wanted: Wanted, today: date
) -> ActionList:
    """The actions that a reader asks for, those due first first.

    Parameters
    ----------
    store
        The warehouse.
    written
        What stands in the register.
    filters
        Directorate and portfolio, of any of an action's measures.
    wanted
        Which of the rest.
    today
        The day that they are late by.
    """
    named = measures_named(store)
    heard = _heard(store, wanted.forum) if wanted.forum else frozenset()
    found = [
        row
        for action in written.actions.values()
        if _is_wanted(action, written, wanted, heard)
        for row in [_row(action, named, today)]
        if _passes(row, filters)
    ]
    owners = Counter(row.action.plan.owner for row in found if row.group in OPEN_GROUPS)
    mine = [row for row in found if not wanted.owners or row.action.plan.owner in wanted.owners]
    mine.sort(key=lambda row: (row.action.plan.due, row.action.id))
    groups: dict[str, list[Row]] = {group: [] for group in GROUPS}
    for row in mine:
        groups[row.group].append(row)
    return ActionList({group: rows for group, rows in groups.items() if rows}, dict(owners))


def one_action(
    store: Store, written: Contents, action: int, hidden: frozenset[str], today: date
) -> Row | None:
    """One action; None where there is none that the reader may see."""
    found = written.actions.get(action)
    if found is None or hidden.intersection(found.plan.measures):
        return None
    return _row(found, measures_named(store), today)


def actions_of(written: Contents, measure: str) -> tuple[Action, ...]:
    """The actions about a measure, the latest first."""
    found = [one for one in written.actions.values() if measure in one.plan.measures]
    return tuple(sorted(found, key=lambda one: one.id, reverse=True))


def measures_named(store: Store) -> Mapping[str, Named]:
    """Every measure by its id."""
    return {one.measure: one for one in store.fetch(query("action_measures"), {}, Named)}


def _row(action: Action, named: Mapping[str, Named], today: date) -> Row:
    measures = tuple(named.get(one, Named(one, one)) for one in action.plan.measures)
    days = (today - action.plan.due).days
    return Row(action, measures, _group(action, today), days)


def _group(action: Action, today: date) -> str:
    if action.state != "open":
        return action.state
    if action.overdue(today):
        return "overdue"
    return "soon" if action.plan.due <= today + timedelta(days=SOON_DAYS) else "later"


def _is_wanted(
    action: Action, written: Contents, wanted: Wanted, heard: frozenset[Subject]
) -> bool:
    if wanted.hidden.intersection(action.plan.measures):
        return False
    if not wanted.forum:
        return True
    meeting = written.meetings.get(action.plan.meeting or 0)
    agreed_there = meeting is not None and meeting.forum == wanted.forum
    return agreed_there or (action.plan.subject in heard)


def _passes(row: Row, filters: Filters) -> bool:
    def any_has(what: str, value: str) -> bool:
        return not value or any(getattr(one, what) == value for one in row.measures)

    return any_has("directorate", filters.directorate) and any_has("portfolio", filters.portfolio)


def _heard(store: Store, forum: str) -> frozenset[Subject]:
    return frozenset(one.subject for one in every_episode(store, Filters()) if one.heard_by(forum))
