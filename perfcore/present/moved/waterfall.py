"""How is a change drawn that adds up: from the first value, member by member, to the second?

Inline SVG in the page's block. The table beside it holds every figure, so the drawing has one text
alternative and takes no focus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from perfcore.present import wording
from perfcore.present.apportioned import Apportioned, Rounded
from perfcore.present.moved import words
from perfcore.present.ticks import ticks
from perfcore.views.contributions import Contribution, Contributions, Decomposition

WIDTH: Final = 620
SHOWN: Final = 10
_LEFT, _RIGHT = 262, 590
_TOP, _END_ROW, _ONE_BAR, _TWO_BARS, _FOOT = 38, 34, 44, 50, 26
_BAR: Final = 15
_LETTER: Final = 6.6
_NAME: Final = 34


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar between two running totals, with what is printed beside it."""

    kind: str
    start: float
    end: float
    said: str


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    detail: str
    bars: tuple[_Bar, ...]


def waterfall(
    found: Contributions, made: Apportioned, one: str, target: Decimal | None = None
) -> Markup:
    """The drawing of a difference that is taken apart.

    Parameters
    ----------
    found
        The exact contributions, which the bars show.
    made
        The round figures, which are printed.
    one
        What a member is called: ``ward``.
    target
        The target, which is ruled where it lies on the way; None where it is compared with.
    """
    rows = [*_rows(found, made, one)]
    edges = [0.0, *(edge for row in rows for bar in row.bars for edge in (bar.start, bar.end))]
    scale = _Scale.over(edges)
    parts: list[Markup] = []
    y = _TOP
    parts.append(
        _end(
            scale, y, wording.capital(words.compared_with(found.whole)), _from(found.whole), 0.0, ""
        )
    )
    y += _END_ROW
    for row in rows:
        parts.append(_row(scale, y, row))
        y += _height(row)
    total = _printed(made.total, found.whole)
    last = wording.period(found.whole.frequency, found.whole.period, found.whole.starts)
    parts.append(
        _end(scale, y, last, _to(found.whole), edges[-1], f"{total} in total", strong=True)
    )
    y += _END_ROW
    height = y + _FOOT
    drawn = Markup("").join([*_grid(scale, y), *_target(scale, y, found.whole, target), *parts])
    return Markup(
        '<svg class="wf" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" '
        'aria-label="{said}"><text class="wf-t" x="{right}" y="13" text-anchor="end">{unit}</text>'
        "{drawn}</svg>"
    ).format(
        w=WIDTH, h=height, said=alternative(found, made, one), right=_RIGHT,
        unit=_axis(found.whole), drawn=drawn,
    )  # fmt: skip


def alternative(found: Contributions, made: Apportioned, one: str) -> str:
    """The drawing in words, under 300 characters."""
    whole = found.whole
    ends = f"from {_from(whole)} to {_to(whole)}"
    said = [f"Running total of the difference in {whole.name}, {ends}, by {one}."]
    for row in made.rows[:3]:
        name = words.row_name(row.row, one)
        said.append(f"{name} {_printed(row.contribution, whole)}.")
    said.append("All figures are in the table.")
    while len(" ".join(said)) > 299 and len(said) > 2:
        said.pop(-2)
    return " ".join(said)[:299]


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float

    @staticmethod
    def over(edges: Sequence[float]) -> _Scale:
        low, high = min(edges), max(edges)
        room = (high - low or 1.0) * 0.06
        return _Scale(low - room, high + room)

    def at(self, value: float) -> float:
        return _LEFT + (value - self.low) / (self.high - self.low) * (_RIGHT - _LEFT)


def _rows(found: Contributions, made: Apportioned, one: str) -> Iterator[_Row]:
    members = [rounded for rounded in made.rows if rounded.row.kind == "member"]
    rest = [rounded for rounded in made.rows if rounded.row.kind != "member"]
    shown, others = members[:SHOWN], members[SHOWN:]
    if len(others) == 1:
        shown, others = members, []
    running = 0.0
    for rounded in [*shown, *rest]:
        bars = tuple(_bars(rounded, running, found.whole))
        running = bars[-1].end
        yield _Row(words.row_name(rounded.row, one), _detail(rounded.row, found.whole), bars)
    if others:
        exact = sum(rounded.row.contribution for rounded in others)
        printed = sum((rounded.contribution for rounded in others), Decimal(0))
        bar = _Bar("one", running, running + exact, _printed(printed, found.whole))
        yield _Row(f"The other {len(others)}", "in the table", (bar,))


def _bars(rounded: Rounded, running: float, whole: Decomposition) -> Iterator[_Bar]:
    row = rounded.row
    split = rounded.rate is not None and rounded.mix is not None and whole.versus != "target"
    if not split or row.rate_effect is None or row.mix_effect is None:
        end = running + row.contribution
        yield _Bar("one", running, end, _printed(rounded.contribution, whole))
        return
    middle = running + row.rate_effect
    end = middle + row.mix_effect
    yield _Bar("rate", running, middle, f"rate {_printed(rounded.rate or Decimal(0), whole)}")
    yield _Bar("mix", middle, end, f"mix {_printed(rounded.mix or Decimal(0), whole)}")


def _detail(row: Contribution, whole: Decomposition) -> str:
    """``62 of 148, 42% (was 55%)``."""
    if row.kind == "unexplained":
        return ""
    had, out_of = row.numerator_to, row.denominator_to
    said = ""
    if whole.scale == 100 and had is not None and out_of is not None and had <= out_of:
        said = f"{wording.number(had, 0)} of {wording.number(out_of, 0)}, "
    now = "none" if row.value_to is None else _amount(row.value_to, whole)
    if whole.versus == "target":
        return f"{said}{now}"
    was = "none" if row.value_from is None else _amount(row.value_from, whole)
    return f"{said}{now} (was {was})"


def _height(row: _Row) -> int:
    return _TWO_BARS if len(row.bars) > 1 else _ONE_BAR


def _row(scale: _Scale, y: float, row: _Row) -> Markup:
    parts = [
        Markup('<line class="wf-rule" x1="0" y1="{y}" x2="{w}" y2="{y}"/>').format(y=y, w=WIDTH),
        _text(
            0, y + 19, row.name if len(row.name) <= _NAME else f"{row.name[: _NAME - 1]}…", "wf-n"
        ),
        _text(0, y + 36, row.detail, "wf-t"),
    ]
    at = y + 6
    for bar in row.bars:
        parts.append(_bar(scale, at, bar))
        at += _BAR + 5
    return Markup("").join(parts)


def _bar(scale: _Scale, y: float, bar: _Bar) -> Markup:
    first, last = sorted((scale.at(bar.start), scale.at(bar.end)))
    room = len(bar.said) * _LETTER + 8
    left = first - room > _LEFT - 60
    label = _text(first - 5 if left else last + 5, y + 12, bar.said, "wf-l", end=left)
    return Markup(
        '<rect class="wf-{kind}" x="{x:.1f}" y="{y}" width="{w:.1f}" height="{h}"/>{label}'
    ).format(kind=bar.kind, x=first, y=y, w=max(last - first, 1.2), h=_BAR, label=label)


def _end(
    scale: _Scale, y: float, name: str, value: str, at: float, said: str, *, strong: bool = False
) -> Markup:
    x = scale.at(at)
    rule = "wf-edge" if strong else "wf-none"
    label = _text(x - 7, y + 21, said, "wf-b", end=True) if said else Markup("")
    if said and x - 7 - len(said) * 7.4 < _LEFT - 60:
        label = _text(x + 7, y + 21, said, "wf-b")
    return Markup(
        '<line class="{rule}" x1="0" y1="{y}" x2="{w}" y2="{y}"/>{name}{value}'
        '<line class="wf-mark" x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}"/>{label}'
    ).format(
        rule=rule, y=y, w=WIDTH, x=x, top=y + 8, bottom=y + 26, label=label,
        name=_text(0, y + 21, name, "wf-b"),
        value=_text(_LEFT - 66, y + 21, value, "wf-b", end=True),
    )  # fmt: skip


def _grid(scale: _Scale, bottom: float) -> Iterator[Markup]:
    low, high = Decimal(repr(scale.low)), Decimal(repr(scale.high))
    for value in (tick for tick in ticks(low, high, 6) if low <= tick <= high):
        x = scale.at(float(value))
        kind = "wf-zero" if value == 0 else "wf-grid"
        yield Markup('<line class="{k}" x1="{x:.1f}" y1="{t}" x2="{x:.1f}" y2="{b}"/>').format(
            k=kind, x=x, t=_TOP, b=bottom
        )
        yield Markup(
            '<text class="wf-t" x="{x:.1f}" y="{y}" text-anchor="middle">{v}</text>'
        ).format(x=x, y=bottom + 18, v=f"{value:,f}".replace("-", wording.MINUS))


def _target(
    scale: _Scale, bottom: float, whole: Decomposition, target: Decimal | None
) -> Iterator[Markup]:
    if target is None or whole.value_from is None:
        return
    place = float(target - whole.value_from)
    if not scale.low <= place <= scale.high:
        return
    said = f"target {wording.amount(target, whole.unit, whole.decimals)}"
    yield Markup('<line class="wf-target" x1="{x:.1f}" y1="{t}" x2="{x:.1f}" y2="{b}"/>').format(
        x=scale.at(place), t=_TOP, b=bottom
    )
    yield _text(scale.at(place), _TOP - 5, said, "wf-b", end=scale.at(place) > _RIGHT - 80)


def _text(x: float, y: float, said: str, kind: str, *, end: bool = False) -> Markup:
    anchor = Markup(' text-anchor="end"') if end else Markup("")
    return Markup('<text class="{k}" x="{x:.1f}" y="{y:.1f}"{a}>{s}</text>').format(
        k=kind, x=x, y=y, a=anchor, s=said
    )


def _axis(whole: Decomposition) -> str:
    unit = "percentage points" if whole.unit == "percent" else wording.unit_word(whole.unit)
    against = "From target" if whole.versus == "target" else words.between(whole, short=True)
    return f"{against}, {unit}" if unit else against


def _printed(value: Decimal, whole: Decomposition) -> str:
    sign = "+" if value > 0 else ""
    return f"{sign}{wording.number(value, whole.decimals)}"


def _amount(value: Decimal, whole: Decomposition) -> str:
    if whole.rule == "product":
        return f"{value.normalize():,f}"
    return wording.amount(value, whole.unit, whole.decimals)


def _from(whole: Decomposition) -> str:
    return wording.amount(whole.value_from or Decimal(0), whole.unit, whole.decimals)


def _to(whole: Decomposition) -> str:
    return wording.amount(whole.value_to or Decimal(0), whole.unit, whole.decimals)
