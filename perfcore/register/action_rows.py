"""How is an action read from the rows of its steps?"""

from __future__ import annotations

import json
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

from perfcore.register.action import Action, Known, Plan, Step
from perfcore.register.connection import Register
from perfcore.register.errors import RefusedError
from perfcore.register.explanations import Subject
from perfcore.register.tables import ACTION, CHANGE


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


def action_of(connection: Connection, action: int) -> Action:
    """One action as it stands.

    Raises
    ------
    RefusedError
        If there is none of that number.
    """
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
