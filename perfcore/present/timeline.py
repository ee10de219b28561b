"""When did what happen, drawn to scale?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from string import ascii_uppercase
from typing import Final

from markupsafe import Markup

from perfcore.periods import MONTHS
from perfcore.present import wording
from perfcore.present.days import Across
from perfcore.views.covid import Covid
from perfcore.views.events import Event

_WIDE: Final = 1280
_NARROW: Final = 864
_LETTERED: Final = 10
_LETTER: Final = 6.6
_GENERAL: Final = "national"


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


def timeline(view: Covid) -> Timeline:
    """The events of the weeks shown: up to ten that stand apart are drawn with letters."""
    if view.week is None or view.first is None:
        return Timeline((), Markup(""), Markup(""))
    span = (view.first, view.week + timedelta(days=7))
    lettered = tuple(_lettered(view.events, *span))
    return Timeline(lettered, _drawing(lettered, span, _WIDE), _drawing(lettered, span, _NARROW))


def _lettered(events: Sequence[Event], first: date, last: date) -> Iterator[LetteredEvent]:
    general = [event for event in events if event.kind == _GENERAL] or list(events)
    apart = (last - first) / (_LETTERED + 1)
    letters, free = iter(ascii_uppercase[:_LETTERED]), first
    for event in events:
        drawn = event in general and event.date >= free
        if drawn:
            free = event.date + apart
        yield LetteredEvent(next(letters, "") if drawn else "", event.date, event.title)


def _drawing(events: Sequence[LetteredEvent], span: tuple[date, date], width: int) -> Markup:
    across = Across(*span, 12, width - 12)
    drawn = [event for event in events if event.letter]
    parts = [
        Markup('<rect class="tl-bar" x="12" y="58" width="{}" height="8"/>').format(width - 24)
    ]
    parts += [_month(start, across) for start in _months(*span)]
    parts += [
        _event(event, across(event.date), 12 + 24 * (place % 2), width)
        for place, event in enumerate(drawn)
    ]
    label = "; ".join(f"{e.letter}, {wording.day(e.date, short=True)}: {e.title}" for e in drawn)
    return Markup('<svg width="{}" viewBox="0 0 {} 88" role="img" aria-label="{}">{}</svg>').format(
        width, width, label, Markup("").join(parts)
    )


def _short(event: LetteredEvent, room: float) -> str:
    text = f"{wording.day(event.date, year=False, short=True)} {event.title}"
    letters = int(room / _LETTER)
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _event(event: LetteredEvent, x: float, y: float, width: int) -> Markup:
    room = 2 * width / (_LETTERED + 1) - 34
    text_x, anchor = (x + 14, "start") if x + room + 24 < width else (x - 14, "end")
    return Markup(
        '<path class="ev" d="M{x} {y}V58"/><circle class="ev-c" cx="{x}" cy="{y}" r="9"/>'
        '<text x="{x}" y="{base}" text-anchor="middle">{letter}</text>'
        '<text x="{text_x}" y="{base}" text-anchor="{anchor}">{text}</text>'
    ).format(
        x=f"{x:.1f}", y=f"{y:.0f}", base=f"{y + 4.5:.1f}", letter=event.letter,
        text_x=f"{text_x:.1f}", anchor=anchor, text=_short(event, room),
    )  # fmt: skip


def _months(first: date, last: date) -> Iterator[date]:
    day = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day < last:
        yield day
        day = (day + timedelta(days=32)).replace(day=1)


def _month(start: date, across: Across) -> Markup:
    return Markup(
        '<path class="ev" d="M{x} 58V70"/>'
        '<text class="tick" x="{x}" y="83" text-anchor="middle">{name}</text>'
    ).format(x=f"{across(start):.1f}", name=f"{start.day} {MONTHS[start.month - 1]}")
