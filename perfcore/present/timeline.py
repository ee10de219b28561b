"""When did what happen, drawn to scale?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from string import ascii_uppercase
from textwrap import wrap
from typing import Final

from markupsafe import Markup

from perfcore.periods import MONTHS
from perfcore.present import wording
from perfcore.present.days import Across
from perfcore.views.covid import Covid
from perfcore.views.events import Event

_WIDE: Final = 1280
_NARROW: Final = 864
_MARGIN: Final = 12
_MOST: Final = 8
_APART: Final = 0.045
_NEAR: Final = timedelta(days=3)
_GENERAL: Final = "national"
_LETTER: Final = 6.6
_LINE: Final = 15
_WRAP: Final = 28
_ROWS: Final = 3
_BAND: Final = 22
Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class LetteredEvent:
    """An event; the ones drawn have a letter."""

    letter: str
    date: date
    title: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events, and their drawing for a wide and a narrow block; text keeps its size in both."""

    events: tuple[LetteredEvent, ...]
    wide: Markup
    narrow: Markup


@dataclass(frozen=True, slots=True)
class _Label:
    """Where an event's words stand; without lines there was no room for them."""

    event: LetteredEvent
    x: float
    row: int
    lines: tuple[str, ...]
    leftwards: bool


def timeline(view: Covid) -> Timeline:
    """The events of the weeks shown: those that stand well apart are drawn with letters.

    Which: the events that open a phase, then again and again the one farthest from those chosen,
    so that letters never touch on the small charts that share the time axis.
    """
    if view.week is None or view.first is None:
        return Timeline((), Markup(""), Markup(""))
    span = (view.first, view.week + timedelta(days=7))
    chosen = _chosen(view.events, view.phases, span)
    letters = iter(ascii_uppercase)
    events = tuple(
        LetteredEvent(next(letters) if event in chosen else "", event.date, event.title)
        for event in view.events
    )
    wide, narrow = (_drawing(events, view.phases, span, width) for width in (_WIDE, _NARROW))
    return Timeline(events, wide, narrow)


def _chosen(events: Sequence[Event], phases: Sequence[Event], span: Span) -> list[Event]:
    general = [event for event in events if event.kind == _GENERAL] or list(events)
    apart = (span[1] - span[0]) * _APART
    chosen = list(_opening(general, phases)) or general[:1]
    while len(chosen) < _MOST:
        far = max(general, key=lambda event: _nearest(event, chosen), default=None)
        if far is None or _nearest(far, chosen) < apart:
            break
        chosen.append(far)
    return chosen


def _opening(events: Sequence[Event], phases: Sequence[Event]) -> Iterator[Event]:
    for phase in phases:
        near = [event for event in events if abs(event.date - phase.date) <= _NEAR]
        if near:
            yield min(near, key=lambda event: abs(event.date - phase.date))


def _nearest(event: Event, chosen: Sequence[Event]) -> timedelta:
    return min((abs(event.date - one.date) for one in chosen), default=timedelta.max)


def _drawing(
    events: Sequence[LetteredEvent], phases: Sequence[Event], span: Span, width: int
) -> Markup:
    across = Across(*span, _MARGIN, width - _MARGIN)
    labels = _placed([event for event in events if event.letter], across, width)
    tops = _tops(labels)
    band = tops[-1]
    parts = [*_band(phases, span, across, band)]
    parts += [_tick(day, across, band) for day in _months(*span)]
    parts += [_event(label, tops[label.row], band) for label in labels]
    begun = [f"{phase.title} from {wording.day(phase.date, short=True)}" for phase in phases]
    told = "; ".join([*begun, *(f"{one.event.letter}, {_told(one.event)}" for one in labels)])
    height = band + _BAND + 20
    return Markup(
        '<svg width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" aria-label="{told}">'
        "{inner}</svg>"
    ).format(w=width, h=f"{height:.0f}", told=told, inner=Markup("").join(parts))


def _told(event: LetteredEvent) -> str:
    return f"{wording.day(event.date, short=True)}: {event.title}"


def _placed(events: Sequence[LetteredEvent], across: Across, width: int) -> list[_Label]:
    """Words to the right of the letter, else to its left, in the first row that has room."""
    free = [0.0] * _ROWS
    labels = []
    for event in events:
        x = across(event.date)
        lines = tuple(
            wrap(f"{wording.day(event.date, year=False, short=True)} {event.title}", _WRAP)
        )
        room = 14 + max(map(len, lines)) * _LETTER
        label = _fitted(_Label(event, x, 0, lines, leftwards=False), room, free, width)
        free[label.row] = max(x + 12, 0 if label.leftwards or not label.lines else x + room + 10)
        labels.append(label)
    return labels


def _fitted(label: _Label, room: float, free: Sequence[float], width: int) -> _Label:
    x, event, lines = label.x, label.event, label.lines
    for row, taken in enumerate(free):
        if x - 10 >= taken and x + room <= width:
            return _Label(event, x, row, lines, leftwards=False)
        if x - room >= taken and x + room > width:
            return _Label(event, x, row, lines, leftwards=True)
    row = min(range(len(free)), key=lambda one: free[one])
    return _Label(event, x, row, (), leftwards=False)


def _tops(labels: Sequence[_Label]) -> list[float]:
    """The top of each row of words, then that of the band below them."""
    tops = [4.0]
    for row in range(_ROWS):
        lines = [max(len(label.lines), 1) for label in labels if label.row == row]
        tops.append(tops[-1] + (_LINE * max(lines) + 8 if lines else 0))
    return [*tops[:-1], tops[-1] + 2]


def _event(label: _Label, top: float, band: float) -> Markup:
    x, y = f"{label.x:.1f}", top + 9
    rule = Markup('<path class="ev" d="M{x} {y}V{band}"/>').format(x=x, y=f"{y:.0f}", band=band)
    mark = Markup(
        '<circle class="ev-c" cx="{x}" cy="{y}" r="9"/>'
        '<text class="b" x="{x}" y="{base}" text-anchor="middle">{letter}</text>'
    ).format(x=x, y=f"{y:.0f}", base=f"{y + 4.5:.1f}", letter=label.event.letter)
    at, anchor = (label.x - 14, "end") if label.leftwards else (label.x + 14, "start")
    words = Markup("").join(
        Markup('<text class="ev-t" x="{}" y="{}" text-anchor="{}">{}</text>').format(
            f"{at:.1f}", f"{y + 4.5 + _LINE * line:.1f}", anchor, text
        )
        for line, text in enumerate(label.lines)
    )
    return rule + mark + words


def _band(phases: Sequence[Event], span: Span, across: Across, top: float) -> Iterator[Markup]:
    yield _bar(across(span[0]), across(span[1]), top, "tl-bar")
    ends = [phase.date for phase in phases[1:]] + [span[1]]
    for place, (phase, end) in enumerate(zip(phases, ends, strict=False)):
        start = across(max(phase.date, span[0]))
        yield _bar(start, across(end), top, f"tl-bar ph{place % 2}")
        if across(end) - start > 14 + len(phase.title) * (_LETTER + 1):
            yield Markup('<text class="b ph-t" x="{}" y="{}">{}</text>').format(
                f"{start + 8:.1f}", f"{top + 15.5:.1f}", phase.title
            )


def _bar(start: float, end: float, top: float, name: str) -> Markup:
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>').format(
        name, f"{start:.1f}", f"{top:.0f}", f"{end - start:.1f}", _BAND
    )


def _months(first: date, last: date) -> Iterator[date]:
    day = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day < last:
        yield day
        day = (day + timedelta(days=32)).replace(day=1)


def _tick(start: date, across: Across, band: float) -> Markup:
    name = MONTHS[start.month - 1] + (f" {start.year}" if start.month == 1 else "")
    return Markup(
        '<path class="axis" d="M{x} {top}v4"/>'
        '<text class="tick" x="{x}" y="{base}" text-anchor="middle">{name}</text>'
    ).format(
        x=f"{across(start):.1f}", top=f"{band + _BAND:.0f}", base=f"{band + _BAND + 16:.0f}",
        name=name,
    )  # fmt: skip
