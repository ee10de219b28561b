"""Which measures can a reader choose from?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from perfcore.store import Store
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class _Named:
    measure: str
    name: str
    service_name: str


def measure_names(store: Store) -> dict[str, str]:
    """Each measure's id with a name that no other has, in alphabetical order.

    A name that two measures share is followed by the service, and if need be by the id.
    """
    rows = store.fetch(query("measure_names"), {}, _Named)
    often = Counter(row.name for row in rows)
    named = {
        row.measure: f"{row.name} ({row.service_name})" if often[row.name] > 1 else row.name
        for row in rows
    }
    again = Counter(named.values())
    return {
        measure: f"{name} ({measure})" if again[name] > 1 else name
        for measure, name in named.items()
    }
