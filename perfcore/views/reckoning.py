"""What would the whole come to if some of its members stood elsewhere?

Exact fractions throughout: nothing here is rounded before it is published and judged.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from perfcore.views.contributions import Contribution, Contributions
from perfcore.views.judged import Bands, published, shown


@dataclass(frozen=True, slots=True)
class Outcome:
    """A whole that nobody reported.

    Attributes
    ----------
    value
        As it would be published.
    status
        By the boundaries in force; ``monitor`` where there are none.
    """

    value: Decimal
    status: str


@dataclass(frozen=True, slots=True)
class Whole:
    """What the whole is made of, exactly.

    Attributes
    ----------
    numerator, denominator
        The value is ``numerator / denominator x scale``; of a sum, the denominator and scale are 1.
    """

    numerator: Fraction
    denominator: Fraction
    scale: int
    decimals: int

    @property
    def value(self) -> Fraction:
        """The exact value."""
        return self.numerator / self.denominator * self.scale

    def moved(self, more: Fraction) -> Whole:
        """The same with more, or less, in the numerator."""
        return Whole(self.numerator + more, self.denominator, self.scale, self.decimals)

    def outcome(self, bands: Bands | None) -> Outcome:
        """As it would be published and judged."""
        count = published(self.value, self.decimals)
        status = bands.status(count) if bands else "monitor"
        return Outcome(shown(count, self.decimals), status)


def whole_of(found: Contributions) -> Whole | None:
    """What a decomposition's whole is made of; None where a change of a member does not reach it.

    The council's own numerator and denominator, or where only its value is known, what its members
    add up to.
    """
    whole = found.whole
    if whole.refusal or whole.value_to is None:
        return None
    if whole.rule == "sum":
        return Whole(Fraction(whole.value_to), Fraction(1), 1, whole.decimals)
    if whole.rule != "ratio":
        return None
    numerator, denominator = whole.numerator, whole.denominator
    if numerator is None or denominator is None:
        if any(row.kind != "member" for row in found.rows):
            return None
        numerator = sum((row.numerator_to or Decimal(0) for row in found.rows), Decimal(0))
        denominator = sum((row.denominator_to or Decimal(0) for row in found.rows), Decimal(0))
    if not denominator:
        return None
    return Whole(Fraction(numerator), Fraction(denominator), whole.scale, whole.decimals)


def more_in_numerator(row: Contribution, value: Fraction, whole: Whole, rule: str) -> Fraction:
    """What the whole's numerator gains when a member comes to a value.

    Parameters
    ----------
    row
        A member that has a value in the period shown.
    value
        In the measure's unit.
    whole
        Gives the scale.
    rule
        ``ratio`` or ``sum``.
    """
    if rule == "sum":
        return value - Fraction(row.value_to or 0)
    return value * Fraction(row.denominator_to or 0) / whole.scale - Fraction(row.numerator_to or 0)


def what_if(
    found: Contributions, bands: Bands | None, values: Mapping[str, Decimal]
) -> Outcome | None:
    """The whole if some members had other values; their shares of the work stay as they are.

    Parameters
    ----------
    found
        A decomposition that is not refused.
    bands
        The boundaries in force; None where no target judges the measure.
    values
        The values supposed, by member, in the measure's unit. A member that is left out stays.

    Returns
    -------
    Outcome or None
        None where a member's change does not carry through to the whole.
    """
    whole = whole_of(found)
    if whole is None:
        return None
    more = sum(
        (
            more_in_numerator(row, Fraction(values[row.member]), whole, found.whole.rule)
            for row in found.members
            if row.member in values and row.value_to is not None
        ),
        Fraction(0),
    )
    return whole.moved(more).outcome(bands)
