"""From which strategic measures can a reader go all the way down?"""

from __future__ import annotations

from collections.abc import Sequence

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.results import Result, fetch
from perfcore.views.tree import Link, every_link


def starting_points(store: Store, filters: Filters) -> tuple[Result, ...]:
    """The strategic measures with both service and operational measures below, in their order.

    Parameters
    ----------
    store
        The warehouse.
    filters
        What the reader asks about.
    """
    links = every_link(store)
    tops = dict.fromkeys(link.measure for link in links if link.level_above == "strategic")
    whole = [top for top in tops if _levels_below(top, links) >= {"service", "operational"}]
    rows = fetch(store, "picked", filters, Result, {"measures": whole}) if whole else []
    live = (row for row in rows if row.retired_from is None)
    return tuple(sorted(live, key=lambda row: row.position))


def _levels_below(top: str, links: Sequence[Link]) -> set[str]:
    met, levels = {top}, set[str]()
    while below := [one for one in links if one.measure in met and one.driver not in met]:
        met |= {link.driver for link in below}
        levels |= {link.level_below for link in below}
    return levels
