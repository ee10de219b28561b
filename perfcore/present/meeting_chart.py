"""How does a measure's last year and a half look on a screen across the room?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from textwrap import wrap
from typing import Final

from markupsafe import Markup

from perfcore.present import wording
from perfcore.present.ticks import ticks
from perfcore.views.events import Event
from perfcore.views.measure_page import HistoryRow, MeasureFacts, MeasurePage

_PERIODS: Final = 18
_EVENTS: Final = 2
_FIRST_LINE: Final = 16
_LINE: Final = 20
_LINES: Final = 2
_BETWEEN_DATES: Final = 100
_LETTER: Final = 8.4


@dataclass(frozen=True, slots=True)
class Size:
    """A chart's size and the room it leaves around the plot, in pixels."""

    width: int
    height: int
    left: int = 56
    right: int = 140
    top: int = 64
    bottom: int = 32


WIDE: Final = Size(608, 326)
NARROW: Final = Size(716, 236)


@dataclass(frozen=True, slots=True)
class _Plot:
    """The rows drawn, and where a place in them and a value lie."""

    rows: Sequence[HistoryRow]
    facts: MeasureFacts
    grid: tuple[Decimal, ...]
    size: Size

    def x(self, place: float) -> float:
        span = self.size.width - self.size.left - self.size.right - 16
        return self.size.left + 8 + span * place / max(len(self.rows) - 1, 1)

    def y(self, value: Decimal) -> float:
        low, high = self.grid[0], self.grid[-1]
        span = self.size.height - self.size.top - self.size.bottom
        return self.size.top + span * float((high - value) / (high - low))

    @property
    def end(self) -> int:
        return self.size.width - self.size.right

    @property
    def valued(self) -> list[tuple[int, HistoryRow, Decimal]]:
        rows = enumerate(self.rows)
        return [(place, row, row.value) for place, row in rows if row.value is not None]


def meeting_chart(view: MeasurePage, size: Size = WIDE) -> Markup:
    """The last 18 periods with the target dashed, the extreme and the latest value named.

    Parameters
    ----------
    view
        The measure.
    size
        Redrawn for each width, so that text keeps its size.

    Returns
    -------
    Markup
        An SVG picture with a text alternative; empty where no period has a value.
    """
    plot = _plot(view, size)
    if plot is None:
        return Markup("")
    parts = [*_grid(plot), *_dates(plot), *_events(plot, view.events), *_target(plot)]
    parts += [_path(plot), *_dots(plot), *_names(plot)]
    return Markup(
        '<svg class="mtc" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" '
        'aria-label="{said}">{parts}</svg>'
    ).format(w=size.width, h=size.height, said=_alternative(plot), parts=Markup("").join(parts))


def _plot(view: MeasurePage, size: Size) -> _Plot | None:
    rows = list(view.history)
    while rows and rows[-1].value is None:
        rows.pop()
    rows = rows[-_PERIODS:]
    amounts = [row.value for row in rows if row.value is not None]
    if not amounts:
        return None
    amounts += [row.target for row in rows if row.target is not None]
    low, high = min(amounts), max(amounts)
    near_zero = low < 0 or low <= (high - low) * 2
    return _Plot(rows, view.facts, ticks(min(low, Decimal(0)) if near_zero else low, high), size)


def _grid(plot: _Plot) -> Iterator[Markup]:
    for tick in plot.grid:
        y = plot.y(tick)
        kind = "axis" if tick == plot.grid[0] else "line"
        yield Markup('<path class="mt-{}" d="M{} {y:.1f}H{}"/>').format(
            kind, plot.size.left, plot.end, y=y
        )
        yield _text(plot.size.left - 8, y + 6, _short(tick, plot.facts), anchor="end")


def _short(tick: Decimal, facts: MeasureFacts) -> str:
    exponent = tick.normalize().as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    return wording.amount(tick, facts.unit, places)


def _dates(plot: _Plot) -> Iterator[Markup]:
    last = len(plot.rows) - 1
    taken = -float("inf")
    for place, row in enumerate(plot.rows):
        x = plot.x(place)
        if place != last and (x - taken < _BETWEEN_DATES or plot.x(last) - x < _BETWEEN_DATES):
            continue
        taken = x
        yield _text(x, plot.size.height - 8, _dated(plot.facts, row), anchor="middle")


def _dated(facts: MeasureFacts, row: HistoryRow) -> str:
    if facts.frequency == "quarter":
        return wording.period("month", row.period, row.ends)
    return wording.period(facts.frequency, row.period, row.starts).removeprefix("w/e ")


def _events(plot: _Plot, events: Sequence[Event]) -> Iterator[Markup]:
    places = [(_place(plot, event.date), event) for event in events]
    inside = [(plot.x(place), event) for place, event in places if place is not None]
    line = 0
    for x, event in inside[-_EVENTS:]:
        said, anchor = _fitted(plot, x, event)
        top = _FIRST_LINE + _LINE * line
        yield Markup('<path class="ev" d="M{x:.1f} {y}V{end}"/>').format(
            x=x, y=top - 12, end=plot.size.height - plot.size.bottom
        )
        for text in said[: _LINES - line]:
            yield _text(
                x + (6 if anchor == "start" else -6),
                _FIRST_LINE + _LINE * line,
                text,
                anchor=anchor,
            )
            line += 1


def _fitted(plot: _Plot, x: float, event: Event) -> tuple[list[str], str]:
    """The event's lines on the side of its rule that has more room."""
    said = f"{wording.month(event.date)[:3]} {event.date.year}: {event.title}"
    right = plot.size.width - x
    anchor, room = ("start", right) if right > x else ("end", x)
    return wrap(said, max(int((room - 8) / _LETTER), 12)), anchor


def _place(plot: _Plot, day: date) -> int | None:
    return next((n for n, row in enumerate(plot.rows) if row.starts <= day <= row.ends), None)


def _target(plot: _Plot) -> Iterator[Markup]:
    steps = []
    for place, row in enumerate(plot.rows):
        if row.target is not None:
            left, right = max(plot.x(place - 0.5), plot.size.left), plot.x(place + 0.5)
            steps.append(f"M{left:.1f} {plot.y(row.target):.1f}H{min(right, plot.end):.1f}")
    if steps:
        yield Markup('<path class="mt-target" d="{}"/>').format("".join(steps))


def _path(plot: _Plot) -> Markup:
    steps = []
    before = -2
    for place, _, value in plot.valued:
        pen = "L" if place == before + 1 else "M"
        steps.append(f"{pen}{plot.x(place):.1f} {plot.y(value):.1f}")
        before = place
    return Markup('<path class="mt-path" d="{}"/>').format("".join(steps))


def _dots(plot: _Plot) -> Iterator[Markup]:
    for place, row, value in plot.valued:
        kind = "mt-open" if row.qualifier else "mt-dot"
        yield Markup('<circle class="{}" cx="{x:.1f}" cy="{y:.1f}" r="5"/>').format(
            kind, x=plot.x(place), y=plot.y(value)
        )


def _names(plot: _Plot) -> Iterator[Markup]:
    place, row, value = plot.valued[-1]
    y, target = plot.y(value) + 8, row.target
    x = plot.end + 10
    yield _text(x, y, f"{_amount(plot, value)} now", "mt-now")
    if target is not None:
        below = plot.y(target) >= plot.y(value)
        clear = max(abs(plot.y(target) + 6 - y), 26.0)
        yield _text(x, y + (clear if below else -clear), f"Target {_amount(plot, target)}", "mt-b")
    yield from _extreme(plot, place)


def _extreme(plot: _Plot, last: int) -> Iterator[Markup]:
    place, row, value = max(plot.valued, key=lambda one: one[2])
    y = plot.y(value) - 13
    crossed = row.target is not None and abs(plot.y(row.target) + 6 - y) < _LINE
    if last - place < 2 or y > plot.size.height / 2 or crossed:
        return
    said = f"{_amount(plot, value)} in {_dated(plot.facts, row)}"
    yield _text(max(plot.x(place), plot.size.left + 50), y, said, "mt-b", "middle")


def _amount(plot: _Plot, value: Decimal) -> str:
    return wording.amount(value, plot.facts.unit, plot.facts.decimals)


def _text(x: float, y: float, said: str, kind: str = "mt-t", anchor: str = "start") -> Markup:
    return Markup('<text class="{}" x="{x:.1f}" y="{y:.1f}" text-anchor="{}">{}</text>').format(
        kind, anchor, said, x=x, y=y
    )


def _alternative(plot: _Plot) -> str:
    first, last = plot.valued[0], plot.valued[-1]
    facts = plot.facts
    target = last[1].target
    aimed = f" Target {_amount(plot, target)}." if target is not None else ""
    return (
        f"Line chart of {facts.name}, {_dated(facts, first[1])} to {_dated(facts, last[1])}: "
        f"from {_amount(plot, first[2])} to {_amount(plot, last[2])}.{aimed}"
    )[:299]
