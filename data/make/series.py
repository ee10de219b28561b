"""What are a measure's amounts: whole numerators and denominators, period by period?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from perfcore.framework.model import Measure
from perfcore.periods import Period

Key = tuple[str, str]
HEADLINE: Key = ("", "")


@dataclass(frozen=True, slots=True)
class Amount:
    """One cell: a ratio's ``numerator`` over its ``denominator``.

    Without a denominator, ``numerator`` is the value in units of its last decimal place, so
    that amounts of either kind are whole and add up exactly.
    """

    numerator: int
    denominator: int | None = None

    def __add__(self, other: Amount) -> Amount:
        if self.denominator is None or other.denominator is None:
            return Amount(self.numerator + other.numerator)
        return Amount(self.numerator + other.numerator, self.denominator + other.denominator)


Line = tuple[Amount | None, ...]


@dataclass(frozen=True, slots=True)
class First:
    """What was published first for a cell, until ``until`` (an ISO date)."""

    amount: Amount
    until: str


@dataclass(frozen=True, slots=True)
class Series:
    """A measure over its periods: one line for the headline and for each member.

    ``reported`` is the day on which each period's figures arrived.
    """

    measure: Measure
    periods: tuple[Period, ...]
    lines: Mapping[Key, Line]
    reported: tuple[date, ...]
    first: Mapping[tuple[Key, int], First] = field(default_factory=dict)

    def members(self, breakdown: str) -> dict[str, Line]:
        """The lines of one breakdown by member."""
        return {key[1]: line for key, line in self.lines.items() if key[0] == breakdown}

    @property
    def breakdowns(self) -> tuple[str, ...]:
        """The breakdowns that have lines, in order."""
        return tuple(dict.fromkeys(key[0] for key in self.lines if key != HEADLINE))


def published(amount: Amount, measure: Measure) -> Decimal | None:
    """The value as it is shown: half away from zero to the measure's decimals; None for 0 of 0."""
    step = Decimal(1).scaleb(-measure.decimals)
    if amount.denominator is None:
        return amount.numerator * step
    if amount.denominator == 0:
        return None
    exact = Decimal(amount.numerator) * measure.scale / amount.denominator
    return exact.quantize(step, rounding=ROUND_HALF_UP)


def reaching(value: Decimal, near: Amount, measure: Measure) -> Amount:
    """The amount closest to ``near`` that is published as exactly ``value``.

    Raises
    ------
    ValueError
        If no denominator within a tenth of the present one can give that value.
    """
    if near.denominator is None:
        return Amount(int(value.scaleb(measure.decimals).to_integral_value()))
    for step in range(max(20, near.denominator // 10)):
        for denominator in (near.denominator + step, near.denominator - step):
            if denominator <= 0:
                continue
            numerator = int((value * denominator / measure.scale).to_integral_value(ROUND_HALF_UP))
            found = Amount(numerator, denominator)
            if published(found, measure) == value:
                return found
    raise ValueError(f"no whole numbers near {near.denominator} give {value}")


def total(lines: Sequence[Line]) -> Line:
    """The sum of lines, period by period; None where any part is missing."""
    return tuple(_sum(cells) for cells in zip(*lines, strict=True))


def _sum(cells: Sequence[Amount | None]) -> Amount | None:
    known = [cell for cell in cells if cell is not None]
    if len(known) < len(cells):
        return None
    result = known[0]
    for cell in known[1:]:
        result = result + cell
    return result
