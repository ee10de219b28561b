"""How are contributions rounded so that the printed figures add up?

By largest remainder, as method 6 and the interface ask: every rate and mix effect is rounded down
to the measure's last decimal place, and what is missing from the rounded whole goes to those that
lost most. The whole is a difference of two published values, each of them rounded already; where
that is not the rounded difference, the rest stands in a line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import floor

from perfcore.views.contributions import Contribution, Contributions

_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Rounded:
    """A contribution in round figures; ``rate + mix`` is the contribution where there are both."""

    row: Contribution
    rate: Decimal | None
    mix: Decimal | None
    contribution: Decimal


@dataclass(frozen=True, slots=True)
class Apportioned:
    """A difference in round figures that add up.

    Attributes
    ----------
    rows
        As in the view; one that is neither a member nor anything in round figures is left out.
    rounding
        What the rounded rows lack to the difference of the published values; mostly 0.
    total
        That difference: of the value, and the target or the earlier value.
    """

    rows: tuple[Rounded, ...]
    rounding: Decimal
    total: Decimal

    @property
    def rate(self) -> Decimal | None:
        """All rate effects together; None where there are none."""
        return _sum([one.rate for one in self.rows])

    @property
    def mix(self) -> Decimal | None:
        """All mix effects together; None where there are none."""
        return _sum([one.mix for one in self.rows])


def apportioned(found: Contributions) -> Apportioned:
    """Round the rows of a difference that is not refused.

    Parameters
    ----------
    found
        With the exact contributions.
    """
    whole = found.whole
    step = Decimal(1).scaleb(-whole.decimals)
    amounts = [amount for row in found.rows for amount in _atoms(row)]
    wanted = _nearest((whole.change or 0.0) / float(step))
    counts = iter(largest_remainders([amount / float(step) for amount in amounts], wanted))
    rows = tuple(_rounded(row, [next(counts) * step for _ in _atoms(row)]) for row in found.rows)
    total = (whole.value_to or Decimal(0)) - (whole.value_from or Decimal(0))
    kept = tuple(one for one in rows if one.row.kind == "member" or one.contribution)
    return Apportioned(kept, total - sum((one.contribution for one in rows), Decimal(0)), total)


def largest_remainders(amounts: Sequence[float], wanted: int) -> list[int]:
    """Whole numbers that add up to ``wanted``, each within one of its amount.

    Parameters
    ----------
    amounts
        Add up to within half of ``wanted``.

    Examples
    --------
    >>> largest_remainders([-5.3, -0.4, -0.4], -6)
    [-5, -1, 0]
    """
    counts = [floor(amount + _SAME) for amount in amounts]
    lost = sorted(range(len(amounts)), key=lambda place: counts[place] - amounts[place])
    left = wanted - sum(counts)
    for turn in range(abs(left)):
        place = lost[turn % len(lost)] if left > 0 else lost[-1 - turn % len(lost)]
        counts[place] += 1 if left > 0 else -1
    return counts


def _atoms(row: Contribution) -> tuple[float, ...]:
    if row.rate_effect is None or row.mix_effect is None:
        return (row.contribution,)
    return row.rate_effect, row.mix_effect


def _rounded(row: Contribution, amounts: Sequence[Decimal]) -> Rounded:
    if len(amounts) == 1:
        return Rounded(row, None, None, amounts[0])
    return Rounded(row, amounts[0], amounts[1], amounts[0] + amounts[1])


def _nearest(amount: float) -> int:
    return int(Decimal(repr(amount)).quantize(Decimal(1), ROUND_HALF_UP))


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None
