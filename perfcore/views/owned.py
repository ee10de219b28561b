"""To whom does each measure belong?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from perfcore.access.person import Owned
from perfcore.store import Store
from perfcore.views.queries import query


def owned(store: Store) -> tuple[Owned, ...]:
    """Every measure, with its service, directorate and accountable officer."""
    return tuple(store.fetch(query("owned"), {}, Owned))


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    id: str


def ids(store: Store) -> Mapping[str, tuple[str, ...]]:
    """What an access file can name: the ids of measures, services and directorates."""
    parts = store.fetch(query("parts"), {}, _Entry)
    return {
        "measures": tuple(one.measure for one in owned(store)),
        "services": tuple(one.id for one in parts if one.kind == "service"),
        "directorates": tuple(one.id for one in parts if one.kind == "directorate"),
    }


def posts(store: Store) -> tuple[str, ...]:
    """Every post that accounts for a measure, by name."""
    return tuple(sorted({one.owner for one in owned(store) if one.owner}))
