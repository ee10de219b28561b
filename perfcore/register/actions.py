"""Who does what by when, and how far is it?

An action is a row for each step of it: added, progress, revised, closed, removed. Nothing of it is
ever taken away; what was removed stays visible with the reason.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, func, select

from perfcore.access.model import Operation
from perfcore.access.person import Person
from perfcore.register.action import Action, Known, Plan
from perfcore.register.action_rows import action_of
from perfcore.register.audit import record
from perfcore.register.connection import Register
from perfcore.register.errors import RefusedError
from perfcore.register.tables import ACTION
from perfcore.register.texts import check_texts, insist_on

LONGEST: Final = {"title": 200, "owner": 200, "note": 4000}


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
        found = action_of(connection, action)
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
    return action_of(connection, action)


def _summary(action: Action) -> Mapping[str, Any]:
    return {
        "version": action.version,
        "state": action.state,
        "owner": action.plan.owner,
        "due": action.plan.due.isoformat(),
    }
