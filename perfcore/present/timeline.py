"""How do weeks and events look drawn to scale?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from string import ascii_uppercase
from typing import Final

from markupsafe import Markup

from perfcore.periods import MONTHS
from perfcore.present import wording
from perfcore.present.marks import arrow
from perfcore.views.covid import Covid, WeeklyMeasure
from perfcore.views.events import Event

_WIDE: Final = 1280
_NARROW: Final = 864
_LETTERED: Final = 10
_LETTER: Final = 6.6
_GENERAL: Final = "national"
_SMALL_WIDTH: Final = 332
_SMALL_HEIGHT: Final = 118


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


def small_chart(one: WeeklyMeasure, events: Sequence[LetteredEvent]) -> Markup:
    """A measure's weeks with the lettered events, the peak and the last value."""
    valued = [(point.starts, float(point.value)) for point in one.points if point.value is not None]
    if not valued:
        return Markup('<p class="note">No figure yet.</p>')
    first, last = one.points[0].starts, one.points[-1].starts
    across = _across(first, last, 4, _SMALL_WIDTH - 62)
    top = max(0.0, *(value for _, value in valued)) or 1.0
    points = {day: (across(day), 96 - 60 * max(value, 0) / top) for day, value in valued}
    parts = [*_letters(events, across, first, last), _axis(first, last, across)]
    parts += [_path(one, points), *_ends(one, points)]
    return Markup(
        '<svg class="smv" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    ).format(_SMALL_WIDTH, _SMALL_HEIGHT, _alternative(one), Markup("").join(parts))


def moved(change: Decimal | None) -> Markup:
    """An arrow for a change, or nothing."""
    return Markup("") if change is None else arrow(_way(change))


def change_in_words(one: WeeklyMeasure) -> Markup:
    """``Up 6.2 (42%)``, with its arrow."""
    change = one.change
    if change is None:
        return Markup("")
    if change == 0:
        return Markup('<span class="dir">{}<span>Same</span></span>').format(arrow("level"))
    size = wording.difference(abs(change), one.unit, one.decimals).lstrip("+")
    text = f"{'Up' if change > 0 else 'Down'} {size.replace('percentage points', 'points')}"
    before = one.before.value if one.before else None
    share = f"({abs(change / before):.0%})" if before and one.unit != "percent" else ""
    return Markup('<span class="dir">{}<span>{} <span class="mut">{}</span></span></span>').format(
        arrow(_way(change)), text, share
    )


def _way(change: Decimal) -> str:
    return "up" if change > 0 else "down" if change < 0 else "level"


def _lettered(events: Sequence[Event], first: date, last: date) -> Iterator[LetteredEvent]:
    general = [event for event in events if event.kind == _GENERAL] or list(events)
    apart = (last - first) / (_LETTERED + 1)
    letters, free = iter(ascii_uppercase[:_LETTERED]), first
    for event in events:
        drawn = event in general and event.date >= free
        if drawn:
            free = event.date + apart
        yield LetteredEvent(next(letters, "") if drawn else "", event.date, event.title)


class _Across:
    def __init__(self, first: date, last: date, start: float, end: float) -> None:
        self.first, self.start = first, start
        self.step = (end - start) / max((last - first).days, 1)

    def __call__(self, day: date) -> float:
        return self.start + (day - self.first).days * self.step


def _across(first: date, last: date, start: float, end: float) -> _Across:
    return _Across(first, last, start, end)


def _drawing(events: Sequence[LetteredEvent], span: tuple[date, date], width: int) -> Markup:
    across = _across(*span, 12, width - 12)
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


def _month(start: date, across: _Across) -> Markup:
    return Markup(
        '<path class="ev" d="M{x} 58V70"/>'
        '<text class="tick" x="{x}" y="83" text-anchor="middle">{name}</text>'
    ).format(x=f"{across(start):.1f}", name=f"{start.day} {MONTHS[start.month - 1]}")


def _letters(
    events: Iterable[LetteredEvent], across: _Across, first: date, last: date
) -> Iterator[Markup]:
    taken = -99.0
    for event in events:
        if event.letter and first <= event.date <= last + timedelta(days=6):
            x = across(event.date)
            yield Markup('<path class="ev" d="M{x} 20V96"/>').format(x=f"{x:.1f}")
            if x - taken > 11:
                taken = x
                yield Markup(
                    '<text class="tick" x="{x}" y="14" text-anchor="middle">{l}</text>'
                ).format(x=f"{x:.1f}", l=event.letter)


def _axis(first: date, last: date, across: _Across) -> Markup:
    return Markup(
        '<path class="axis" d="M4 96.5H{end}"/><text class="tick" x="4" y="112">{first}</text>'
        '<text class="tick" x="{end}" y="112" text-anchor="end">{last}</text>'
    ).format(
        end=f"{across(last):.1f}",
        first=wording.day(first + timedelta(days=6), year=False, short=True),
        last=wording.day(last + timedelta(days=6), year=False, short=True),
    )


def _path(one: WeeklyMeasure, points: dict[date, tuple[float, float]]) -> Markup:
    steps, pen_down = [], False
    for point in one.points:
        if found := points.get(point.starts):
            steps.append(f"{'L' if pen_down else 'M'}{found[0]:.1f} {found[1]:.1f}")
        pen_down = point.starts in points
    return Markup('<path class="sp-line" d="{}"/>').format(" ".join(steps))


def _ends(one: WeeklyMeasure, points: dict[date, tuple[float, float]]) -> Iterator[Markup]:
    last = next(point for point in reversed(one.points) if point.value is not None)
    x, y = points[last.starts]
    value = wording.amount(last.value or Decimal(0), one.unit, one.decimals)
    yield Markup(
        '<circle class="sp-dot" cx="{x}" cy="{y}" r="3.6"/>'
        '<text class="last" x="{tx}" y="{ty}">{value}</text>'
    ).format(x=f"{x:.1f}", y=f"{y:.1f}", tx=f"{x + 7:.1f}", ty=f"{y + 5:.1f}", value=value)
    peak = one.peak
    if peak and peak.value and peak.starts != last.starts and x - points[peak.starts][0] > 70:
        px, py = points[peak.starts]
        anchor = "start" if px < 60 else "middle"
        yield Markup('<text x="{x}" y="{y}" text-anchor="{a}">peak {value}</text>').format(
            x=f"{px:.1f}", y=f"{py - 4:.1f}", a=anchor,
            value=wording.amount(peak.value, one.unit, one.decimals),
        )  # fmt: skip


def _alternative(one: WeeklyMeasure) -> str:
    now = wording.shown_value(one.now.value if one.now else None, "", one.unit, one.decimals)
    if one.peak is None or one.peak.value is None:
        return f"Line of weeks: {one.name}"
    peak = wording.amount(one.peak.value, one.unit, one.decimals)
    when = wording.period("week", "", one.peak.starts)
    return f"Line of weeks: {one.name}, now {now}, highest {peak} {when}"
