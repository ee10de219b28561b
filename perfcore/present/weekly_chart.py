"""How does a measure's run of weeks look beside the others?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from perfcore.present import wording
from perfcore.present.days import Across
from perfcore.present.timeline import LetteredEvent
from perfcore.views.covid import WeeklyMeasure

_SMALL_WIDTH: Final = 332
_SMALL_HEIGHT: Final = 118


def small_chart(one: WeeklyMeasure, events: Sequence[LetteredEvent]) -> Markup:
    """A measure's weeks with the lettered events, the peak and the last value."""
    valued = [(point.starts, float(point.value)) for point in one.points if point.value is not None]
    if not valued:
        return Markup('<p class="note">No figure yet.</p>')
    first, last = one.points[0].starts, one.points[-1].starts
    across = Across(first, last, 4, _SMALL_WIDTH - 62)
    top = max(0.0, *(value for _, value in valued)) or 1.0
    points = {day: (across(day), 96 - 60 * max(value, 0) / top) for day, value in valued}
    parts = [*_letters(events, across, first, last), _axis(first, last, across)]
    parts += [_path(one, points), *_ends(one, points)]
    return Markup(
        '<svg class="smv" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    ).format(_SMALL_WIDTH, _SMALL_HEIGHT, _alternative(one), Markup("").join(parts))


def _letters(
    events: Iterable[LetteredEvent], across: Across, first: date, last: date
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


def _axis(first: date, last: date, across: Across) -> Markup:
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
