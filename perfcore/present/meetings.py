"""What do the list of meetings, an agenda and a record show?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from perfcore.present import agenda_words, render, wording
from perfcore.present.links import Links
from perfcore.register.meetings import Item, Meeting


def meetings(found: Sequence[Meeting], forums: Mapping[str, str], links: Links) -> str:
    """The page's block: every meeting, those to come first.

    Parameters
    ----------
    found
        In the order in which they are shown.
    forums
        The name of each forum by its id.
    links
        The reader's filters.
    """
    return render.page(
        "meetings",
        found=found,
        forums=forums,
        links=links,
        headline=_headline(found),
        say_of=agenda_words,
    )


def one_meeting(
    meeting: Meeting, agenda: Sequence[Item], forums: Mapping[str, str], links: Links
) -> str:
    """An agenda with what was decided on each item.

    Parameters
    ----------
    meeting
        As it stands.
    agenda
        Its items; of a meeting that is planned, what would be on it today.
    forums, links
        As for :func:`meetings`.
    """
    return render.page(
        "one-meeting",
        meeting=meeting,
        sections=_sections(agenda),
        number=len(agenda),
        forums=forums,
        links=links,
        say_of=agenda_words,
        undecided=sum(meeting.decided(item.key) is None for item in agenda),
    )


def record(meeting: Meeting, organisation: str, forums: Mapping[str, str]) -> str:
    """The record of a meeting as a page of its own, to print or to keep.

    Parameters
    ----------
    meeting
        One that was opened.
    organisation
        The council's name.
    forums
        The name of each forum by its id.
    """
    return render.page(
        "meeting-record",
        meeting=meeting,
        sections=_sections(meeting.agenda),
        forums=forums,
        organisation=organisation,
        say_of=agenda_words,
    )


def title(meeting: Meeting, forums: Mapping[str, str]) -> str:
    """``Senior Leadership Team, 20 October 2020``."""
    return f"{forums.get(meeting.forum, meeting.forum)}, {wording.day(meeting.held_on)}"


def _sections(agenda: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    return [(section, list(found)) for section, found in groupby(agenda, lambda one: one.section)]


def _headline(found: Sequence[Meeting]) -> str:
    if not found:
        return "No meeting is in the diary."
    counts = [
        f"{number} {agenda_words.STATES[state].lower()}"
        for state in ("open", "planned", "closed")
        if (number := sum(one.state == state for one in found))
    ]
    return f"{wording.plural(len(found), 'meeting')}: {wording.listed(counts)}."
