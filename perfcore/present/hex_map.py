"""How do the places of a breakdown look on a map of equal hexagons?

Every place is as large as any other, so that wide and empty ones do not dominate; five classes
of round numbers, each with its count, and the value in each hexagon.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Final

from markupsafe import Markup

from perfcore.present import wording
from perfcore.views.results import Result
from perfcore.views.split import Hexagon, Member, Split

CLASSES: Final = 5
_SIZE: Final = 42.0
_GAP: Final = 1.5
_LETTERS: Final = 11
_BAR: Final = 84
_STEPS: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
Point = tuple[float, float]
_Side = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Key:
    """One class of the map: what it holds in words, and how many places are in it."""

    number: int
    said: str
    places: int


@dataclass(frozen=True, slots=True)
class HexMap:
    """A map as it is shown.

    Attributes
    ----------
    classes
        The class of each place that has a figure, 1 to 5, by name.
    bars
        A bar for each place that has a figure, in its class's colour, by name.
    withheld, empty
        How many places are withheld, and how many have no figure for another reason.
    """

    drawing: Markup
    keys: tuple[Key, ...]
    classes: Mapping[str, int]
    bars: Mapping[str, Markup]
    withheld: int
    empty: int


def hex_map(split: Split, own: Result, alternative: str) -> HexMap:
    """The map of a split that has one.

    Parameters
    ----------
    split
        Its hexagons must not be empty.
    own
        The measure, for its unit.
    alternative
        What the map says, for readers who do not see it.
    """
    members = {member.member: member for member in split.members}
    bounds = class_bounds(
        [one.value for one in split.valued if one.value is not None], own.decimals
    )
    classes = {
        one.member: _class(one.value, bounds) for one in split.valued if one.value is not None
    }
    shown = [members.get(name) for name in split.hexagons]
    withheld = sum(one is not None and one.status == "suppressed" for one in shown)
    drawn = Markup("").join(_drawn(split, members, classes, own))
    return HexMap(
        drawing=_frame(split, drawn, alternative),
        keys=_keys(
            bounds, Counter(classes[name] for name in split.hexagons if name in classes), own
        ),
        classes=classes,
        bars=_bars(split, classes),
        withheld=withheld,
        empty=sum(one is None or one.value is None for one in shown) - withheld,
    )


def class_bounds(values: Sequence[Decimal], decimals: int) -> tuple[Decimal, ...]:
    """The four round values, equally far apart, at which the second to the fifth class begin.

    Both outer classes are open, so that a few places far above the rest do not push all others
    into the first. Of all round values, those that spread the places most evenly; none where
    there is nothing to tell apart.
    """
    tried = _round_bounds(sorted(values), Decimal(1).scaleb(-decimals))
    return min(tried, key=lambda bounds: _unevenness(values, bounds), default=())


def _unevenness(values: Sequence[Decimal], bounds: Sequence[Decimal]) -> tuple[int, int, Decimal]:
    """The size of the largest class; of equally even bounds, those that leave fewer empty."""
    classes = Counter(_class(value, bounds) for value in values)
    return max(classes.values()), -len(classes), bounds[1] - bounds[0]


def _round_bounds(ordered: Sequence[Decimal], smallest: Decimal) -> Iterator[tuple[Decimal, ...]]:
    if not ordered or ordered[0] == ordered[-1]:
        return
    low, middle = ordered[0], ordered[len(ordered) // 2]
    rough = (ordered[-1] - low) / CLASSES
    for size, power in product(_STEPS, (-1, 0, 1)):
        step = size * Decimal(1).scaleb(rough.adjusted() + power)
        if step % smallest:
            continue
        first = (low // step + 1) * step
        while first <= max(middle, low + step):
            yield tuple(first + number * step for number in range(CLASSES - 1))
            first += step


def corners(place: Hexagon) -> tuple[Point, ...]:
    """The six corners of a place's hexagon, from the top and clockwise."""
    x, y = _centre(place)
    first = 0 if place.layout.endswith("q") else 30
    return tuple(
        (
            x + _SIZE * math.cos(math.radians(first + 60 * corner)),
            y + _SIZE * math.sin(math.radians(first + 60 * corner)),
        )
        for corner in range(6)
    )


def _centre(place: Hexagon) -> Point:
    across, along = math.sqrt(3) * _SIZE, 1.5 * _SIZE
    odd = place.layout.startswith("odd")
    if place.layout.endswith("q"):
        shift = 0.5 if (place.q % 2 == 1) == odd else 0.0
        return place.q * along, -(place.r + shift) * across
    shift = 0.5 if (place.r % 2 == 1) == odd else 0.0
    return (place.q + shift) * across, -place.r * along


def _bars(split: Split, classes: Mapping[str, int]) -> Mapping[str, Markup]:
    """One bar a place, the longest as long as the column; none where a value is under 0."""
    values = {one.member: one.value for one in split.valued if one.value is not None}
    longest = max(values.values(), default=Decimal(0))
    if longest <= 0 or min(values.values()) < 0:
        return {}
    bar = Markup(
        '<svg width="{}" height="12" aria-hidden="true"><g class="hx hx-{}">'
        '<rect x=".5" y=".5" width="{}" height="11"/></g></svg>'
    )
    return {
        name: bar.format(_BAR, classes[name], f"{max(value / longest * (_BAR - 1), 1):.1f}")
        for name, value in values.items()
    }


def _class(value: Decimal, bounds: Sequence[Decimal]) -> int:
    return 1 + sum(value >= bound for bound in bounds)


def _keys(bounds: Sequence[Decimal], counts: Mapping[int, int], own: Result) -> tuple[Key, ...]:
    said = [wording.amount(bound, own.unit, own.decimals) for bound in bounds]
    if not said:
        return tuple(Key(1, "All the same", places) for places in counts.values())
    smallest = Decimal(1).scaleb(-own.decimals)
    ends = [wording.amount(bound - smallest, own.unit, own.decimals) for bound in bounds[1:]]
    between = [
        start if start == end else f"{start} to {end}"
        for start, end in zip(said, ends, strict=False)
    ]
    texts = [f"Under {said[0]}", *between, f"{said[-1]} or more"]
    return tuple(Key(number, text, counts.get(number, 0)) for number, text in enumerate(texts, 1))


def _drawn(
    split: Split, members: Mapping[str, Member], classes: Mapping[str, int], own: Result
) -> Iterator[Markup]:
    for name, place in split.hexagons.items():
        yield _hexagon(place, members.get(name), classes.get(name, 0), own)
    edges = " ".join(_borders(split.hexagons.values()))
    yield Markup('<path class="hx-border" d="{}"/>').format(edges)


def _hexagon(place: Hexagon, member: Member | None, number: int, own: Result) -> Markup:
    x, y = _centre(place)
    value, marker = (member.value, member.marker) if member else (None, "not_available")
    shown = wording.shown_value(value, marker, own.unit, own.decimals)
    lines = _lines(place.name)
    top = y - 3 - 7 * (len(lines) - 1)
    names = Markup("").join(
        Markup('<text class="hx-name" x="{}" y="{}">{}</text>').format(
            f"{x:.1f}", f"{top + 13 * line:.1f}", text
        )
        for line, text in enumerate(lines)
    )
    figure = Markup('<text class="hx-value" x="{}" y="{}">{}</text>').format(
        f"{x:.1f}",
        f"{top + 13 * len(lines) + 3:.1f}",
        shown if value is not None or marker else "x",
    )
    return Markup('<g class="hx hx-{}"><title>{}: {}</title><polygon points="{}"/>{}{}</g>').format(
        number if number else ("c" if marker == "suppressed" else "x"),
        place.name,
        "withheld" if marker == "suppressed" else shown,
        _points(_inside(place)),
        names,
        figure,
    )


def _inside(place: Hexagon) -> Iterator[Point]:
    x, y = _centre(place)
    share = 1 - _GAP / _SIZE
    return ((x + (a - x) * share, y + (b - y) * share) for a, b in corners(place))


def _points(points: Iterator[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _lines(name: str) -> list[str]:
    """A name in two short lines at most; what is left out stands in the table beside the map."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + len(word) < _LETTERS:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    shown = [_short(line) for line in lines[:2]]
    if len(lines) > 2 and not shown[-1].endswith("…"):
        shown[-1] += "…"
    return shown


def _short(line: str) -> str:
    return line if len(line) <= _LETTERS else f"{line[: _LETTERS - 1]}…"


def _borders(places: Collection[Hexagon]) -> Iterator[str]:
    """The sides between places that lie in different larger places."""
    beside: dict[_Side, list[str]] = {}
    lines: dict[_Side, str] = {}
    for place in places:
        around = corners(place)
        for one, other in zip(around, (*around[1:], around[0]), strict=True):
            side = frozenset((round(x), round(y)) for x, y in (one, other))
            beside.setdefault(side, []).append(place.parent)
            lines[side] = f"M{one[0]:.1f} {one[1]:.1f}L{other[0]:.1f} {other[1]:.1f}"
    yield from (lines[side] for side, parents in beside.items() if len(set(parents)) > 1)


def _frame(split: Split, drawn: Markup, alternative: str) -> Markup:
    points = [point for place in split.hexagons.values() for point in corners(place)]
    left, right = min(x for x, _ in points) - 2, max(x for x, _ in points) + 2
    top, bottom = min(y for _, y in points) - 2, max(y for _, y in points) + 2
    box = f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}"
    return Markup(
        '<svg class="hexmap" viewBox="{}" width="{}" role="img" aria-label="{}">{}</svg>'
    ).format(box, f"{right - left:.0f}", alternative, drawn)
