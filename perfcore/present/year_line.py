"""How does a financial year look beside the one before, in a table row?"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from perfcore.present.sparkline import HEIGHT, WIDTH, Scale, runs, wrap
from perfcore.views.year_lines import YearLine, YearPoint

_MARGIN = 4


def year_line(line: YearLine, width: int = WIDTH, height: int = HEIGHT) -> Markup:
    """The line of this financial year over the lighter one of the year before, target dashed.

    Both run from the first period of the year to its last, so that what stands above each other
    is the same time of year.

    Parameters
    ----------
    line
        Both years.
    width, height
        In pixels.
    """
    across = Scale(0, line.places - 1, _MARGIN, width - _MARGIN)
    down = Scale(*_ends(line), height - _MARGIN, _MARGIN)
    targets = [YearPoint(p.place, p.target, None) for p in line.this_year if p.target is not None]
    last = line.this_year[-1]
    parts = [
        _path("sp-target", targets, across, down),
        _path("sp-before", line.last_year, across, down),
        _path("sp-line", line.this_year, across, down),
        Markup('<circle class="sp-dot" cx="{}" cy="{}" r="3.4"/>').format(
            f"{across(last.place):.1f}", f"{down(last.value):.1f}"
        ),
    ]
    return wrap(Markup("").join(parts), _label(line), width, height)


def _ends(line: YearLine) -> tuple[float, float]:
    points = (*line.this_year, *line.last_year)
    values = [point.value for point in points]
    values += [point.target for point in line.this_year if point.target is not None]
    return min(values), max(values)


def _path(name: str, points: Sequence[YearPoint], across: Scale, down: Scale) -> Markup:
    if not points:
        return Markup("")
    by_place = {point.place: (across(point.place), down(point.value)) for point in points}
    places = range(points[0].place, points[-1].place + 1)
    drawn = " ".join(runs([by_place.get(place) for place in places]))
    return Markup('<path class="{}" d="{}"/>').format(name, drawn)


def _label(line: YearLine) -> str:
    now, before = line.this_year, line.last_year
    same = [point.value for point in before if point.place == now[-1].place]
    said = f"This year from {now[0].value:g} to {now[-1].value:g}"
    then = f"; at the same time last year {same[0]:g}" if same else ""
    return f"{said}{then}; last year from {before[0].value:g} to {before[-1].value:g}"
