"""What is on the agenda of a forum's meeting?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from perfcore.register.action import Action
from perfcore.register.contents import Contents
from perfcore.register.explanations import Explanation, Subject
from perfcore.register.meetings import Decision, Item, Meeting, items_decided
from perfcore.store import Store
from perfcore.views.episodes import Episode, every_episode
from perfcore.views.exceptions import Named
from perfcore.views.filters import Filters
from perfcore.views.queries import query

Taken = tuple[Meeting, Decision]
SECTIONS: Final = (
    "deferred", "sent", "exception", "awaiting", "action", "changed", "celebration",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Something to be put to a meeting.

    Attributes
    ----------
    section
        One of :data:`SECTIONS`: deferred to this meeting, sent by another forum, escalated by the
        framework's rules, without the explanation that is due, an action that is due, an exception
        that closed since the last meeting, exceptionally good.
    episode, action
        What it is about; exactly one of them is given.
    explained
        The explanation that stands; None where there is none.
    decided
        What this or another forum decided last that put it here; None where a rule did.
    is_new
        Whether the exception has opened since the forum's last meeting.
    """

    section: str
    episode: Episode | None = None
    action: Action | None = None
    explained: Explanation | None = None
    decided: Taken | None = None
    is_new: bool = False

    @property
    def key(self) -> str:
        """What names it over meetings."""
        if self.episode is not None:
            return str(self.episode.subject)
        assert self.action is not None
        return action_key(self.action.id)


@dataclass(frozen=True, slots=True)
class _Forum:
    forum: str


def agenda(
    store: Store, written: Contents, forum: str, held_on: date, hidden: frozenset[str]
) -> tuple[AgendaItem, ...]:
    """What would be put to a forum that met now, section by section.

    Parameters
    ----------
    store
        The warehouse.
    written
        What stands in the register.
    forum
        Its id.
    held_on
        The day of the meeting.
    hidden
        The measures that whoever draws it may not see; they are left out.
    """
    episodes = every_episode(store, Filters())
    last = last_meeting(written, forum, held_on)
    since = last.known.as_at if last and last.known else None
    drawing = _Drawing(
        written=written,
        forum=forum,
        held_on=held_on,
        decided=items_decided(one for one in written.meetings.values() if one.state == "closed"),
        chases=any(one.forum == forum for one in store.fetch(query("unexplained"), {}, _Forum)),
        open_then=_open_on(store, since) if since else None,
    )
    found = [*drawing.of_exceptions(episodes), *drawing.of_actions(episodes, hidden)]
    return tuple(sorted(found, key=lambda item: SECTIONS.index(item.section)))


def last_meeting(written: Contents, forum: str, held_on: date) -> Meeting | None:
    """The last meeting of a forum that was held and closed before a day."""
    held = [
        one
        for one in written.meetings.values()
        if one.forum == forum and one.state == "closed" and one.held_on < held_on
    ]
    return max(held, key=lambda one: (one.held_on, one.id), default=None)


def as_seen(meeting: Meeting, hidden: frozenset[str]) -> Meeting:
    """A meeting without the items and decisions about measures that a reader may not see."""
    kept = tuple(item for item in meeting.agenda if item.measure not in hidden)
    keys = {item.key for item in kept}
    decisions = tuple(one for one in meeting.decisions if one.item in keys)
    return replace(meeting, agenda=kept, decisions=decisions)


def measures_on(agenda: Sequence[Item]) -> tuple[Named, ...]:
    """The measures of an agenda in its order, each once."""
    found = {item.measure: item for item in agenda if item.measure}
    titles = {item.measure: item.title for item in agenda if item.section != "action"}
    return tuple(Named(measure, titles.get(measure, item.title)) for measure, item in found.items())


def action_key(action: int) -> str:
    """What names an action on an agenda."""
    return f"action {action}"


def explanation_is_overdue(one: Episode, written: Contents) -> bool:
    """Whether its officer should have explained an exception by now, and has not."""
    late = one.to_explain and one.explain_by is not None and one.as_at > one.explain_by
    return late and one.subject not in written.explained


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What an agenda is drawn from.

    Attributes
    ----------
    decided
        What closed meetings decided, by item.
    chases
        Whether the forum hears of overdue explanations.
    open_then
        The exceptions that were open at the forum's last meeting; None where it never met.
    """

    written: Contents
    forum: str
    held_on: date
    decided: Mapping[str, Sequence[Taken]]
    chases: bool
    open_then: frozenset[Subject] | None

    def of_exceptions(self, episodes: Sequence[Episode]) -> Iterator[AgendaItem]:
        """The exceptions that the forum is to hear of."""
        for one in episodes:
            section, taken = self._section(one)
            if not section and self.chases and explanation_is_overdue(one, self.written):
                section = "awaiting"
            if section:
                yield AgendaItem(
                    section,
                    episode=one,
                    explained=self.written.explained.get(one.subject),
                    decided=taken,
                    is_new=one.open and not self._was_open(one, otherwise=True),
                )

    def of_actions(
        self, episodes: Sequence[Episode], hidden: frozenset[str]
    ) -> Iterator[AgendaItem]:
        """The open actions that are due by the meeting, agreed there or about its exceptions."""
        heard = {one.subject for one in episodes if one.heard_by(self.forum)}
        for action in self.written.actions.values():
            agreed = self.written.meetings.get(action.plan.meeting or 0)
            agreed_here = agreed is not None and agreed.forum == self.forum
            is_due = action.state == "open" and action.plan.due <= self.held_on
            if (
                is_due
                and (agreed_here or action.plan.subject in heard)
                and not hidden.intersection(action.plan.measures)
            ):
                yield AgendaItem("action", action=action)

    def _was_open(self, one: Episode, *, otherwise: bool) -> bool:
        """Whether an exception was open at the last meeting; ``otherwise`` where there was none."""
        return otherwise if self.open_then is None else one.subject in self.open_then

    def _section(self, one: Episode) -> tuple[str, Taken | None]:
        """In which section an exception stands, and what was decided that put it there."""
        history = self.decided.get(str(one.subject), ())
        own = [taken for taken in history if taken[0].forum == self.forum]
        latest = own[-1] if own else None
        sent = [taken for taken in history if taken[1].forum == self.forum]
        if not one.open:
            was_heard = one.heard_by(self.forum) or bool(sent)
            closed_since = was_heard and self._was_open(one, otherwise=False)
            return ("changed", latest) if closed_since else ("", None)
        if latest is not None and latest[1].until is not None:
            return ("deferred", latest) if latest[1].until <= self.held_on else ("", None)
        if sent:
            return "sent", sent[-1]
        if not one.heard_by(self.forum):
            return "", None
        if one.cause == "exceptional":
            return ("celebration", None) if latest is None else ("", None)
        return "exception", latest


def _open_on(store: Store, day: date) -> frozenset[Subject]:
    return frozenset(one.subject for one in every_episode(store, Filters(until=day)) if one.open)
