"""Which forums are there, and what of the scorecard does each receive?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.results import fetch


@dataclass(frozen=True, slots=True)
class ForumShare:
    """A forum, and how many of the scorecard's measures (``of``) it receives."""

    id: str
    name: str
    measures: int
    of: int


def scorecard_forums(store: Store, filters: Filters) -> tuple[ForumShare, ...]:
    """Every forum, in the framework's order.

    Parameters
    ----------
    store
        The warehouse.
    filters
        What the reader asks about; a forum among them is left out of account.
    """
    every = replace(filters, forum="")
    return tuple(fetch(store, "scorecard_forums", every, ForumShare, {}))
