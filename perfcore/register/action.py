"""What is an action: what is to be done by whom and when, and how far is it?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from perfcore.register.explanations import Subject

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
    """An action as it stands; ``action_rows.steps`` says how it came to stand so.

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
