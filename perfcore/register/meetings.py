"""When does a forum meet, what was on its agenda, and what did it decide?

A meeting is planned, opened and closed, a row for each. Opening keeps the agenda and names the
warehouse that it was drawn from; closing ends what can be decided. So the record of a meeting stays
as it was, whatever figures come later.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, func, select

from perfcore.access.model import Operation
from perfcore.access.person import Person
from perfcore.register.action import Known, Plan
from perfcore.register.actions import added, check_plan
from perfcore.register.audit import record
from perfcore.register.connection import Register
from perfcore.register.errors import RefusedError
from perfcore.register.explanations import Subject
from perfcore.register.tables import CHANGE, DECISION, MEETING
from perfcore.register.texts import check_texts, insist_on

KINDS: Final = (
    "noted", "accepted", "more_wanted", "deferred", "escalated", "referred", "action_added",
)  # fmt: skip
LONGEST: Final = {"note": 4000}
_TO_A_FORUM: Final = ("escalated", "referred")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of an agenda, as it was put to the meeting.

    Attributes
    ----------
    section
        Why it is on the agenda: ``deferred``, ``sent``, ``exception``, ``awaiting``, ``action``,
        ``changed`` or ``celebration``.
    key
        Names it within the meeting, and over meetings: of an exception its subject, of an action
        ``action`` and its number.
    measure
        The measure that it is about; empty for an action about none.
    title, facts
        In words, as they were known then.
    """

    section: str
    key: str
    measure: str
    title: str
    facts: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a meeting decided on an item.

    Attributes
    ----------
    kind
        One of :data:`KINDS`.
    until
        To which day it was deferred.
    forum
        To which forum it was escalated or referred.
    action
        The action that was added.
    """

    item: str
    kind: str
    note: str = ""
    until: date | None = None
    forum: str = ""
    action: int | None = None
    author: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as it stands.

    Attributes
    ----------
    state
        ``planned``, ``open`` or ``closed``.
    agenda, known
        As drawn when it was opened; empty and None before.
    decisions
        In the order in which they were taken; a later one on the same item corrects the earlier.
    """

    id: int
    forum: str
    held_on: date
    state: str
    agenda: tuple[Item, ...] = ()
    known: Known | None = None
    decisions: tuple[Decision, ...] = ()
    closed_at: datetime | None = None

    def decided(self, item: str) -> Decision | None:
        """The decision that stands on an item."""
        found = [one for one in self.decisions if one.item == item]
        return found[-1] if found else None


def plan_meeting(register: Register, who: Person, forum: str, held_on: date) -> Meeting:
    """Put a meeting in the diary.

    Parameters
    ----------
    register
        Where.
    who
        Who plans it.
    forum
        The id of the forum.
    held_on
        The day.

    Raises
    ------
    NotAllowedError
        If they may not hold meetings.
    RefusedError
        If the forum already meets on that day.
    RegisterError
        If the register cannot be written.
    """
    who.insist(Operation.MEET)
    insist_on({"the forum": forum})
    with register.writing() as connection:
        same = and_(MEETING.c.forum == forum, MEETING.c.held_on == held_on.isoformat())
        if connection.execute(select(MEETING.c.meeting).where(same)).first():
            raise RefusedError(f"This forum already has a meeting on {held_on}.")
        last = connection.execute(select(func.max(MEETING.c.meeting))).scalar_one_or_none()
        planned = Meeting((last or 0) + 1, forum, held_on, "planned")
        return _put(connection, who, None, planned)


def open_meeting(
    register: Register, who: Person, meeting: int, agenda: Sequence[Item], known: Known
) -> Meeting:
    """Open a meeting with its agenda.

    Parameters
    ----------
    register, who
        As for :func:`plan_meeting`.
    meeting
        One that is planned.
    agenda
        Its items, each key once.
    known
        The warehouse that they were drawn from.

    Raises
    ------
    NotAllowedError, RefusedError, RegisterError
        As for :func:`plan_meeting`; refused too if it is not planned, so that of two who open it
        the second is told.
    """
    who.insist(Operation.MEET)
    with register.writing() as connection:
        found = _of(connection, meeting, "planned", "has been opened already")
        opened = replace(found, state="open", agenda=tuple(agenda), known=known)
        return _put(connection, who, found, opened)


def decide(register: Register, who: Person, meeting: int, decision: Decision) -> Meeting:
    """Record a decision as it is taken.

    Parameters
    ----------
    register, who
        As for :func:`plan_meeting`.
    meeting
        One that is open.
    decision
        On an item of its agenda.

    Raises
    ------
    NotAllowedError, RefusedError, RegisterError
        As for :func:`plan_meeting`; refused too if the meeting is not open, the item is not on its
        agenda, or the decision lacks the day or the forum that it speaks of.
    """
    who.insist(Operation.MEET)
    with register.writing() as connection:
        found = _of(connection, meeting, "open", "is not open")
        _check(found, who, decision)
        _record(connection, who, meeting, decision)
        return _of(connection, meeting, "open", "is not open")


def decide_on_action(
    register: Register, who: Person, meeting: int, decision: Decision, plan: Plan
) -> Meeting:
    """Add an action that a meeting agrees, and record that; both or nothing.

    Parameters
    ----------
    register, who, meeting, decision
        As for :func:`decide`.
    plan
        The action.

    Raises
    ------
    NotAllowedError, RefusedError, RegisterError
        As for :func:`decide`, and if the action is not whole.
    """
    who.insist(Operation.MEET, plan.measures)
    with register.writing() as connection:
        found = _of(connection, meeting, "open", "is not open")
        assert found.known is not None
        _check(found, who, decision)
        check_plan(plan, found.known)
        action = added(connection, who, replace(plan, meeting=meeting), found.known)
        _record(connection, who, meeting, replace(decision, action=action.id))
        return _of(connection, meeting, "open", "is not open")


def close_meeting(register: Register, who: Person, meeting: int) -> Meeting:
    """Close a meeting; its agenda and decisions stay as they are from now on.

    Raises
    ------
    NotAllowedError, RefusedError, RegisterError
        As for :func:`plan_meeting`; refused too if it is not open.
    """
    who.insist(Operation.MEET)
    with register.writing() as connection:
        found = _of(connection, meeting, "open", "is not open")
        return _put(connection, who, found, replace(found, state="closed"))


def meetings_after(
    connection: Connection, sequence: int, before: Mapping[int, Meeting]
) -> dict[int, Meeting]:
    """The meetings that changed after a change, as they stand now.

    Parameters
    ----------
    connection, sequence
        As for :func:`perfcore.register.actions.actions_after`.
    before
        Every meeting as it stood then.
    """
    changed = connection.execute(
        _meetings().where(MEETING.c.sequence > sequence).order_by(MEETING.c.sequence)
    )
    found = dict(before)
    touched = set()
    for row in changed:
        found[row.meeting] = _with(found.get(row.meeting), row)
        touched.add(row.meeting)
    decided = connection.execute(
        _decisions().where(DECISION.c.sequence > sequence).order_by(DECISION.c.sequence)
    )
    for row in decided:
        meeting = found[row.meeting]
        found[row.meeting] = replace(meeting, decisions=(*meeting.decisions, _decision(row)))
        touched.add(row.meeting)
    return {meeting: found[meeting] for meeting in touched}


def _check(meeting: Meeting, who: Person, decision: Decision) -> None:
    check_texts({"note": decision.note}, LONGEST)
    about = [item.measure for item in meeting.agenda if item.key == decision.item]
    if not about:
        raise RefusedError("This is not on the meeting's agenda.")
    who.insist(Operation.MEET, about)
    if decision.kind not in KINDS:
        raise RefusedError(f"There is no decision {decision.kind!r}.")
    if decision.kind == "deferred" and (
        decision.until is None or decision.until <= meeting.held_on
    ):
        raise RefusedError("To defer it, name a day after this meeting.")
    if decision.kind in _TO_A_FORUM and decision.forum in ("", meeting.forum):
        raise RefusedError("Name the other forum that it goes to.")
    if decision.kind == "more_wanted":
        insist_on({"what more is wanted": decision.note})


def _record(connection: Connection, who: Person, meeting: int, decision: Decision) -> None:
    row = {
        "meeting": meeting,
        "item": decision.item,
        "kind": decision.kind,
        "note": decision.note,
        "until": decision.until.isoformat() if decision.until else "",
        "forum": decision.forum,
        "action": decision.action,
        "author": who.name,
    }
    subject = f"meeting {meeting}: {decision.item}"
    sequence = record(connection, who.name, "decision.take", subject, None, row)
    connection.execute(DECISION.insert().values(sequence=sequence, **row))


def _put(connection: Connection, who: Person, before: Meeting | None, after: Meeting) -> Meeting:
    row = {
        "meeting": after.id,
        "state": after.state,
        "forum": after.forum,
        "held_on": after.held_on.isoformat(),
        "agenda": json.dumps([asdict(item) for item in after.agenda]),
        "as_at": after.known.as_at.isoformat() if after.known else "",
        "build": after.known.build if after.known else "",
        "author": who.name,
    }
    was = {"state": before.state} if before else None
    operation = f"meeting.{'plan' if before is None else after.state}"
    sequence = record(connection, who.name, operation, f"meeting {after.id}", was, row)
    connection.execute(MEETING.insert().values(sequence=sequence, **row))
    return after


def _of(connection: Connection, meeting: int, state: str, otherwise: str) -> Meeting:
    rows = connection.execute(
        _meetings().where(MEETING.c.meeting == meeting).order_by(MEETING.c.sequence)
    )
    found: Meeting | None = None
    for row in rows:
        found = _with(found, row)
    if found is None:
        raise RefusedError(f"There is no meeting {meeting}.")
    if found.state != state:
        raise RefusedError(f"This meeting {otherwise}: it is {found.state}.")
    decided = connection.execute(
        _decisions().where(DECISION.c.meeting == meeting).order_by(DECISION.c.sequence)
    )
    return replace(found, decisions=tuple(map(_decision, decided)))


def _meetings() -> Any:
    return select(MEETING, CHANGE.c.at).join(CHANGE)


def _decisions() -> Any:
    return select(DECISION, CHANGE.c.at).join(CHANGE)


def _with(before: Meeting | None, row: Row[Any]) -> Meeting:
    return Meeting(
        id=row.meeting,
        forum=row.forum,
        held_on=date.fromisoformat(row.held_on),
        state=row.state,
        agenda=tuple(Item(**item) for item in json.loads(row.agenda)),
        known=Known(row.build, date.fromisoformat(row.as_at)) if row.build else None,
        decisions=before.decisions if before else (),
        closed_at=datetime.fromisoformat(row.at) if row.state == "closed" else None,
    )


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        item=row.item,
        kind=row.kind,
        note=row.note,
        until=date.fromisoformat(row.until) if row.until else None,
        forum=row.forum,
        action=row.action,
        author=row.author,
        at=datetime.fromisoformat(row.at),
    )


def subject_of(item: Item) -> Subject | None:
    """The exception that an item is about; None for an action."""
    if item.section == "action":
        return None
    measure, cause, opened = item.key.split(" ", 2)
    return Subject(measure, cause, opened)


def items_decided(meetings: Iterable[Meeting]) -> Mapping[str, Sequence[tuple[Meeting, Decision]]]:
    """Every decision ever taken on each item, the first first."""
    found: dict[str, list[tuple[Meeting, Decision]]] = {}
    for meeting in sorted(meetings, key=lambda one: one.id):
        for decision in meeting.decisions:
            found.setdefault(decision.item, []).append((meeting, decision))
    return found
