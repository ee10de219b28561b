"""How does a measure's run of weeks look beside the others?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from perfcore.present import wording
from perfcore.present.days import Across
from perfcore.present.timeline import LetteredEvent
from perfcore.present.week_words import shown
from perfcore.views.covid import WeeklyMeasure, WeekPoint

WIDTHS: Final = (333, 420)
_HEIGHT: Final = 118
_TOP: Final = 36
_FLOOR: Final = 96
_LETTERS_APART: Final = 11
_ROOM: Final = 66


@dataclass(frozen=True, slots=True)
class WeekAxis:
    """The days that all the charts of a page span, and what happened in them."""

    first: date
    last: date
    events: Sequence[LetteredEvent] = ()


def small_chart(one: WeeklyMeasure, axis: WeekAxis, width: int = WIDTHS[0]) -> Markup:
    """A measure's weeks with the lettered events, the peak, what was revised, the last value.

    Parameters
    ----------
    one
        The measure.
    axis
        Shared by all charts of the page.
    width
        In pixels; text keeps its size.
    """
    valued = [(point.starts, float(point.value)) for point in one.points if point.value is not None]
    if not valued:
        return Markup('<p class="note">No figure yet.</p>')
    across = Across(axis.first, axis.last, 4, width - _ROOM)
    down = _Down([value for _, value in valued])
    points = {day: (across(day), down(value)) for day, value in valued}
    parts = [*_letters(axis, across), _days(axis, across), _path(one, points)]
    parts += [*_revised(one, points, across), *_ends(one, points)]
    return Markup(
        '<svg class="smv" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" '
        'aria-label="{label}">{inner}</svg>'
    ).format(w=width, h=_HEIGHT, label=_alternative(one), inner=Markup("").join(parts))


class _Down:
    """Values drawn from zero, or from the lowest where it is below zero."""

    def __init__(self, values: Sequence[float]) -> None:
        self.low = min(0.0, *values)
        self.span = (max(0.0, *values) - self.low) or 1.0

    def __call__(self, value: float) -> float:
        return _FLOOR - (_FLOOR - _TOP) * (value - self.low) / self.span


def _letters(axis: WeekAxis, across: Across) -> Iterator[Markup]:
    taken = -99.0
    for event in axis.events:
        if event.letter and axis.first <= event.date <= axis.last + timedelta(days=6):
            x = across(event.date)
            yield Markup('<path class="ev" d="M{x} 20V96"/>').format(x=f"{x:.1f}")
            if x - taken >= _LETTERS_APART:
                taken = x
                yield Markup(
                    '<text class="tick" x="{x}" y="14" text-anchor="middle">{l}</text>'
                ).format(x=f"{x:.1f}", l=event.letter)


def _days(axis: WeekAxis, across: Across) -> Markup:
    first, last = axis.first + timedelta(days=6), axis.last + timedelta(days=6)
    years = first.year != last.year
    return Markup(
        '<path class="axis" d="M4 96.5H{end}"/><text class="tick" x="4" y="112">{first}</text>'
        '<text class="tick" x="{end}" y="112" text-anchor="end">{last}</text>'
    ).format(
        end=f"{across(axis.last):.1f}",
        first=wording.day(first, year=years, short=True),
        last=wording.day(last, year=years, short=True),
    )


def _path(one: WeeklyMeasure, points: dict[date, tuple[float, float]]) -> Markup:
    steps, pen_down = [], None
    for point in one.points:
        if found := points.get(point.starts):
            follows = pen_down == point.starts - timedelta(days=7)
            steps.append(f"{'L' if follows else 'M'}{found[0]:.1f} {found[1]:.1f}")
            pen_down = point.starts
    return Markup('<path class="sp-line" d="{}"/>').format(" ".join(steps))


def _revised(
    one: WeeklyMeasure, points: dict[date, tuple[float, float]], across: Across
) -> Iterator[Markup]:
    for point in _revisions(one.points):
        x, y = points.get(point.starts, (across(point.starts), float(_FLOOR)))
        yield Markup(
            '<path class="rv" d="M{x} {top}l5 5-5 5-5-5z"/>'
            '<text class="tick" x="{x}" y="{base}" text-anchor="middle">restated</text>'
        ).format(x=f"{x:.1f}", top=f"{y - 5:.1f}", base=f"{_beside(y):.1f}")


def _beside(y: float) -> float:
    return y - 9 if y > _FLOOR - 20 else y + 18


def _revisions(points: Iterable[WeekPoint]) -> Iterator[WeekPoint]:
    return (point for point in points if point.revised)


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
        yield Markup('<text x="{x}" y="{y}" text-anchor="{a}">peak {value}</text>').format(
            x=f"{px:.1f}", y=f"{py - 4:.1f}", a="start" if px < 60 else "middle",
            value=wording.amount(peak.value, one.unit, one.decimals),
        )  # fmt: skip


def _alternative(one: WeeklyMeasure) -> str:
    what = f"{one.name}, added each week" if one.derived else one.name
    said = [f"Line of weeks: {what}", f"now {shown(one, one.now)}"]
    if one.peak and one.peak.value is not None:
        peak = wording.amount(one.peak.value, one.unit, one.decimals)
        said.append(f"highest {peak} {wording.period('week', '', one.peak.starts)}")
    said += [
        f"restated {wording.period('week', '', point.starts)}" for point in _revisions(one.points)
    ][-2:]
    return ", ".join(said)
