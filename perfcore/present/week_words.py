"""What does the weekly report say of the week, of a section, and of a figure that was revised?

Verbs stand in the past tense, because a measure's name can be one thing or many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from perfcore.present import wording
from perfcore.present.headlines import LONGEST
from perfcore.views.covid import Covid, CovidSection, Revision, WeeklyMeasure, WeekPoint

_CLAUSE: Final = re.compile(r"[.;:](?:\s|$)")
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s")
_TITLE: Final = 72
_ABSENT: Final = {
    "suppressed": "Withheld this week",
    "not_applicable": "Not applicable this week",
}
_RUN: Final = 3
_NOTES: Final = 4
_ORDINALS: Final = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def headline(view: Covid) -> str:
    """How the first section's lead measure moved, then the largest moves of the others."""
    leads = [section.lead for section in view.sections]
    first = [text for _, text in filter(None, map(_move, leads[:1]))]
    others = sorted(filter(None, map(_move, leads[1:])), key=lambda one: one[0], reverse=True)
    told = [*first, *(text for _, text in others)][:3]
    for count in range(len(told), 0, -1):
        sentence = wording.capital(wording.listed(told[:count])).rstrip(",") + "."
        if len(sentence) <= LONGEST or count == 1:
            return sentence
    return "No weekly figure has changed since the week before."


def finding(one: WeeklyMeasure) -> str:
    """What a section's chart says, in a title: the note sent with the figure, or its change."""
    said = clause(one.now.note) if one.now else ""
    return said or _change(one)


def clause(note: str) -> str:
    """The first clause of a note, short enough for a title."""
    first = _CLAUSE.split(note, maxsplit=1)[0].strip()
    if len(first) > _TITLE and ", " in first:
        first = first.split(", ", maxsplit=1)[0]
    return first


def sentence(note: str) -> str:
    """The first sentence of a note."""
    return _SENTENCE.split(note, maxsplit=1)[0]


def counted(one: WeeklyMeasure) -> str:
    """What is counted where it is not what is reported: ``added in the week; 1,017 to date``."""
    if not one.derived or one.now is None or one.now.total is None:
        return "added in the week" if one.derived else ""
    total = wording.in_full(one.now.total, one.unit, one.decimals)
    return f"added in the week; {total} to date"


def peak_week(view: Covid, point: WeekPoint) -> str:
    """The week of a peak: ``w/e 19 Apr``, with its year where it is not that of the week shown."""
    shown_year = (view.week + timedelta(days=6)).year if view.week else None
    return f"w/e {wording.day(point.ends, year=point.ends.year != shown_year, short=True)}"


def shown(one: WeeklyMeasure, point: WeekPoint | None) -> str:
    """What stands where a week's figure is expected."""
    if point is None:
        return "None yet"
    if point.value is None and point.total is not None:
        return "Not known"
    return wording.shown_value(point.value, point.marker, one.unit, one.decimals)


def revision(one: WeeklyMeasure, revised: Revision) -> str:
    """How a figure was changed: ``total revised from 19,410 to 18,640``."""
    what = "total" if revised.of_total or one.running else "figure"
    after = wording.amount(revised.after, one.unit, one.decimals)
    if revised.before is None:
        return f"{what} given later, {after}"
    return (
        f"{what} revised from {wording.amount(revised.before, one.unit, one.decimals)} to {after}"
    )


def revisions(view: Covid) -> list[tuple[WeeklyMeasure, WeekPoint, str]]:
    """Every revision in the weeks shown, the latest first."""
    found = [
        (one, point, revision(one, point.revised))
        for _, one in view.measures
        for point in one.points
        if point.revised
    ]
    return sorted(found, key=lambda each: each[1].starts, reverse=True)


def noted(view: Covid) -> tuple[CovidSection, list[WeeklyMeasure]] | None:
    """The first section with notes this week, and the measures they were sent with."""
    for section in view.sections:
        measures = [one for one in section.measures if one.now and one.now.note]
        if measures:
            return section, measures[:_NOTES]
    return None


def source(section: CovidSection) -> str:
    """Over a section's notes: ``From public health``; a name with capitals keeps them."""
    name = section.name
    first = name[:1].lower() if name[1:].islower() else name[:1]
    return f"From {first}{name[1:]}"


def signed(measures: list[WeeklyMeasure]) -> str:
    """Who sent the notes, and when: ``Director of Public Health, 6 October 2020``."""
    first = measures[0]
    day = first.now.reported_on if first.now else None
    return ", ".join(filter(None, (first.owner, wording.day(day) if day else "")))


def reported(view: Covid) -> str:
    """When the week's figures were reported."""
    days = sorted(_days(view))
    if not days:
        return ""
    if days[0] == days[-1]:
        return f"All reported {wording.day(days[0])}."
    return f"Reported from {wording.day(days[0])} to {wording.day(days[-1])}."


def _days(view: Covid) -> Iterator[date]:
    for _, one in view.measures:
        if one.now and one.now.reported_on:
            yield one.now.reported_on


def _move(one: WeeklyMeasure) -> tuple[Decimal, str] | None:
    before = one.before.value if one.before else None
    if not one.change or not before or one.now is None or one.now.value is None:
        return None
    if one.revised and one.revised.of_total:
        return None
    now = wording.in_full(one.now.value, one.unit, one.decimals)
    was = wording.amount(before, one.unit, one.decimals)
    size = _size(one, one.change, before)
    if one.derived:
        return size, f"{one.name} rose by {now}, after {was} the week before,"
    return size, f"{one.name} {'rose' if one.change > 0 else 'fell'} from {was} to {now}"


def _size(one: WeeklyMeasure, change: Decimal, before: Decimal) -> Decimal:
    """How large a move is, so that few and many can be compared: a count varies by its root."""
    if one.unit != "count":
        return abs(change / before)
    return change * change / abs(2 * before + change)


def _change(one: WeeklyMeasure) -> str:
    now = one.now
    if now and now.revised and now.revised.of_total:
        return wording.capital(revision(one, now.revised))
    if now is None or now.value is None:
        return _ABSENT.get(now.marker if now else "", "No figure this week")
    value = wording.in_full(now.value, one.unit, one.decimals)
    if one.change is None or one.before is None or one.before.value is None:
        return f"{value} in the week"
    if not one.change:
        return f"Unchanged at {value}"
    return _direction(one, value, wording.amount(one.before.value, one.unit, one.decimals))


def _direction(one: WeeklyMeasure, value: str, was: str) -> str:
    up = (one.change or 0) > 0
    run = _run(one, up=up)
    if one.peak and one.now and one.peak.starts == one.now.starts and len(one.points) > _RUN:
        return f"The highest so far, at {value}"
    if _RUN <= run < _RUN + len(_ORDINALS):
        return f"{'Up' if up else 'Down'} for the {_ORDINALS[run - _RUN]} week, to {value}"
    return f"{'Up' if up else 'Down'} from {was} to {value}"


def _run(one: WeeklyMeasure, *, up: bool) -> int:
    """How many weeks in a row have gone one way."""
    values = [point.value for point in one.points]
    length = 0
    for now, before in zip(reversed(values), reversed(values[:-1]), strict=False):
        if now is None or before is None or now == before or (now > before) != up:
            break
        length += 1
    return length
