"""How are variation and assurance drawn as icons? Orange and blue, never red, amber or green."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from perfcore.views.signals import Signal

_HIGH: Final = "M6 20 10.5 20.5 15 18.5 19.5 14 25 9"
_LOW: Final = "M6 12 10.5 11.5 15 13.5 19.5 18 25 23"
_WAVE: Final = "M5 16 9 13 13 18.5 17 13.5 21 18.5 27 15"
_TONES: Final = {"concern": "v-worse", "improvement": "v-better", "neither": "v-plain"}
_VARIATION: Final = {
    "common_cause": "Common cause: within normal variation",
    "improvement_high": "Special cause, improving: higher",
    "improvement_low": "Special cause, improving: lower",
    "concern_high": "Special cause, of concern: higher",
    "concern_low": "Special cause, of concern: lower",
    "neither_high": "Special cause: higher",
    "neither_low": "Special cause: lower",
}
_ASSURANCE: Final = {
    "pass": ("P", "v-better", "The process meets its target reliably", 24),
    "fail": ("F", "v-worse", "The process cannot meet its target without change", 7),
    "hit_or_miss": ("?", "v-plain", "The process meets its target in some periods only", 16),
}


def variation_icon(signal: Signal, size: int = 28) -> Markup:
    """The icon of variation with its text alternative; nothing where it is not tested.

    Parameters
    ----------
    signal
        What the control chart says.
    size
        In pixels.
    """
    if not signal.tested:
        return Markup("")
    said = _VARIATION[signal.variation]
    if not signal.special:
        return _icon(f'<path class="v-line" d="{_WAVE}"/>', "v-plain", said, size)
    tone, high = _TONES[signal.kind], signal.way == "high"
    line, letter = (_HIGH, "H") if high else (_LOW, "L")
    marks = "".join(_mark(tone, x, y) for x, y in _last_two(high))
    place = (
        '<text class="v-letter" x="10" y="13">'
        if high
        else ('<text class="v-letter" x="10" y="27">')
    )
    return _icon(
        f'<path class="v-line" d="{line}"/>{marks}{place}{letter}</text>', tone, said, size
    )


def assurance_icon(signal: Signal, size: int = 28) -> Markup:
    """The icon of assurance with its text alternative; nothing where there is none.

    Parameters
    ----------
    signal
        What the control chart says.
    size
        In pixels.
    """
    if signal.assurance not in _ASSURANCE:
        return Markup("")
    letter, tone, said, target = _ASSURANCE[signal.assurance]
    inner = (
        f'<path class="v-aim" d="M4 {target}H28"/>'
        f'<text class="v-letter v-big" x="16" y="21">{letter}</text>'
    )
    return _icon(inner, tone, said, size)


def _last_two(high: bool) -> tuple[tuple[float, float], ...]:
    return ((19.5, 14), (25, 9)) if high else ((19.5, 18), (25, 23))


def _mark(tone: str, x: float, y: float) -> str:
    """A special cause by shape: a square for concern, a plus for improvement, else a dot."""
    match tone:
        case "v-worse":
            return f'<rect class="v-mark" x="{x - 2.4}" y="{y - 2.4}" width="4.8" height="4.8"/>'
        case "v-better":
            return f'<path class="v-plus" d="M{x - 3} {y}h6M{x} {y - 3}v6"/>'
        case _:
            return f'<circle class="v-mark" cx="{x}" cy="{y}" r="2.4"/>'


def _icon(inner: str, tone: str, said: str, size: int) -> Markup:
    return Markup(
        f'<svg class="v {tone}" width="{size}" height="{size}" viewBox="0 0 32 32" role="img" '
        f'aria-label="{said}"><title>{said}</title><circle class="v-ring" cx="16" cy="16" '
        f'r="14.8"/>{inner}</svg>'
    )
