"""What has changed since each measure's previous result, or since a day?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.results import Result, fetch

CHANGES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Change:
    """A measure whose status became another, with what it was before."""

    result: Result
    status_before: str
    value_before: Decimal | None


@dataclass(frozen=True, slots=True)
class Restated:
    """A published figure that was later changed; ``restated`` is how many there are in all."""

    measure: str
    name: str
    unit: str
    decimals: int
    frequency: str
    period: str
    starts: date
    value_from: Decimal | None
    value_to: Decimal | None
    reported_from: date | None
    reported_to: date | None
    status_from: str
    status_to: str
    restated: int


@dataclass(frozen=True, slots=True)
class Changes:
    """Changes of strategic and service measures, the most recent first.

    Attributes
    ----------
    since
        The day compared with: then, each measure's latest result was for a period that had ended.
        None where each is compared with its own previous result.
    turned_red, recovered, newly_exceptional
        By the status they have now; a fall from exceeding to on target is no recovery.
    restated
        Figures changed after publication: reported after ``since``, or else after the measure's
        previous result was first published.
    """

    since: date | None
    turned_red: tuple[Change, ...]
    recovered: tuple[Change, ...]
    newly_exceptional: tuple[Change, ...]
    restated: tuple[Restated, ...]

    @property
    def figures_restated(self) -> int:
        """How many figures were restated, listed or not."""
        return self.restated[0].restated if self.restated else 0


def restated(
    store: Store, filters: Filters, since: date | None, limit: int
) -> tuple[Restated, ...]:
    """Published figures of strategic and service measures that were changed since.

    Parameters
    ----------
    store
        The warehouse.
    filters
        What the reader asks about.
    since
        As in :class:`Changes`.
    limit
        How many to list, 1 or more.
    """
    asked = {"limit": limit, "since": since}
    return tuple(fetch(store, "restated_since", filters, Restated, asked))
