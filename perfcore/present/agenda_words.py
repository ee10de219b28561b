"""What does an agenda say: each item with its facts, and what was decided on it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from perfcore.present import action_words, exception_words, wording
from perfcore.register.action import Action
from perfcore.register.explanations import Explanation
from perfcore.register.meetings import Decision, Item
from perfcore.views.agenda import AgendaItem, Taken
from perfcore.views.episodes import Episode

SECTIONS: Final = {
    "deferred": "Deferred to this meeting",
    "sent": "Sent by another forum",
    "exception": "Exceptions",
    "awaiting": "Explanations overdue",
    "action": "Actions due",
    "changed": "Closed since the last meeting",
    "celebration": "Exceptionally good",
}
KINDS: Final = {
    "noted": "Noted",
    "accepted": "Explanation accepted",
    "more_wanted": "More wanted",
    "deferred": "Deferred",
    "escalated": "Escalated",
    "referred": "Referred",
    "action_added": "Action added",
}
STATES: Final = {"planned": "Planned", "open": "Being held", "closed": "Held"}
_EXCERPT: Final = 600


def items(agenda: Sequence[AgendaItem], forums: Mapping[str, str]) -> tuple[Item, ...]:
    """An agenda in words, to be kept with its meeting.

    Parameters
    ----------
    agenda
        As drawn.
    forums
        The name of each forum by its id.
    """
    return tuple(_item(one, forums) for one in agenda)


def decision(one: Decision, forums: Mapping[str, str]) -> str:
    """What was decided: ``Deferred to 20 November 2020. No time.``"""
    said = KINDS[one.kind]
    if one.until is not None:
        said = f"{said} to {wording.day(one.until)}"
    if one.forum:
        said = f"{said} to {forums.get(one.forum, one.forum)}"
    if one.action is not None:
        said = f"{said} (action {one.action})"
    return f"{said}. {one.note}" if one.note else f"{said}."


def _item(one: AgendaItem, forums: Mapping[str, str]) -> Item:
    if one.episode is not None:
        title, measure = one.episode.name, one.episode.measure
        facts = _facts_of_exception(one.episode, one.explained)
        if one.is_new:
            facts = f"New since the last meeting. {facts}"
    else:
        assert one.action is not None
        title, measure = one.action.plan.title, next(iter(one.action.plan.measures), "")
        facts = _facts_of_action(one.action)
    if one.decided is not None:
        facts = f"{facts} {_before(one.decided, forums)}"
    return Item(one.section, one.key, measure, title, facts)


def _facts_of_exception(one: Episode, explained: Explanation | None) -> str:
    status = wording.STATUS_WORDS.get(one.status, one.status)
    facts = [f"{exception_words.line(one)}.", f"Status now: {status}."]
    if explained is not None:
        facts.append(f"Explained by {explained.elements.officer}: {_short(explained)}")
    elif owed := exception_words.owed(one):
        facts.append(f"{owed}, {one.owner}.")
    return " ".join(facts)


def _short(explained: Explanation) -> str:
    why, plan = explained.elements.why.strip(), explained.elements.plan.strip()
    return f"{_cut(why)} Plan: {_cut(plan)}"


def _cut(text: str) -> str:
    return text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1]}…"


def _facts_of_action(action: Action) -> str:
    facts = [f"{action.plan.owner}, due {wording.day(action.plan.due)}."]
    if slipped := action_words.slipped(action):
        facts.append(f"{slipped}.")
    if told := action_words.latest(action):
        facts.append(f"{_cut(told)}.")
    return " ".join(facts)


def _before(taken: Taken, forums: Mapping[str, str]) -> str:
    meeting, found = taken
    where = f"{forums.get(meeting.forum, meeting.forum)}, {wording.day(meeting.held_on)}"
    return f"{where}: {decision(found, forums)}"
