"""What stands in the register, kept in memory and brought up to date by what was added since?

Nothing in the register is ever changed, so what was read once holds; only newer rows are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, desc, select

from perfcore.register.action import Action
from perfcore.register.action_rows import actions_after
from perfcore.register.connection import Register
from perfcore.register.explanations import Explanation, Subject, standing_after
from perfcore.register.meetings import Meeting, meetings_after
from perfcore.register.tables import CHANGE

_EMPTY: Final[Mapping[Any, Any]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in the register at one moment.

    Attributes
    ----------
    state
        The hash of the latest change: what tells this moment from every other.
    sequence
        The number of that change.
    explained
        The version that stands of each explanation.
    actions, meetings
        By their numbers.
    """

    state: str = ""
    sequence: int = 0
    explained: Mapping[Subject, Explanation] = field(default_factory=lambda: _EMPTY)
    actions: Mapping[int, Action] = field(default_factory=lambda: _EMPTY)
    meetings: Mapping[int, Meeting] = field(default_factory=lambda: _EMPTY)


NOTHING: Final = Contents()


def contents(register: Register, before: Contents = NOTHING) -> Contents:
    """What stands now.

    Parameters
    ----------
    register
        Where.
    before
        What stood before, to read on from.

    Raises
    ------
    RegisterError
        If the register cannot be read.
    """
    with register.reading() as connection:
        last = connection.execute(
            select(CHANGE.c.sequence, CHANGE.c.hash).order_by(desc(CHANGE.c.sequence)).limit(1)
        ).first()
        if last is None:
            return NOTHING
        if last.hash == before.state:
            return before
        since = before if _went_on(connection, before) else NOTHING
        return Contents(
            state=last.hash,
            sequence=last.sequence,
            explained={**since.explained, **standing_after(connection, since.sequence)},
            actions={**since.actions, **actions_after(connection, since.sequence)},
            meetings={
                **since.meetings,
                **meetings_after(connection, since.sequence, since.meetings),
            },
        )


def _went_on(connection: Connection, before: Contents) -> bool:
    """Whether what was read before still lies there: another register may have been restored."""
    found = connection.execute(select(CHANGE.c.hash).where(CHANGE.c.sequence == before.sequence))
    return found.scalar_one_or_none() == before.state
