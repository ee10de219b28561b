"""How has the council moved beside other areas?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from perfcore.present import comparison_words as words
from perfcore.present import wording
from perfcore.present.comparison_strip import tick
from perfcore.present.sparkline import Point, Scale, runs
from perfcore.present.ticks import ticks
from perfcore.views.comparison import Beside, Standing
from perfcore.views.measure_page import MeasureFacts

WIDTH: Final = 620
HEIGHT: Final = 190
_LEFT: Final = 52
_RIGHT: Final = 176
_TOP: Final = 12
_BOTTOM: Final = 26
_LABELS_APART: Final = 17
_LETTER: Final = 7.6
_CLEAR: Final = 12
_GAP: Final = 1.6
Reading = Callable[[Standing], Decimal | None]


@dataclass(frozen=True, slots=True)
class _Trend:
    facts: MeasureFacts
    beside: Beside
    rows: Sequence[Standing]
    marks: Sequence[Decimal]
    across: Scale
    down: Scale
    step: int

    def points(self, reading: Reading) -> Iterator[Point | None]:
        """A line's points, with a gap where a period is missing or has no value."""
        before: int | None = None
        for row in self.rows:
            day, value = row.starts.toordinal(), reading(row)
            if before is not None and day - before > _GAP * self.step:
                yield None
            before = day
            yield None if value is None else (self.across(day), self.down(float(value)))


def trend(facts: MeasureFacts, beside: Beside) -> Markup:
    """The council's line over the set's median and the band of its middle half; or over one area.

    Parameters
    ----------
    facts
        What is measured.
    beside
        Its history; with fewer than two comparable periods a sentence stands in place of lines.
    """
    rows = [row for row in beside.history if not row.refusal]
    if len(rows) < 2:
        return Markup('<p class="note">One period can be compared, so there is no trend yet.</p>')
    drawn = _scaled(facts, beside, rows)
    parts = [*_axes(drawn), *_band(drawn), *_lines(drawn), *_names(drawn)]
    return Markup(
        '<svg class="cs" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" '
        'aria-label="{label}">{inner}</svg>'
    ).format(w=WIDTH, h=HEIGHT, label=_label(drawn), inner=Markup("").join(parts))


def middle(row: Standing) -> Decimal | None:
    """What the council's line is drawn against: the area's value, or the median of the set."""
    return row.area_value if row.kind == "area" else row.median


def _own(row: Standing) -> Decimal | None:
    return row.value


def _scaled(facts: MeasureFacts, beside: Beside, rows: Sequence[Standing]) -> _Trend:
    read = (_own, middle, lambda row: row.lower_quartile, lambda row: row.upper_quartile)
    values = [value for row in rows for one in read if (value := one(row)) is not None]
    low, high = min(values), max(values)
    marks = ticks(Decimal(0) if 0 <= low < high / 2 else low, high)
    days = [row.starts.toordinal() for row in rows]
    return _Trend(
        facts,
        beside,
        rows,
        marks,
        Scale(days[0], days[-1], _LEFT, WIDTH - _RIGHT),
        Scale(float(marks[0]), float(marks[-1]), HEIGHT - _BOTTOM, _TOP),
        min(later - day for day, later in pairwise(days)),
    )


def _axes(drawn: _Trend) -> Iterator[Markup]:
    for mark in drawn.marks:
        y = drawn.down(float(mark))
        yield Markup('<path class="cs-grid" d="M{} {:.1f}H{}"/>').format(_LEFT, y, WIDTH - _RIGHT)
        yield Markup('<text class="tick" x="{}" y="{:.1f}" text-anchor="end">{}</text>').format(
            _LEFT - 8, y + 4.5, tick(drawn.facts, mark)
        )
    for row, anchor in ((drawn.rows[0], "start"), (drawn.rows[-1], "end")):
        when = wording.period(drawn.facts.frequency, row.period, row.starts)
        yield Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="{}">{}</text>').format(
            drawn.across(row.starts.toordinal()), HEIGHT - 7, anchor, when
        )


def _band(drawn: _Trend) -> Iterator[Markup]:
    uppers = _stretches(drawn.points(lambda row: row.upper_quartile))
    lowers = _stretches(drawn.points(lambda row: row.lower_quartile))
    for upper, lower in zip(uppers, lowers, strict=True):
        around = " ".join(f"{x:.1f} {y:.1f}" for x, y in [*upper, *reversed(lower)])
        yield Markup('<path class="cs-band" d="M{}z"/>').format(around)


def _stretches(points: Iterable[Point | None]) -> list[list[Point]]:
    found: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            found.append([])
        else:
            found[-1].append(point)
    return [stretch for stretch in found if stretch]


def _lines(drawn: _Trend) -> Iterator[Markup]:
    for name, reading in (("cs-mid", middle), ("cs-line", _own)):
        yield Markup('<path class="{}" d="{}"/>').format(
            name, " ".join(runs(drawn.points(reading)))
        )
    x, y = [point for point in drawn.points(_own) if point][-1]
    yield Markup('<path class="cs-own" d="M{:.1f} {:.1f}l6 6l-6 6l-6 -6z"/>').format(x, y - 6)


def _names(drawn: _Trend) -> Iterator[Markup]:
    last, them = drawn.rows[-1], drawn.beside.compared_with
    their = "Median" if last.kind == "set" else them.name
    their_value = words.short_fine(drawn.facts, middle(last))
    own_value = words.short(drawn.facts, last.value)
    labels = [
        (drawn.down(float(last.value or 0)), "cs-name", _named(them.organisation, own_value)),
        (drawn.down(float(middle(last) or 0)), "", _named(their, their_value)),
    ]
    (first, *one), (second, *other) = sorted(labels)
    apart = max(0.0, _LABELS_APART - (second - first)) / 2
    for y, (name, text) in ((first - apart, one), (second + apart, other)):
        yield Markup('<text class="{}" x="{}" y="{:.1f}">{}</text>').format(
            name, WIDTH - _RIGHT + _CLEAR, y + 4.5, text
        )


def _named(name: str, value: str) -> str:
    """The name and the value at the end of a line; the value alone where both do not fit."""
    both = f"{name} {value}"
    return both if len(both) * _LETTER <= _RIGHT - _CLEAR else value


def _label(drawn: _Trend) -> str:
    facts, first, last = drawn.facts, drawn.rows[0], drawn.rows[-1]
    them = drawn.beside.compared_with
    when = [wording.period(facts.frequency, row.period, row.starts) for row in (first, last)]
    own = f"{words.amount(facts, first.value)} to {words.amount(facts, last.value)}"
    other = f"{words.fine(facts, middle(first))} to {words.fine(facts, middle(last))}"
    what = f"the median of {them.name}" if last.kind == "set" else them.name
    return (
        f"Line chart, {when[0]} to {when[1]}. {them.organisation} from {own}; {what} from {other}."
    )
