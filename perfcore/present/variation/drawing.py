"""How is a control chart drawn where it stands beside text, small and without a legend?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from markupsafe import Markup

from perfcore.present import wording
from perfcore.present.sparkline import Scale, pixels, runs
from perfcore.views.control_chart import ChartPoint, ControlChart

_LEFT: Final = 8
_RIGHT: Final = 64
_TOP: Final = 8
_BOTTOM: Final = 20
_SHAPES: Final = {
    "concern": '<rect class="cc-worse" x="{left}" y="{top}" width="7" height="7"/>',
    "improvement": '<path class="cc-better" d="M{left} {y}h7M{x} {top}v7"/>',
    "neither": '<rect class="cc-plain" x="{left}" y="{top}" width="7" height="7"/>',
    "ghost": '<circle class="cc-ghost" cx="{x}" cy="{y}" r="3"/>',
}


@dataclass(frozen=True, slots=True)
class Named:
    """What a drawing is about.

    Attributes
    ----------
    name
        The measure or the member.
    frequency, unit, decimals
        Of the measure.
    """

    name: str
    frequency: str
    unit: str
    decimals: int


def drawing(
    chart: ControlChart,
    named: Named,
    size: tuple[int, int] = (400, 150),
    span: tuple[float, float] | None = None,
    target: float | None = None,
) -> Markup:
    """The points with their mean and limits; nothing where there is no point.

    Parameters
    ----------
    chart
        The chart.
    named
        What it is about.
    size
        Width and height in pixels.
    span
        The least and the greatest number of the scale, for charts that are to be compared; those
        of the chart itself if None.
    target
        To be drawn as a dashed line; None for none.
    """
    width, height = size
    points = chart.points
    if not points:
        return Markup("")
    across = Scale(0, max(len(points) - 1, 1), _LEFT, width - _RIGHT)
    down = Scale(*(span or spanned([chart], target)), height - _BOTTOM, _TOP)
    parts = [
        *_limits(points, across, down),
        *_aim(target, across(len(points) - 1), down),
        _line(points, across, down),
        *_marks(points, across, down),
        *_words(points, named, (across, down), height),
    ]
    return Markup(
        '<svg class="cc" width="{}" height="{}" viewBox="0 0 {} {}" role="img" '
        'aria-label="{}">{}</svg>'
    ).format(width, height, width, height, alternative(chart, named), Markup("").join(parts))


def spanned(charts: Iterable[ControlChart], target: float | None = None) -> tuple[float, float]:
    """The least and the greatest number of some charts, one of which has a point, and a target."""
    numbers = [
        number
        for chart in charts
        for one in chart.points
        for number in (one.value, one.lower, one.upper, target)
        if number is not None
    ]
    return min(numbers), max(numbers)


def alternative(chart: ControlChart, named: Named) -> str:
    """What the drawing says, for readers who do not see it."""
    points, last = chart.points, chart.points[-1]
    first = wording.period(named.frequency, points[0].period, points[0].starts)
    end = wording.period(named.frequency, last.period, last.starts)
    said = [f"Control chart of {named.name}, {first} to {end}, latest {_amount(last.value, named)}"]
    if last.lower is not None and last.upper is not None and last.mean is not None:
        limits = f"{_amount(last.lower, named)} to {_amount(last.upper, named)}"
        said.append(f"mean {_amount(last.mean, named)}, limits {limits}")
        worse, better = (
            sum(one.kind == kind for one in points) for kind in ("concern", "improvement")
        )
        said.append(
            f"{wording.plural(worse, 'point')} worse and {better} better by more than chance"
        )
    else:
        said.append("no limits")
    return "; ".join(said) + "."


def _limits(points: Sequence[ChartPoint], across: Scale, down: Scale) -> Iterator[Markup]:
    places = list(enumerate(points))
    for _, part in groupby(places, lambda one: one[1].partition):
        stretch = list(part)
        one = stretch[0][1]
        if one.lower is None or one.upper is None or one.mean is None:
            continue
        left, right = across(stretch[0][0] - 0.4), across(stretch[-1][0] + 0.4)
        top, middle, bottom = down(one.upper), down(one.mean), down(one.lower)
        edges = f"M{left:.1f} {top:.1f}H{right:.1f}M{left:.1f} {bottom:.1f}H{right:.1f}"
        box = f"M{left:.1f} {top:.1f}H{right:.1f}V{bottom:.1f}H{left:.1f}Z"
        yield Markup(
            f'<path class="cc-band" d="{box}"/><path class="cc-edge" d="{edges}"/>'
            f'<path class="cc-mean" d="M{left:.1f} {middle:.1f}H{right:.1f}"/>'
        )


def _aim(target: float | None, end: float, down: Scale) -> Iterator[Markup]:
    if target is not None:
        path = f"M{_LEFT} {pixels(down(target))}H{pixels(end)}"
        yield Markup('<path class="sp-target" d="{}"/>').format(path)


def _line(points: Sequence[ChartPoint], across: Scale, down: Scale) -> Markup:
    places = [(across(place), down(one.value)) for place, one in enumerate(points)]
    return Markup('<path class="cc-line" d="{}"/>').format("".join(runs(places)))


def _marks(points: Sequence[ChartPoint], across: Scale, down: Scale) -> Iterator[Markup]:
    places = [(across(place), down(one.value), one.kind) for place, one in enumerate(points)]
    spots = "".join(f"M{pixels(x)} {pixels(y)}h0" for x, y, kind in places if not kind)
    if spots:
        yield Markup('<path class="cc-dots" d="{}"/>').format(spots)
    for x, y, kind in places:
        if kind:
            left, top = pixels(x - 3.5), pixels(y - 3.5)
            yield Markup(_SHAPES[kind].format(x=pixels(x), y=pixels(y), left=left, top=top))


def _words(
    points: Sequence[ChartPoint], named: Named, scales: tuple[Scale, Scale], height: int
) -> Iterator[Markup]:
    across, down = scales
    text = Markup('<text class="cc-t{}" x="{}" y="{}">{}</text>')
    first, last = points[0], points[-1]
    end = across(len(points) - 1)
    latest = down(last.value)
    yield text.format(" cc-b", f"{end + 8:.1f}", f"{latest + 4.5:.1f}", _amount(last.value, named))
    for number in (last.upper, last.lower):
        if number is not None and abs(down(number) - latest) > 13:
            y = f"{down(number) + 4:.1f}"
            yield text.format("", f"{end + 8:.1f}", y, _amount(number, named))
    left = wording.period(named.frequency, first.period, first.starts)
    yield text.format("", _LEFT, height - 4, left)
    if len(points) > 1:
        right = wording.period(named.frequency, last.period, last.starts)
        yield text.format(" cc-end", f"{end:.1f}", height - 4, right)


def _amount(value: float, named: Named) -> str:
    return wording.amount(wording.decimal_of(value), named.unit, named.decimals)
