"""What do the list of actions and one action show?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from perfcore.present import action_words, exception_words, render, wording
from perfcore.present.links import Links
from perfcore.register.action import Step
from perfcore.register.meetings import Meeting
from perfcore.views.actions import ActionList, Row

SHOWN: Final = 20
MOST_SHOWN: Final = 500
SECTIONS: Final = tuple(action_words.GROUPS)


def actions(
    view: ActionList, links: Links, here: Links, listed: str = "", shown: str = "list"
) -> str:
    """The page's block.

    Parameters
    ----------
    view
        The actions that are asked for.
    links
        The reader's filters.
    here
        The same with what the reader chose on this page alone.
    listed
        The section that is listed whole, as far as :data:`MOST_SHOWN`; empty for none.
    shown
        ``list`` or ``board``.
    """
    return render.page(
        "actions",
        view=view,
        links=links,
        here=here,
        listed=listed,
        shown=shown,
        headline=action_words.headline(view),
        say_of=action_words,
        most=SHOWN,
        most_of_all=MOST_SHOWN,
    )


def agreed_at(meeting: Meeting, forums: Mapping[str, str]) -> str:
    """A meeting in words: ``Senior Leadership Team, 20 October 2020``."""
    return f"{forums.get(meeting.forum, meeting.forum)}, {wording.day(meeting.held_on)}"


def one_action(
    row: Row, steps: Sequence[Step], effects: action_words.Effects, links: Links, agreed_at: str
) -> str:
    """One action with its steps, and whether its measures moved.

    Parameters
    ----------
    row
        The action.
    steps
        Every step of it.
    effects
        Each of its measures before and after.
    links
        The reader's filters.
    agreed_at
        The meeting at which it was agreed, in words; empty for none.
    """
    cause = row.action.plan.subject.cause if row.action.plan.subject else ""
    return render.page(
        "action",
        row=row,
        steps=steps,
        effects=effects,
        links=links,
        agreed_at=agreed_at,
        cause=exception_words.CAUSES.get(cause, ""),
        say_of=action_words,
    )
