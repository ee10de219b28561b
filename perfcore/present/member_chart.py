"""How are the members of a breakdown drawn, each in its table row, on one scale?

Rates and means are dots against the target, with the council's own value ruled; counts are bars
from zero. Places on the scale are per cent of the cell's width, so a drawing fits any width.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from perfcore.present import wording
from perfcore.views.results import Result
from perfcore.views.split import Member, Split

_EDGE: Final = 3.0
_STEPS: Final = (1.0, 2.0, 5.0, 10.0)
_TICKS: Final = 3


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale of all rows.

    Attributes
    ----------
    low, high
        The values at its ends.
    ticks
        Round values between them.
    bars
        Whether members are bars from zero; dots otherwise.
    targets
        The target, or the two bounds of a range; none where members are not judged.
    council
        The council's value; None where it is a sum, beside which its members have no place.
    """

    low: float
    high: float
    ticks: tuple[float, ...]
    bars: bool
    targets: tuple[float, ...]
    council: float | None

    def at(self, value: float) -> str:
        """Where a value lies, in per cent of the width."""
        share = (value - self.low) / (self.high - self.low)
        return f"{_EDGE + share * (100 - 2 * _EDGE):.1f}%"


def scale_of(split: Split, own: Result, versus: str) -> Scale | None:
    """The scale on which all members are drawn; None where none has a figure."""
    judged = split.facts.judged
    values = [float(one.value) for one in split.valued if one.value is not None]
    if not values:
        return None
    earlier = [float(was) for one in split.valued if (was := before(one, versus)) is not None]
    targets = _targets(own) if judged else ()
    council = _number(split.council.value) if judged else None
    ruled = [*targets, *([] if council is None else [council])]
    low, high = _span([*values, *earlier, *ruled], from_zero=not judged)
    return Scale(low, high, tuple(_ticks(low, high)), not judged, targets, council)


def before(member: Member, versus: str) -> Decimal | None:
    """The earlier figure that stands beside a member's own."""
    return member.value_last_year if versus == "year" else member.value_before


def row(member: Member, scale: Scale, versus: str) -> Markup:
    """A member's drawing; hidden from screen readers, for whom the row's figures say it."""
    if member.value is None:
        return Markup("")
    now, was = float(member.value), _number(before(member, versus))
    mark = _bar(now, scale) if scale.bars else _stem(now, scale)
    parts = [*_rules(scale), mark, *_earlier(was, now, scale)]
    if not scale.bars:
        parts.append(
            Markup('<circle class="mc-dot" cx="{}" cy="50%" r="5"/>').format(scale.at(now))
        )
    return _drawing(parts)


def rules(scale: Scale) -> Markup:
    """A row without a mark, in which the rules go on."""
    return _drawing([*_rules(scale)])


def head(scale: Scale, own: Result) -> Markup:
    """The scale's ticks, and what its rules stand for."""
    texts = []
    for value in scale.ticks:
        shown = wording.amount(Decimal(repr(value)), own.unit, _decimals(scale.ticks))
        texts.append(_text(scale, value, "100%", -3, "mc-tick", shown))
    if scale.council is not None and own.value is not None:
        label = f"council {wording.amount(own.value, own.unit, own.decimals)}"
        texts.append(_text(scale, scale.council, "0", 27, "mc-label", label))
    if scale.targets:
        texts.append(_text(scale, scale.targets[-1], "0", 12, "mc-label", _target_said(own)))
    return Markup('<svg class="mc-head" aria-hidden="true">{}</svg>').format(Markup("").join(texts))


def _target_said(own: Result) -> str:
    if own.target_low is not None and own.target_high is not None:
        low = wording.amount(own.target_low, own.unit, own.decimals)
        return f"target {low} to {wording.amount(own.target_high, own.unit, own.decimals)}"
    return f"target {wording.amount(own.target or Decimal(0), own.unit, own.decimals)}"


def _targets(own: Result) -> tuple[float, ...]:
    if own.target_low is not None and own.target_high is not None:
        return float(own.target_low), float(own.target_high)
    return () if own.target is None else (float(own.target),)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _span(values: Sequence[float], *, from_zero: bool) -> tuple[float, float]:
    low, high = min(values), max(values)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    elif low > 0 and high - low > low:
        low = 0.0
    room = (high - low) * 0.04
    low, high = (low if low == 0 else low - room), (high if high == 0 else high + room)
    return (low, high) if high > low else (low - 1, high + 1)


def _ticks(low: float, high: float) -> Iterator[float]:
    rough = (high - low) / _TICKS
    power = 10 ** math.floor(math.log10(rough))
    step = next(size * power for size in _STEPS if size * power >= rough * 0.999)
    for number in range(math.ceil(low / step), math.floor(high / step) + 1):
        yield round(number * step, 10)


def _decimals(ticks: Sequence[float]) -> int:
    return max((len(f"{tick:.6f}".rstrip("0").partition(".")[2]) for tick in ticks), default=0)


def _rules(scale: Scale) -> Iterator[Markup]:
    for value in scale.ticks:
        yield _rule(scale, value, "mc-grid")
    if scale.bars and scale.low <= 0 <= scale.high:
        yield _rule(scale, 0.0, "mc-zero")
    for value in scale.targets:
        yield _rule(scale, value, "mc-target")
    if scale.council is not None:
        yield _rule(scale, scale.council, "mc-council")


def _rule(scale: Scale, value: float, name: str) -> Markup:
    x = scale.at(value)
    return Markup('<line class="{}" x1="{}" x2="{}" y1="0" y2="100%"/>').format(name, x, x)


def _bar(now: float, scale: Scale) -> Markup:
    start, end = sorted((0.0, now))
    x, width = scale.at(start), float(scale.at(end)[:-1]) - float(scale.at(start)[:-1])
    return Markup(
        '<svg x="{}" y="50%" width="{}%" height="12" overflow="visible">'
        '<rect class="bar" y="-6" width="100%" height="12"/></svg>'
    ).format(x, f"{max(width, 0.3):.1f}")


def _stem(now: float, scale: Scale) -> Markup:
    """From the nearest bound of the target to the dot: what is missing, or in hand."""
    if not scale.targets:
        return Markup("")
    nearest = min(max(now, scale.targets[0]), scale.targets[-1])
    return Markup('<line class="mc-stem" x1="{}" x2="{}" y1="50%" y2="50%"/>').format(
        scale.at(nearest), scale.at(now)
    )


def _earlier(was: float | None, now: float, scale: Scale) -> Iterator[Markup]:
    if was is None:
        return
    yield Markup('<circle class="mc-was" cx="{}" cy="50%" r="4"/>').format(scale.at(was))


def _text(scale: Scale, value: float, y: str, down: int, name: str, said: str) -> Markup:
    x = scale.at(value)
    place = float(x[:-1])
    anchor = "start" if place < 20 else "end" if place > 80 else "middle"
    return Markup('<text class="{}" x="{}" y="{}" dy="{}" text-anchor="{}">{}</text>').format(
        name, x, y, down, anchor, said
    )


def _drawing(parts: Sequence[Markup]) -> Markup:
    return Markup('<svg class="mc" aria-hidden="true">{}</svg>').format(Markup("").join(parts))
