"""What happened, and when?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perfcore.store import Store
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class Event:
    """Something that explains a turn; ``measure`` is empty for what concerns all."""

    date: date
    title: str
    kind: str
    measure: str


def events(store: Store, first: date, last: date, measure: str | None = None) -> tuple[Event, ...]:
    """Events from one day to another, both inside.

    Parameters
    ----------
    store
        The warehouse.
    first, last
        The days.
    measure
        Only this measure's own; None for the ones that concern all.
    """
    parameters = {"first": first, "last": last, "measure": measure}
    return tuple(store.fetch(query("timeline"), parameters, Event))
