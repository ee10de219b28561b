"""What has been done about a measure's exceptions: explained, decided, acted on?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from perfcore.present import action_words, agenda_words, wording
from perfcore.present.exception_words import NOTHING, Explained
from perfcore.register.contents import Contents
from perfcore.register.explanations import Subject
from perfcore.register.meetings import Decision, Meeting, items_decided
from perfcore.views.actions import actions_of
from perfcore.views.measure_page import MeasurePage


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action in one line."""

    id: int
    title: str
    said: str


@dataclass(frozen=True, slots=True)
class Followed:
    """What stands in the register about a measure.

    Attributes
    ----------
    explained
        The explanations that stand.
    decided
        What meetings decided on each exception, the first first.
    actions
        The latest first.
    """

    explained: Explained = field(default_factory=lambda: NOTHING)
    decided: Mapping[Subject, Sequence[str]] = field(default_factory=lambda: MappingProxyType({}))
    actions: Sequence[ActionLine] = ()


NOT_FOLLOWED: Final = Followed()


def followed(
    written: Contents, view: MeasurePage, forums: Mapping[str, str], today: date
) -> Followed:
    """What stands in the register about a measure.

    Parameters
    ----------
    written
        All that stands.
    view
        The measure.
    forums
        The name of each forum by its id.
    today
        The day that actions are late by.
    """
    decided = items_decided(written.meetings.values())
    subjects = [one.subject for one in view.episodes]
    return Followed(
        explained=written.explained,
        decided={
            one: [_told(taken, forums) for taken in decided.get(str(one), ())] for one in subjects
        },
        actions=[
            ActionLine(one.id, one.plan.title, action_words.in_one_line(one, today))
            for one in actions_of(written, view.facts.measure)
        ],
    )


def _told(taken: tuple[Meeting, Decision], forums: Mapping[str, str]) -> str:
    meeting, one = taken
    forum = forums.get(meeting.forum, meeting.forum)
    when = wording.day(meeting.held_on, short=True)
    return f"{forum}, {when}: {agenda_words.decision(one, forums)}"
