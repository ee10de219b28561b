"""What status would a figure have that nobody reported?

The rule of ``status_of`` in the engine, for figures that a page works out: a place brought to
target, a value typed in. Everything is exact; a test holds the two to each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from perfcore.store import Store
from perfcore.views.queries import query


@dataclass(frozen=True, slots=True)
class Bands:
    """The boundaries in force, counted in the last decimal place; both ends lie inside."""

    green_first: int | None
    green_last: int | None
    amber_first: int | None
    amber_last: int | None
    exceptional_first: int | None
    exceptional_last: int | None

    def status(self, published: int) -> str:
        """The status of a published value (method 3).

        Parameters
        ----------
        published
            The value counted in its last decimal place: 61.2% with one decimal is 612.
        """
        first, last = self.exceptional_first, self.exceptional_last
        if (first is not None and published >= first) or (last is not None and published <= last):
            return "exceptional"
        if _inside(published, self.green_first, self.green_last):
            return "green"
        return "amber" if _inside(published, self.amber_first, self.amber_last) else "red"


def bands(store: Store, measure: str, period: str) -> Bands | None:
    """The boundaries that judge a measure in a period; None where no target does."""
    found = store.fetch(query("bands"), {"measure": measure, "period": period}, Bands)
    return found[0] if found else None


def published(value: Fraction, decimals: int) -> int:
    """A value counted in its last decimal place, half away from zero (method 2).

    >>> published(Fraction(-125, 100), 1)
    -13
    """
    per: int = 10**decimals
    scaled = abs(value) * per
    count = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return -count if value < 0 else count


def shown(count: int, decimals: int) -> Decimal:
    """A published value from its count of the last decimal place."""
    return Decimal(count).scaleb(-decimals)


def _inside(published: int, first: int | None, last: int | None) -> bool:
    return (first is None or published >= first) and (last is None or published <= last)
