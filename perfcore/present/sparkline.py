"""How does a trend look in a table row?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from markupsafe import Markup

from perfcore.present.wording import plural
from perfcore.views.trends import Trend

WIDTH: Final = 96
HEIGHT: Final = 32
_MARGIN: Final = 4
_FEW: Final = 10
Point = tuple[float, float]


def sparkline(trend: Trend, width: int = WIDTH, height: int = HEIGHT) -> Markup:
    """A line of the last points with the target dashed; gaps are left open.

    Parameters
    ----------
    trend
        The points; without any, a dotted line stands for no data.
    width, height
        In pixels.
    """
    present = [value for value in trend.values if value is not None]
    if not present:
        return wrap(_empty(width, height), "No data", width, height)
    across, down = _scales(trend, width, height)
    points = [
        None if value is None else (across(index), down(value))
        for index, value in enumerate(trend.values)
    ]
    drawn = [point for point in points if point]
    parts = [_target(trend, across, down), _line(points), _dots(drawn)]
    return wrap(Markup("").join(parts), _label(present, trend), width, height)


class Scale:
    """Where a number stands along one side of a drawing.

    Parameters
    ----------
    low, high
        The least and the greatest number.
    start, end
        Where they stand, in pixels; everything stands in the middle where they are one.
    """

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        self.low, self.start = low, start
        self.step = (end - start) / (high - low) if high > low else 0.0
        self.middle = (start + end) / 2

    def __call__(self, value: float) -> float:
        """Where a number stands, in pixels."""
        if not self.step:
            return self.middle
        return self.start + (value - self.low) * self.step


def _scales(trend: Trend, width: int, height: int) -> tuple[Scale, Scale]:
    numbers = [value for value in (*trend.values, *trend.targets) if value is not None]
    across = Scale(0, len(trend.values) - 1, _MARGIN, width - _MARGIN)
    down = Scale(min(numbers), max(numbers), height - _MARGIN, _MARGIN)
    return across, down


def _line(points: Sequence[Point | None]) -> Markup:
    path = "".join(runs(points))
    return Markup('<path class="sp-line" d="{}"/>').format(path)


def runs(points: Iterable[Point | None]) -> Iterator[str]:
    """The commands of a path through points, the pen lifted where there is none."""
    pen_down = False
    for point in points:
        if point:
            yield f"{'L' if pen_down else 'M'}{pixels(point[0])} {pixels(point[1])}"
        pen_down = point is not None


def pixels(number: float) -> str:
    """A place in a drawing, to a tenth of a pixel."""
    return f"{number:.1f}".removesuffix(".0")


def _corners(points: Sequence[Point | None]) -> list[Point | None]:
    """The points of a line without those that it passes on the level."""
    return [
        point
        for before, point, after in zip([None, *points], points, [*points[1:], None], strict=False)
        if not (before and point and after and before[1] == point[1] == after[1])
    ]


def _target(trend: Trend, across: Scale, down: Scale) -> Markup:
    points = [
        None if target is None else (across(index), down(target))
        for index, target in enumerate(trend.targets)
    ]
    if not any(points):
        return Markup("")
    if sum(point is not None for point in points) == 1:
        level = next(point[1] for point in points if point)
        points = [(across.start, level), (across.start + 2 * (across.middle - across.start), level)]
    return Markup('<path class="sp-target" d="{}"/>').format("".join(runs(_corners(points))))


def _dots(points: Sequence[Point]) -> Markup:
    small = points[:-1] if len(points) <= _FEW else []
    spots = "".join(f"M{pixels(x)} {pixels(y)}h0" for x, y in small)
    x, y = points[-1]
    last = Markup('<circle class="sp-dot" cx="{}" cy="{}" r="3.4"/>').format(pixels(x), pixels(y))
    return Markup('<path class="sp-dots" d="{}"/>').format(spots) + last if spots else last


def _empty(width: int, height: int) -> Markup:
    middle = height // 2
    return Markup('<path class="sp-none" d="M{} {}H{}"/>').format(_MARGIN, middle, width - _MARGIN)


def _label(present: Sequence[float], trend: Trend) -> str:
    targets = [target for target in trend.targets if target is not None]
    said = f"Last {plural(len(present), 'point')}, from {_said(present[0])} to {_said(present[-1])}"
    spread = f"lowest {_said(min(present))}, highest {_said(max(present))}"
    return f"{said}; {spread}{f'; target {_said(targets[-1])}' if targets else ''}"


def _said(value: float) -> str:
    return f"{value:,.12g}"


def wrap(inner: Markup, label: str, width: int, height: int) -> Markup:
    """A drawing of that size with a text that says the same."""
    return Markup(
        '<svg class="sp" width="{}" height="{}" viewBox="0 0 {} {}" role="img" '
        'aria-label="{}">{}</svg>'
    ).format(width, height, width, height, label, inner)
