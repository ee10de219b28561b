"""How fresh is the data, and what is overdue?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.results import Result, fetch, pick

OVERDUE_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Freshness:
    """How many measures are up to date.

    Attributes
    ----------
    not_due
        Measures of which no figure has been due so far.
    never_supplied
        Of the overdue ones, those without any figure at all.
    longest_overdue
        The most days late first.
    awaited
        Of those up to date, the ones whose next period has ended and whose figure is not due yet.
    """

    up_to_date: int
    not_due: int
    overdue: int
    never_supplied: int
    longest_overdue: tuple[Result, ...]
    awaited: int = 0


@dataclass(frozen=True, slots=True)
class _Numbers:
    up_to_date: int
    awaited: int
    not_due: int
    overdue: int
    never_supplied: int
    longest: list[str]


def freshness(
    store: Store, filters: Filters, limit: int = OVERDUE_SHOWN, levels: Sequence[str] = ()
) -> Freshness:
    """How many measures are up to date, not due and overdue, and the longest overdue.

    Parameters
    ----------
    store
        The warehouse.
    filters
        What the reader asks about; lateness is always as at the day of the build.
    limit
        How many overdue measures to list, 1 or more.
    levels
        Only measures of these levels, those of the weekly report left out; empty for all.
    """
    now = Filters(filters.directorate, filters.portfolio, forum=filters.forum)
    asked = {"limit": limit, "levels": list(levels)}
    numbers = fetch(store, "freshness", now, _Numbers, asked)[0]
    overdue = pick(store, Filters(), numbers.longest)
    return Freshness(
        numbers.up_to_date,
        numbers.not_due,
        numbers.overdue,
        numbers.never_supplied,
        tuple(overdue[measure] for measure in numbers.longest),
        numbers.awaited,
    )
