"""Episodes, the slow way: one period after another (method 10)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

T = TypeVar("T")


@dataclass
class Episode:
    """What happened between an opening and the end."""

    opened: date
    last: date
    held: int = 1
    reopenings: int = 0
    closed: date | None = None
    remembered: list[tuple[date, bool]] = field(default_factory=list)


def walk(
    points: Iterable[tuple[date, bool]], close_after: int, continue_within: int
) -> list[Episode]:
    """The episodes of a cause, from whether it holds in each period.

    Parameters
    ----------
    points
        Periods in order, and whether the cause holds.
    close_after, continue_within
        Periods back until it closes, and until which it is the same one when it returns.
    """
    found: list[Episode] = []
    between: list[date] = []
    back = since_closed = 0
    for starts, holds in points:
        now = found[-1] if found else None
        if now and now.closed:
            since_closed += 1
        if holds and (now is None or (now.closed and since_closed > continue_within)):
            found.append(Episode(starts, starts, remembered=[(starts, True)]))
            back = 0
        elif holds and now:
            if now.closed:
                now.reopenings += 1
                now.remembered += [(one, False) for one in between]
                now.closed = None
            now.held, now.last, back = now.held + 1, starts, 0
            now.remembered.append((starts, True))
        elif now and not now.closed:
            back += 1
            now.remembered.append((starts, False))
            if back == close_after:
                now.closed, since_closed, between = starts, 0, []
        elif now:
            between.append(starts)
    return found


def run_lengths(values: Sequence[T], wanted: frozenset[T]) -> list[int]:
    """How many in a row have been among those wanted, at each place."""
    found: list[int] = []
    for value in values:
        found.append((found[-1] if found else 0) + 1 if value in wanted else 0)
    return found
