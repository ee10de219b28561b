"""Which shape and word does a status, a direction or a flag have?

Shapes differ so that nothing depends on colour; colours come from the style sheet's classes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from perfcore.present.wording import DIRECTION_WORDS, STATUS_WORDS
from perfcore.views.counts import RATED, UNRATED, StatusCounts, shown_as

_SHAPES: Final = {
    "red": '<path class="m-off" d="M8 1.6 15.2 14.4H.8Z"/>',
    "amber": '<path class="m-within" d="M8 .9 15.1 8 8 15.1.9 8Z"/>',
    "green": '<circle class="m-on" cx="8" cy="8" r="6.9"/>',
    "exceptional": (
        '<path class="m-exceeding" d="M8 .6l2.2 5 5.4.5-4.1 3.6 1.2 5.4L8 12.3l-4.7 2.8 1.2-5.4'
        'L.4 6.1l5.4-.5Z"/>'
    ),
    "monitor": '<circle class="m-monitor" cx="8" cy="8" r="6"/>',
    "no_data": '<circle class="m-none" cx="8" cy="8" r="6"/>',
}
_ARROWS: Final = {
    "up": "M8 14V2.6M3.2 7.2 8 2.4l4.8 4.8",
    "down": "M8 2v11.4M3.2 8.8 8 13.6l4.8-4.8",
    "level": "M2 8h11.4M8.8 3.2 13.6 8l-4.8 4.8",
}
_ARROW_CLASS: Final = {"improving": "a-better", "worsening": "a-worse"}
_MOVED: Final = {"up": "value rising", "down": "value falling", "level": "value steady"}
_FLAGS: Final = {
    "clock": (
        '<circle class="f-line" cx="8" cy="8" r="6.4"/><path class="f-line" d="M8 4.2V8l2.8 1.8"/>'
    ),
    "flag": '<path class="f-line" d="M3 15V1.5M3 2.2h10.2l-2.4 3.4 2.4 3.4H3"/>',
    "tick": '<path class="f-line" d="M2.4 8.4 6.4 12.4 13.8 4"/>',
}


def shape(status: str, size: int = 14) -> Markup:
    """The shape of a status alone, hidden from screen readers."""
    return _svg(_SHAPES[shown_as(status)], size)


def status(code: str) -> Markup:
    """A status: its shape and its word."""
    word = STATUS_WORDS.get(code, STATUS_WORDS["no_data"])
    strong = " st-off" if code == "red" else ""
    return Markup('<span class="st{}">{}<span>{}</span></span>').format(strong, shape(code), word)


def direction(code: str, arrow: str) -> Markup:
    """A direction of travel: where the value went, and whether that is good."""
    word = DIRECTION_WORDS.get(code, DIRECTION_WORDS[""])
    if arrow not in _ARROWS:
        return Markup('<span class="dir"><span class="mut">{}</span></span>').format(word)
    drawn = "level" if code == "no_clear_change" else arrow
    line = Markup('<path class="arrow {}" d="{}"/>').format(
        _ARROW_CLASS.get(code, "a-plain"), _ARROWS[drawn]
    )
    return Markup('<span class="dir">{}<span>{}<span class="vh">, {}</span></span></span>').format(
        _svg(line, 14), word, _MOVED[arrow]
    )


def arrow(way: str) -> Markup:
    """A plain arrow: ``up``, ``down`` or ``level``."""
    return _svg(Markup('<path class="arrow a-plain" d="{}"/>').format(_ARROWS[way]), 14)


def flag(kind: str, text: str, *, alarm: bool = True) -> Markup:
    """A governance flag: ``clock`` for late or due, ``flag`` for missing, ``tick`` for done."""
    tone = "fl" if alarm else "fl fl-calm"
    return Markup('<span class="{}">{}<span>{}</span></span>').format(
        tone, _svg(_FLAGS[kind], 13), text
    )


def strip(counts: StatusCounts, name: str, longest: int = 60) -> Markup:
    """One mark for each measure, in status order, with one label for all.

    Parameters
    ----------
    counts
        How many of each.
    name
        Whose they are, for the label.
    longest
        More marks than this are not drawn; the label and the columns beside it say how many.
    """
    label = f"{name}: {_spoken(counts)}"
    if counts.total > longest:
        return Markup('<span class="mut">{} measures</span>').format(f"{counts.total:,}")
    groups = Markup("").join(_groups(counts))
    return Markup('<span class="us" role="img" aria-label="{}">{}</span>').format(label, groups)


def _groups(counts: StatusCounts) -> Iterator[Markup]:
    for code in (*RATED, *UNRATED):
        if number := counts.by_status[code]:
            yield Markup('<span class="us-g">{}</span>').format(shape(code, 11) * number)


def _spoken(counts: StatusCounts) -> str:
    parts = [
        f"{counts.by_status[code]} {STATUS_WORDS[code].lower()}"
        for code in (*RATED, *UNRATED)
        if counts.by_status[code]
    ]
    return ", ".join(parts) or "no measures"


def _svg(inner: str, size: int) -> Markup:
    return (
        Markup(
            f'<svg class="g" width="{size}" height="{size}" viewBox="0 0 16 16" aria-hidden="true">'
        )
        + Markup(inner)
        + Markup("</svg>")
    )


RESTATED: Final = _svg(
    '<path class="f-line" d="M2 13.5 2.8 10.4 10.8 2.4 13.6 5.2 5.6 13.2Z"/>', 14
)
