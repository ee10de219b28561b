"""Is there such a measure, and if not, which was meant?"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from perfcore.errors import UserError
from perfcore.store import Store


@dataclass(frozen=True, slots=True)
class _Known:
    measure: str


def require_measure(store: Store, measure: str) -> None:
    """Refuse an id that no measure has.

    Raises
    ------
    UserError
        Naming the nearest id, if one is near.
    """
    known = [row.measure for row in store.fetch("select measure from measure", {}, _Known)]
    if measure not in known:
        near = get_close_matches(measure, known, n=1)
        meant = f" Did you mean {near[0]!r}?" if near else ""
        raise UserError(f"There is no measure {measure!r}.{meant}")
