"""Which returns are due next, and whose are they?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.results import fetch

RETURNS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class NextReturn:
    """The next figure of a measure that is not late with it."""

    measure: str
    name: str
    frequency: str
    owner: str
    period: str
    due_on: date


@dataclass(frozen=True, slots=True)
class MonthDue:
    """How many returns are due in a month, named by its first day."""

    month: date
    returns: int


@dataclass(frozen=True, slots=True)
class NextDue:
    """What is due after the day of the build.

    Attributes
    ----------
    returns
        The soonest first.
    months
        Every month in which something is due.
    """

    returns: tuple[NextReturn, ...]
    months: tuple[MonthDue, ...]


def next_due(store: Store, filters: Filters, limit: int = RETURNS_SHOWN) -> NextDue:
    """What strategic and service measures have to send next.

    Parameters
    ----------
    store
        The warehouse.
    filters
        What the reader asks about; what is due is always as at the day of the build.
    limit
        How many returns to list, 1 or more.
    """
    now = Filters(filters.directorate, filters.portfolio, forum=filters.forum)
    return NextDue(
        returns=tuple(fetch(store, "next_due", now, NextReturn, {"limit": limit})),
        months=tuple(fetch(store, "due_by_month", now, MonthDue, {})),
    )
