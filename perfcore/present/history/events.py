"""How are events named in a chart: each by its title, or many by letters?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase
from typing import Final

from perfcore.present import wording
from perfcore.views.events import Event

NAMED: Final = 4
_CLOSE: Final = 0.03
_RIGHT_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event as it stands in a chart.

    Attributes
    ----------
    label
        In the chart: its month and title, or a letter.
    said
        In the list beside the chart.
    row
        How many labels below it, from 0.
    leftwards
        Whether the label stands to the left of its line.
    """

    date: date
    label: str
    said: str
    row: int
    leftwards: bool


def drawn_events(events: Sequence[Event], first: date, after: date) -> list[Drawn]:
    """The events of a chart from a first day to the day after its last.

    Up to four are named where they stand; of more, the latest 26 have letters.
    """
    inside = [event for event in events if first <= event.date < after]
    shares = [(event.date - first) / (after - first) for event in inside]
    if len(inside) <= NAMED:
        return [
            Drawn(event.date, _named(event), _said(event), row, share > _RIGHT_HALF)
            for event, share, row in zip(inside, shares, _rows(len(inside)), strict=True)
        ]
    inside, shares = inside[-len(ascii_uppercase) :], shares[-len(ascii_uppercase) :]
    return [
        Drawn(event.date, letter, f"{letter} {_said(event)}", row, False)
        for letter, event, row in zip(ascii_uppercase, inside, _staggered(shares), strict=False)
    ]


def _rows(count: int) -> range:
    return range(count - 1, -1, -1)


def _staggered(shares: Sequence[float]) -> list[int]:
    rows: list[int] = []
    for place, share in enumerate(shares):
        close = place and share - shares[place - 1] < _CLOSE
        rows.append((rows[-1] + 1) % 3 if close else 0)
    return rows


def _named(event: Event) -> str:
    return f"{wording.month(event.date)[:3]} {event.date.year}: {event.title}"


def _said(event: Event) -> str:
    return f"{wording.day(event.date, short=True)}: {event.title}"
