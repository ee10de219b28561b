"""Who does what by when, and how far is it?

An action is a row for each step of it: added, progress, revised, closed, removed. Nothing of it is
ever taken away; what was removed stays visible with the reason.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    case,
    func,
    select,
    true,
)

from perfcore.access.model import Operation
from perfcore.access.person import Person
from perfcore.register.audit import record
from perfcore.register.connection import Register
from perfcore.register.errors import RefusedError
from perfcore.register.explanations import Subject
from perfcore.register.tables import ACTION, CHANGE
from perfcore.register.texts import check_texts, insist_on

LONGEST: Final = {"title": 200, "owner": 200, "note": 4000}
STATES: Final = ("open", "closed", "removed")
_ENDING: Final = {"close": "closed", "remove": "removed"}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done.

    Attributes
    ----------
    owner
        A post.
    measures
        The measures that it is to move.
    subject
        The exception that it answers; None where it answers none.
    meeting
        The meeting at which it was agreed; None where it was not.
    """

    title: str
    owner: str
    due: date
    measures: tuple[str, ...] = ()
    subject: Subject | None = None
    meeting: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """The warehouse that somebody had before them, and the day as at which its figures stand."""

    build: str
    as_at: date


@dataclass(frozen=True, slots=True)
class Step:
    """A step of an action.

    Attributes
    ----------
    step
        ``add``, ``progress``, ``revise``, ``close`` or ``remove``.
    note
        What was reported; the reason of a revision or a removal; the evidence of a closing.
    due, owner
        From this step on.
    known
        What its author had before them.
    """

    step: str
    note: str
    due: date
    owner: str
    author: str
    known: Known
    sequence: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Action:
    """An action as it stands; :func:`steps` says how it came to stand so.

    Attributes
    ----------
    plan
        With the owner and the due date as last revised.
    version
        How many steps it has taken.
    last
        The latest of them.
    added_by
        Who added it.
    began
        What they had before them.
    original_due
        By when it was first to be done.
    slips
        How many times it was put off.
    """

    id: int
    plan: Plan
    version: int
    last: Step
    added_by: str
    began: Known
    original_due: date
    slips: int

    @property
    def state(self) -> str:
        """One of :data:`STATES`."""
        return _ENDING.get(self.last.step, "open")

    def overdue(self, today: date) -> bool:
        """Whether it is open and should have been done before a day."""
        return self.state == "open" and self.plan.due < today


class ActionChangedError(RefusedError):
    """Somebody else changed the action in the meantime.

    Attributes
    ----------
    theirs
        The action as it stands now.
    """

    def __init__(self, theirs: Action) -> None:
        self.theirs = theirs
        last = theirs.last
        super().__init__(
            f"{last.author} has changed this action in the meantime: {last.note or last.step}",
            do="What you typed is still here. Look at what they did, and save again.",
        )


def add_action(register: Register, who: Person, plan: Plan, known: Known) -> Action:
    """Add an action.

    Parameters
    ----------
    register
        Where.
    who
        Who adds it.
    plan
        What is to be done.
    known
        What they had before them.

    Raises
    ------
    NotAllowedError
        If they may not add actions about these measures.
    RefusedError
        If the title or the owner is missing or too long, or it is due before it begins.
    RegisterError
        If the register cannot be written.
    """
    who.insist(Operation.ACT, plan.measures)
    check_plan(plan, known)
    with register.writing() as connection:
        return added(connection, who, plan, known)


def report_progress(
    register: Register, who: Person, action: int, note: str, known: Known
) -> Action:
    """Say how far an action is; two people may do so at the same time.

    Raises
    ------
    NotAllowedError, RefusedError, RegisterError
        As for :func:`add_action`.
    """
    insist_on({"how far it is": note})
    return _change(register, who, action, None, known, lambda plan: plan, "progress", note)


def revise(
    register: Register,
    who: Person,
    action: int,
    version: int,
    change: tuple[date, str],
    reason: str,
    known: Known,
) -> Action:
    """Give an action another due date or another owner.

    Parameters
    ----------
    register, who, known
        As for :func:`add_action`.
    action, version
        The action, and the version of it that they had before them.
    change
        When it is due and who owns it from now on.
    reason
        Why.

    Raises
    ------
    ActionChangedError
        If somebody else changed it in the meantime.
    NotAllowedError, RefusedError, RegisterError
        As for :func:`add_action`.
    """
    due, owner = change
    insist_on({"the reason": reason, "the owner": owner})

    def revised(plan: Plan) -> Plan:
        if (due, owner) == (plan.due, plan.owner):
            raise RefusedError("Neither the due date nor the owner is another one.")
        return replace(plan, due=due, owner=owner)

    return _change(register, who, action, version, known, revised, "revise", reason)


def close(
    register: Register, who: Person, action: int, version: int, evidence: str, known: Known
) -> Action:
    """Close an action that has been done, with what shows it.

    Raises
    ------
    ActionChangedError, NotAllowedError, RefusedError, RegisterError
        As for :func:`revise`.
    """
    insist_on({"the evidence": evidence})
    return _change(register, who, action, version, known, lambda plan: plan, "close", evidence)


def remove(
    register: Register, who: Person, action: int, version: int, reason: str, known: Known
) -> Action:
    """Take an action off the list without its being done; it stays visible with the reason.

    Raises
    ------
    ActionChangedError, NotAllowedError, RefusedError, RegisterError
        As for :func:`revise`.
    """
    who.insist(Operation.REMOVE)
    insist_on({"the reason": reason})
    return _change(register, who, action, version, known, lambda plan: plan, "remove", reason)


def check_plan(plan: Plan, known: Known) -> None:
    """Refuse an action that is not whole."""
    insist_on({"what is to be done": plan.title, "the owner": plan.owner})
    check_texts({"title": plan.title, "owner": plan.owner}, LONGEST)
    if plan.due < known.as_at:
        raise RefusedError("It is due before the day as at which the figures stand.")


def added(connection: Connection, who: Person, plan: Plan, known: Known) -> Action:
    """Add an action within a transaction; whether they may is checked by the caller."""
    assert plan.subject is None or plan.measures[:1] == (plan.subject.measure,)
    last = connection.execute(select(func.max(ACTION.c.action))).scalar_one_or_none()
    return _put(connection, who, (last or 0) + 1, None, plan, "add", "", known)


def actions_after(connection: Connection, sequence: int) -> dict[int, Action]:
    """The actions that changed after a change, as they stand now.

    Parameters
    ----------
    connection
        Of the register.
    sequence
        The change; 0 for all.
    """
    if not sequence:
        return _read(connection, _ALL)
    return _read(connection, _CHANGED, sequence=sequence)


def steps(register: Register, action: int) -> tuple[Step, ...]:
    """Every step of an action, the first first; none if there is no such action.

    Raises
    ------
    RegisterError
        If the register cannot be read.
    """
    with register.reading() as connection:
        rows = connection.execute(
            select(ACTION, CHANGE.c.at).join(CHANGE)
            .where(ACTION.c.action == action).order_by(ACTION.c.version)
        ).all()  # fmt: skip
    return tuple(map(_step, rows))


def _change(
    register: Register,
    who: Person,
    action: int,
    version: int | None,
    known: Known,
    into: Callable[[Plan], Plan],
    step: str,
    note: str,
) -> Action:
    check_texts({"note": note}, LONGEST)
    with register.writing() as connection:
        found = _of(connection, action)
        who.insist(Operation.ACT, found.plan.measures, found.plan.owner)
        if version is not None and version != found.version:
            raise ActionChangedError(found)
        if found.state != "open":
            raise RefusedError(f"This action is {found.state} and stays as it is.")
        plan = into(found.plan)
        check_texts({"owner": plan.owner}, LONGEST)
        return _put(connection, who, action, found, plan, step, note, known)


def _put(
    connection: Connection,
    who: Person,
    action: int,
    before: Action | None,
    plan: Plan,
    step: str,
    note: str,
    known: Known,
) -> Action:
    row = {
        "action": action,
        "version": before.version + 1 if before else 1,
        "step": step,
        "title": plan.title,
        "owner": plan.owner,
        "due": plan.due.isoformat(),
        "measures": json.dumps(plan.measures),
        "cause": plan.subject.cause if plan.subject else "",
        "opened": plan.subject.opened if plan.subject else "",
        "meeting": plan.meeting,
        "note": note,
        "author": who.name,
        "as_at": known.as_at.isoformat(),
        "build": known.build,
    }
    was = None if before is None else _summary(before)
    sequence = record(connection, who.name, f"action.{step}", f"action {action}", was, row)
    connection.execute(ACTION.insert().values(sequence=sequence, **row))
    return _of(connection, action)


def _summary(action: Action) -> Mapping[str, Any]:
    return {
        "version": action.version,
        "state": action.state,
        "owner": action.plan.owner,
        "due": action.plan.due.isoformat(),
    }


def _of(connection: Connection, action: int) -> Action:
    found = _read(connection, _ONE, action=action).get(action)
    if found is None:
        raise RefusedError(f"There is no action {action}.")
    return found


def _standing(which: ColumnElement[bool]) -> Select[Any]:
    """Some actions, each as its latest row with what of its first row is needed beside it."""
    before = func.lag(ACTION.c.due).over(partition_by=ACTION.c.action, order_by=ACTION.c.version)
    put_off = case((ACTION.c.due > before, 1), else_=0)
    every = select(ACTION, put_off.label("put_off")).where(which).subquery()
    counted = (
        select(
            every.c.action,
            func.max(every.c.version).label("version"),
            func.sum(every.c.put_off).label("slips"),
        )
        .group_by(every.c.action)
        .subquery()
    )
    first = ACTION.alias("first_row")
    return (
        select(
            ACTION,
            CHANGE.c.at,
            counted.c.slips,
            first.c.due.label("first_due"),
            first.c.author.label("added_by"),
            first.c.build.label("first_build"),
            first.c.as_at.label("first_as_at"),
        )
        .join(CHANGE, CHANGE.c.sequence == ACTION.c.sequence)
        .join(
            counted,
            and_(counted.c.action == ACTION.c.action, counted.c.version == ACTION.c.version),
        )
        .join(first, and_(first.c.action == ACTION.c.action, first.c.version == 1))
        .where(which)
    )


_ALL: Final = _standing(true())
_ONE: Final = _standing(ACTION.c.action == bindparam("action"))
_CHANGED: Final = _standing(
    ACTION.c.action.in_(select(ACTION.c.action).where(ACTION.c.sequence > bindparam("sequence")))
)


def _read(connection: Connection, which: Select[Any], **asked: int) -> dict[int, Action]:
    rows = sorted(connection.execute(which, asked), key=lambda row: int(row.action))
    return {row.action: _action(row) for row in rows}


def _action(row: Row[Any]) -> Action:
    measures = tuple(json.loads(row.measures))
    subject = Subject(measures[0], row.cause, row.opened) if row.cause else None
    due = date.fromisoformat(row.due)
    return Action(
        id=row.action,
        plan=Plan(row.title, row.owner, due, measures, subject, row.meeting),
        version=row.version,
        last=_step(row),
        added_by=row.added_by,
        began=Known(row.first_build, date.fromisoformat(row.first_as_at)),
        original_due=date.fromisoformat(row.first_due),
        slips=int(row.slips),
    )


def _step(row: Row[Any]) -> Step:
    return Step(
        step=row.step,
        note=row.note,
        due=date.fromisoformat(row.due),
        owner=row.owner,
        author=row.author,
        known=Known(row.build, date.fromisoformat(row.as_at)),
        sequence=row.sequence,
        at=datetime.fromisoformat(row.at),
    )
