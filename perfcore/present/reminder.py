"""What does a reminder to a post say, as HTML and as plain text?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from perfcore.present import action_words, exception_words, render, wording
from perfcore.views.owed import FigureOwed, Owed


@dataclass(frozen=True, slots=True)
class Line:
    """Something owed: what, and what is said of it."""

    what: str
    said: str


@dataclass(frozen=True, slots=True)
class Section:
    """What is owed of one kind."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Reminder:
    """A reminder, as its subject and its two forms."""

    subject: str
    html: str
    text: str


def reminder(owner: str, owed: Owed, organisation: str, as_at: date, address: str = "") -> Reminder:
    """A reminder to a post of all that it owes.

    Parameters
    ----------
    owner
        The post.
    owed
        What it owes.
    organisation
        Whose figures they are.
    as_at
        The day as at which they stand.
    address
        Of the dashboard, for the reader to go to; empty to leave it out.
    """
    sections = [one for one in _sections(owed) if one.lines]
    things = wording.plural(owed.number, "thing")
    context = {
        "owner": owner,
        "sections": sections,
        "organisation": organisation,
        "day": wording.day(as_at),
        "things": things,
        "address": address,
    }
    return Reminder(
        subject=" ".join(f"{organisation} performance: {things} for the {owner}".split()),
        html=render.page("reminder", **context),
        text="\n".join(_text(owner, sections, organisation, wording.day(as_at), address)),
    )


def _sections(owed: Owed) -> Iterator[Section]:
    yield Section(
        "To be explained",
        tuple(
            Line(one.name, f"{exception_words.line(one)}. {exception_words.owed(one)}.")
            for one in owed.explanations
        ),
    )
    yield Section(
        "Actions due",
        tuple(Line(row.action.plan.title, f"Due {action_words.due(row)}.") for row in owed.actions),
    )
    yield Section("Figures due", tuple(Line(one.name, _figure(one)) for one in owed.figures))


def _figure(one: FigureOwed) -> str:
    period = wording.period_key(one.frequency, one.period)
    if one.due_on is None:
        return f"{period}: {wording.plural(one.late_days, 'day')} late."
    return f"{period}: due {wording.day(one.due_on, short=True)}."


def _text(
    owner: str, sections: list[Section], organisation: str, day: str, address: str
) -> Iterator[str]:
    yield f"To the {owner}"
    yield f"{organisation}, as at {day}"
    for section in sections:
        yield ""
        yield f"{section.title}: {len(section.lines)}"
        for line in section.lines:
            yield f"- {line.what}"
            yield f"  {line.said}"
    if address:
        yield ""
        yield f"The dashboard: {address}"
