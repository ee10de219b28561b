"""How much of a long list is shown?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from perfcore.store import Store
from perfcore.views.queries import query

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """The first rows of a list, and how many there are in all."""

    rows: tuple[T, ...]
    total: int

    def __iter__(self) -> Iterator[T]:
        """The rows shown."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many rows are shown."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class _Count:
    total: int


def listed(
    store: Store, name: str, parameters: Mapping[str, object], into: type[T], limit: int
) -> Listed[T]:
    """The first rows of a query, and how many it has.

    Parameters
    ----------
    store
        The warehouse.
    name
        An ordered query of ``views/sql`` without a limit.
    parameters
        The query's own parameters.
    into
        A dataclass with the query's columns.
    limit
        At most so many rows, 1 or more.
    """
    text = query(name)
    rows = store.fetch(f"{text}\nlimit $limit", {**parameters, "limit": limit}, into)
    if len(rows) < limit:
        return Listed(tuple(rows), len(rows))
    count = store.fetch(
        f"select count(*)::integer as total from ({text})", dict(parameters), _Count
    )
    return Listed(tuple(rows), count[0].total)
