"""Is there such a measure, directorate, breakdown or period, and if not, which was meant?"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from perfcore.errors import UserError
from perfcore.store import Store

_KNOWN = {
    "measure": "select measure as name from measure",
    "directorate": "select distinct directorate as name from measure order by name",
    "breakdown": "select distinct unnest(breakdowns) as name from measure order by name",
    "period": "select distinct period as name from calendar_period order by name",
}


@dataclass(frozen=True, slots=True)
class _Known:
    name: str


def require(store: Store, what: str, name: str) -> None:
    """Refuse a name that the warehouse does not know.

    Parameters
    ----------
    store
        The warehouse.
    what
        ``measure``, ``directorate``, ``breakdown`` or ``period``.
    name
        Its id, or a period's key.

    Raises
    ------
    UserError
        Naming the nearest known one, if one is near.
    """
    if not store.fetch(
        f"select name from ({_KNOWN[what]}) where name = $name", {"name": name}, _Known
    ):
        known = [row.name for row in store.fetch(_KNOWN[what], {}, _Known)]
        near = get_close_matches(name, known, n=1)
        meant = f" Did you mean {near[0]!r}?" if near else ""
        raise UserError(f"There is no {what} {name!r}.{meant}")


def require_measure(store: Store, measure: str) -> None:
    """Refuse an id that no measure has; see :func:`require`."""
    require(store, "measure", measure)
