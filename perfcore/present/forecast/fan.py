"""How is a forecast drawn: the last year, then two bands and the likeliest line?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from perfcore.present import wording
from perfcore.present.forecast.words import headline
from perfcore.present.sparkline import Scale, runs
from perfcore.views.forecast import Forecast, PeriodAhead
from perfcore.views.measure_page import HistoryRow, MeasureFacts

_BEFORE: Final = 12
_LEFT: Final = 8
_RIGHT: Final = 104
_TOP: Final = 20
_BOTTOM: Final = 20
_ROW: Final = 15
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Canvas:
    across: Scale
    down: Scale
    width: int
    height: int


def fan(
    found: Forecast,
    history: Sequence[HistoryRow],
    facts: MeasureFacts,
    width: int = 560,
    height: int = 210,
) -> Markup:
    """The drawing; nothing where there is no forecast.

    Parameters
    ----------
    found
        The forecast.
    history
        The measure's periods, oldest first; the last year of them is drawn.
    facts
        Of the measure.
    width, height
        In pixels.
    """
    before = [row for row in history if row.value is not None][-_BEFORE:]
    if not found.ahead or not before:
        return Markup("")
    aims = [one for one in _aims(found) if one is not None]
    numbers = [float(row.value) for row in before if row.value is not None]
    numbers += [float(one) for row in found.ahead for one in (row.low, row.high)] + aims
    canvas = _Canvas(
        Scale(0, len(before) + len(found.ahead) - 1, _LEFT, width - _RIGHT),
        Scale(min(numbers), max(numbers), height - _BOTTOM, _TOP),
        width,
        height,
    )
    parts = [
        _band(found.ahead, before, canvas, inner=False),
        _band(found.ahead, before, canvas, inner=True),
        *_targets(aims, canvas),
        *_lines(found, before, canvas),
        *_words(found, before, facts, canvas),
    ]
    return Markup(
        '<svg class="cc" width="{}" height="{}" viewBox="0 0 {} {}" role="img" '
        'aria-label="{}">{}</svg>'
    ).format(width, height, width, height, alternative(found, facts), Markup("").join(parts))


def alternative(found: Forecast, facts: MeasureFacts) -> str:
    """What the drawing says, for readers who do not see it."""
    last = found.ahead[-1]
    low, high = (_amount(one, facts) for one in (last.low, last.high))
    return (
        f"Forecast of {facts.name} to "
        f"{wording.period(facts.frequency, last.period, last.starts)}: likeliest "
        f"{_amount(last.value, facts)}, 8 in 10 outcomes from {low} to {high}. "
        f"{headline(found, facts)}."
    )


def _aims(found: Forecast) -> tuple[float | None, ...]:
    verdict = found.verdict
    bounds = (verdict.target, verdict.target_low, verdict.target_high)
    return tuple(None if one is None else float(one) for one in bounds)


def _start(before: Sequence[HistoryRow], canvas: _Canvas) -> Place:
    value = before[-1].value
    return canvas.across(len(before) - 1), canvas.down(float(value or 0))


def _band(
    ahead: Sequence[PeriodAhead], before: Sequence[HistoryRow], canvas: _Canvas, *, inner: bool
) -> Markup:
    start = _start(before, canvas)
    tops, bottoms = [start], [start]
    for place, one in enumerate(ahead, start=len(before)):
        low, high = (one.inner_low, one.inner_high) if inner else (one.low, one.high)
        tops.append((canvas.across(place), canvas.down(float(high))))
        bottoms.append((canvas.across(place), canvas.down(float(low))))
    path = " ".join(runs([*tops, *reversed(bottoms)]))
    return Markup('<path class="fc-{}" d="{}Z"/>').format("inner" if inner else "outer", path)


def _targets(aims: Sequence[float], canvas: _Canvas) -> Iterator[Markup]:
    for aim in aims:
        y = canvas.down(aim)
        yield Markup(f'<path class="fc-aim" d="M{_LEFT} {y:.1f}H{canvas.width - _RIGHT + 6}"/>')


def _lines(found: Forecast, before: Sequence[HistoryRow], canvas: _Canvas) -> Iterator[Markup]:
    start = _start(before, canvas)
    seen = [
        (canvas.across(place), canvas.down(float(row.value)))
        for place, row in enumerate(before)
        if row.value is not None
    ]
    said = [start] + [
        (canvas.across(place), canvas.down(float(one.value)))
        for place, one in enumerate(found.ahead, start=len(before))
    ]
    line = Markup('<path class="{}" d="{}"/>')
    yield Markup(f'<path class="fc-now" d="M{start[0]:.1f} {_TOP - 6}V{canvas.height - _BOTTOM}"/>')
    yield line.format("fc-seen", " ".join(runs(seen)))
    yield line.format("fc-likely", " ".join(runs(said)))
    for x, y in seen:
        yield Markup(f'<circle class="cc-dot" cx="{x:.1f}" cy="{y:.1f}" r="2"/>')


def _words(
    found: Forecast, before: Sequence[HistoryRow], facts: MeasureFacts, canvas: _Canvas
) -> Iterator[Markup]:
    text = Markup('<text class="cc-t{}" x="{}" y="{}">{}</text>')
    last, start = found.ahead[-1], _start(before, canvas)
    end = canvas.across(len(before) + len(found.ahead) - 1)
    aim = next((one for one in _aims(found) if one is not None), None)
    said = [
        (canvas.down(float(last.high)), "", _amount(last.high, facts)),
        (canvas.down(float(last.value)), " cc-b", f"Likeliest {_amount(last.value, facts)}"),
        (canvas.down(float(last.low)), "", _amount(last.low, facts)),
    ]
    if aim is not None:
        target = wording.amount(wording.decimal_of(aim), facts.unit, facts.decimals)
        said.append((canvas.down(aim), " fc-t", f"Target {target}"))
    for (_, look, words), y in zip(
        sorted(said), _apart(sorted(one[0] for one in said)), strict=True
    ):
        yield text.format(look, f"{end + 8:.1f}", f"{y + 4:.1f}", words)
    yield text.format("", f"{start[0] + 4:.1f}", _TOP - 8, "forecast")
    first = wording.period(facts.frequency, before[0].period, before[0].starts)
    yield text.format("", _LEFT, canvas.height - 4, first)
    when = wording.period(facts.frequency, last.period, last.starts)
    yield text.format(" cc-end", f"{end:.1f}", canvas.height - 4, when)


def _apart(heights: Sequence[float]) -> list[float]:
    """The same heights, top first, each at least a row under the one before."""
    found: list[float] = []
    for height in heights:
        found.append(max(height, found[-1] + _ROW) if found else height)
    return found


def _amount(value: Decimal, facts: MeasureFacts) -> str:
    return wording.amount(value, facts.unit, facts.decimals)
