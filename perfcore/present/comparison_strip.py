"""How does the council stand among other areas, as a strip of dots?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from perfcore.present import comparison_words as words
from perfcore.present import wording
from perfcore.present.exact import exact
from perfcore.present.sparkline import Scale
from perfcore.present.ticks import ticks
from perfcore.views.comparison import Area, Beside, Standing
from perfcore.views.measure_page import MeasureFacts

WIDTH: Final = 620
_SIDE: Final = 34
_TOP: Final = 26
_DOT: Final = 6
_APART: Final = 13
_LANE: Final = 34
_AXIS: Final = 24
_LABEL: Final = 190
_LETTER: Final = 7.6
_CLEAR: Final = 14


@dataclass(frozen=True, slots=True)
class _Strip:
    facts: MeasureFacts
    row: Standing
    name: str
    them: str
    across: Scale
    piles: Sequence[tuple[Area, float, int]]
    marks: Sequence[Decimal]

    @property
    def floor(self) -> float:
        """Where the lowest dots stand."""
        highest = max((level for *_, level in self.piles), default=0)
        return _TOP + _DOT + highest * _APART + 4

    @property
    def lane(self) -> float:
        """Where the council stands, under all others."""
        return self.floor + _LANE - 8

    @property
    def height(self) -> float:
        """Of the whole drawing."""
        return self.lane + 14 + _AXIS


def strip(facts: MeasureFacts, beside: Beside, areas: Sequence[Area]) -> Markup:
    """Every area as a dot, the council as a diamond below them, the median ruled.

    The middle half of a set is shaded. Beside one area there is a rule at its value, and the
    council has the line of its 95% interval. Every dot has its name and value; so has the table.

    Parameters
    ----------
    facts
        What is measured.
    beside
        With a period that is compared; otherwise nothing is drawn.
    areas
        The areas in that period.
    """
    row = beside.compared
    if row is None or row.value is None:
        return Markup("")
    marks = ticks(*_ends(row, areas))
    across = Scale(float(marks[0]), float(marks[-1]), _SIDE, WIDTH - _SIDE)
    piles = list(_piled(areas, across)) if row.kind == "set" else []
    drawn = _Strip(
        facts, row, beside.compared_with.organisation, beside.compared_with.name,
        across, piles, marks,
    )  # fmt: skip
    parts = [*_band(drawn), *_axis(drawn), *_rule(drawn), *_dots(drawn), *_council(drawn)]
    return Markup(
        '<svg class="cs" width="{w}" height="{h:.0f}" viewBox="0 0 {w} {h:.0f}" role="img" '
        'aria-label="{label}">{inner}</svg>'
    ).format(w=WIDTH, h=drawn.height, label=_label(drawn), inner=Markup("").join(parts))


def _ends(row: Standing, areas: Sequence[Area]) -> tuple[Decimal, Decimal]:
    values = [area.value for area in areas if area.value is not None]
    values += [row.value] if row.value is not None else []
    if row.interval_low is not None and row.interval_high is not None:
        values += [Decimal(row.interval_low), Decimal(row.interval_high)]
    return min(values), max(values)


def _piled(areas: Sequence[Area], across: Scale) -> Iterator[tuple[Area, float, int]]:
    """Each area with its place across and on which level it clears those beside it."""
    ends: list[float] = []
    for area in areas:
        if area.value is None:
            continue
        x = across(float(area.value))
        level = next((n for n, end in enumerate(ends) if x - end >= _APART), len(ends))
        ends[level : level + 1] = [x]
        yield area, x, level


def _band(drawn: _Strip) -> Iterator[Markup]:
    row = drawn.row
    if row.lower_quartile is None or row.upper_quartile is None:
        return
    left, right = (drawn.across(float(end)) for end in (row.lower_quartile, row.upper_quartile))
    yield Markup('<rect class="cs-band" x="{:.1f}" y="{}" width="{:.1f}" height="{:.1f}"/>').format(
        left, _TOP - 4, max(right - left, 1), drawn.lane + 14 - _TOP + 4
    )


def _axis(drawn: _Strip) -> Iterator[Markup]:
    floor = drawn.lane + 14
    yield Markup('<path class="axis" d="M{} {:.1f}H{}"/>').format(_SIDE, floor, WIDTH - _SIDE)
    for mark in drawn.marks:
        yield Markup(
            '<text class="tick" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>'
        ).format(drawn.across(float(mark)), floor + 17, tick(drawn.facts, mark))


def tick(facts: MeasureFacts, mark: Decimal) -> str:
    """A value beside an axis, with the decimals it needs and no more."""
    text = exact(mark)
    places = len(text.partition(".")[2])
    return wording.amount(mark, facts.unit, places)


def _rule(drawn: _Strip) -> Iterator[Markup]:
    row = drawn.row
    if row.kind == "set":
        value, text = row.median, f"Median {words.short_fine(drawn.facts, row.median)}"
    else:
        value, text = row.area_value, f"{drawn.them} {words.short(drawn.facts, row.area_value)}"
    if value is None:
        return
    x = drawn.across(float(value))
    # the council's name stands under the dots, clear of the median's rule
    end = drawn.floor + 10 if row.kind == "set" else drawn.lane + 14
    yield Markup('<path class="cs-rule" d="M{:.1f} {}V{:.1f}"/>').format(x, _TOP - 6, end)
    yield Markup('<text x="{:.1f}" y="{}" text-anchor="{}">{}</text>').format(
        x, _TOP - 11, _anchor(x), text
    )


def _anchor(x: float) -> str:
    if x < _LABEL / 2:
        return "start"
    return "end" if x > WIDTH - _LABEL / 2 else "middle"


def _dots(drawn: _Strip) -> Iterator[Markup]:
    for area, x, level in drawn.piles:
        said = f"{area.name}: {words.short(drawn.facts, area.value)}"
        yield Markup(
            '<circle class="cs-dot" cx="{:.1f}" cy="{:.1f}" r="{}"><title>{}</title></circle>'
        ).format(x, drawn.floor - level * _APART, _DOT, said)


def _council(drawn: _Strip) -> Iterator[Markup]:
    row, y = drawn.row, drawn.lane
    x = drawn.across(float(row.value or 0))
    reach = [x]
    if row.interval_low is not None and row.interval_high is not None:
        reach += [drawn.across(row.interval_low), drawn.across(row.interval_high)]
        yield Markup('<path class="cs-reach" d="M{:.1f} {:.1f}v10m0-5H{:.1f}m0-5v10"/>').format(
            min(reach), y - 5, max(reach)
        )
    said = f"{drawn.name} {words.short(drawn.facts, row.value)}"
    yield Markup(
        '<path class="cs-own" d="M{:.1f} {:.1f}l8 8l-8 8l-8 -8z"><title>{}</title></path>'
    ).format(x, y - 8, said)
    at, level, anchor = _beside(said, x, reach)
    yield Markup('<text class="cs-name" x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>').format(
        at, y + level, anchor, said
    )


def _beside(said: str, x: float, reach: Sequence[float]) -> tuple[float, float, str]:
    """Where the council's name stands: right of its mark or left of it, or else above."""
    room = len(said) * _LETTER + _CLEAR
    if max(reach) + room < WIDTH:
        return max(reach) + _CLEAR, 4.5, "start"
    if min(reach) - room > 0:
        return min(reach) - _CLEAR, 4.5, "end"
    return x, -13.0, _anchor(x)


def _label(drawn: _Strip) -> str:
    row, facts = drawn.row, drawn.facts
    own = f"{drawn.name} at {words.amount(facts, row.value)}"
    if row.kind == "area":
        return f"{own}, {drawn.them} at {words.amount(facts, row.area_value)}."
    values = [area.value for area, *_ in drawn.piles]
    low, high = words.amount(facts, values[0]), words.amount(facts, values[-1])
    return (
        f"Strip plot. {own}; {wording.count_word(row.figures)} others from {low} to {high}, "
        f"median {words.fine(facts, row.median)}. The table has each by name."
    )
