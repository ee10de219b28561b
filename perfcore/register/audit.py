"""Who changed what, when, and from what to what?

Every change is a row that names the hash of the row before it, so that a row that was altered,
removed or put in between shows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, Table, desc, func, select

from perfcore.access.model import Operation
from perfcore.access.person import Person
from perfcore.register.connection import Register
from perfcore.register.tables import CHANGE, IN_ORDER

_BEGINNING: Final = "0" * 64
Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A change, as it was recorded.

    Attributes
    ----------
    sequence
        Counts from 1; orders changes whatever the clock said.
    at
        When, in UTC by the clock of the machine that wrote it.
    before, after
        What was there, and what is; None where there was nothing.
    """

    sequence: int
    at: datetime
    who: str
    operation: str
    subject: str
    before: Content | None
    after: Content | None


def record(
    connection: Connection,
    who: str,
    operation: str,
    subject: str,
    before: Content | None,
    after: Content | None,
    now: datetime | None = None,
) -> int:
    """Record a change within the transaction that makes it.

    Parameters
    ----------
    connection
        Of :meth:`perfcore.register.connection.Register.writing`.
    who
        Who makes it.
    operation, subject
        What is done, to what.
    before, after
        As in :class:`Change`.
    now
        The time; the clock's if None.

    Returns
    -------
    int
        Its place in the sequence.
    """
    last = connection.execute(
        select(CHANGE.c.sequence, CHANGE.c.hash).order_by(desc(CHANGE.c.sequence)).limit(1)
    ).first()
    sequence, previous = (last.sequence + 1, last.hash) if last else (1, _BEGINNING)
    row = {
        "sequence": sequence,
        "at": (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds"),
        "who": who,
        "operation": operation,
        "subject": subject,
        "before": _written(before),
        "after": _written(after),
        "previous_hash": previous,
    }
    connection.execute(CHANGE.insert().values(**row, hash=_hash(row)))
    return sequence


def changes(connection: Connection) -> Iterator[Change]:
    """Every change, the first first."""
    for row in connection.execute(select(CHANGE).order_by(CHANGE.c.sequence)):
        yield _change(row)


def latest_changes(register: Register, who: Person, number: int) -> list[Change]:
    """The latest changes, the latest first.

    Parameters
    ----------
    register
        Where.
    who
        Who asks.
    number
        How many at most.

    Raises
    ------
    NotAllowedError
        If they may not see who changed what.
    RegisterError
        If the register cannot be read.
    """
    who.insist(Operation.AUDIT)
    with register.reading() as connection:
        rows = connection.execute(
            select(CHANGE).order_by(desc(CHANGE.c.sequence)).limit(number)
        ).all()
    return [_change(row) for row in rows]


def record_view_as(register: Register, who: Person, other: str) -> None:
    """Record that somebody looks at the dashboard as somebody else would see it.

    Raises
    ------
    NotAllowedError
        If they may not.
    RegisterError
        If the register cannot be written.
    """
    who.insist(Operation.VIEW_AS)
    with register.writing() as connection:
        record(connection, who.name, "access.view_as", other, None, None)


def faults(connection: Connection) -> Iterator[str]:
    """What does not hold together, a sentence each; nothing where all does."""
    previous, expected = _BEGINNING, 1
    for row in connection.execute(select(CHANGE).order_by(CHANGE.c.sequence)).mappings():
        if row["sequence"] != expected:
            yield f"Change {expected} is missing: {row['sequence']} follows {expected - 1}."
        given = {name: value for name, value in row.items() if name != "hash"}
        if row["previous_hash"] != previous:
            yield f"Change {row['sequence']} does not follow the one before it."
        if row["hash"] != _hash(given):
            yield f"Change {row['sequence']} is not what was recorded."
        previous, expected = row["hash"], row["sequence"] + 1
    for table in IN_ORDER[1:]:
        yield from _faults_of(connection, table)


def _faults_of(connection: Connection, table: Table) -> Iterator[str]:
    """Whether a table holds what was recorded, no more and no less."""
    of_it = CHANGE.c.operation.like(f"{table.name}.%")
    saved = connection.execute(select(func.count()).select_from(table)).scalar_one()
    recorded = connection.execute(select(func.count()).select_from(CHANGE).where(of_it))
    if saved != (number := recorded.scalar_one()):
        yield f"{number} changes of {table.name}s were recorded and {saved} are there."
    for row in connection.execute(select(table, CHANGE.c.after).join(CHANGE)).mappings():
        after = _read(row["after"]) or {}
        if any(row[name] != value for name, value in after.items() if name in table.c):
            yield f"What is there of change {row['sequence']} is not what was recorded."


def _change(row: Row[Any]) -> Change:
    return Change(
        row.sequence, datetime.fromisoformat(row.at), row.who, row.operation, row.subject,
        _read(row.before), _read(row.after),
    )  # fmt: skip


def _hash(row: Content) -> str:
    return hashlib.sha256(json.dumps(dict(sorted(row.items()))).encode()).hexdigest()


def _written(content: Content | None) -> str | None:
    return None if content is None else json.dumps(content, sort_keys=True)


def _read(text: str | None) -> Content | None:
    return None if text is None else dict(json.loads(text))
