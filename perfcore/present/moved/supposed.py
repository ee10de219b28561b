"""How can a member's value be supposed, and how is what the whole then comes to told?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from perfcore.present import render, wording
from perfcore.present.moved.words import outcome_told
from perfcore.views.contributions import Contributions
from perfcore.views.reckoning import Outcome


@dataclass(frozen=True, slots=True)
class Supposable:
    """A member whose value a reader can suppose to be another.

    Attributes
    ----------
    now
        Its value in words.
    least, most
        What can be typed: a percentage of counts lies from 0 to 100. None where there is no bound.
    step
        One in the last decimal place.
    """

    member: str
    name: str
    value: Decimal
    now: str
    least: float | None
    most: float | None
    step: float
    decimals: int


def offered(found: Contributions) -> Iterator[Supposable]:
    """The members that have a value in the period shown."""
    whole = found.whole
    for row in found.members:
        if row.value_to is None or (whole.rule == "ratio" and not row.denominator_to):
            continue
        share = whole.unit == "percent" and whole.rule == "ratio" and 0 <= row.value_to <= 100
        yield Supposable(
            member=row.member,
            name=row.name,
            value=row.value_to,
            now=wording.in_full(row.value_to, whole.unit, whole.decimals),
            least=0.0 if row.value_to >= 0 else None,
            most=100.0 if share else None,
            step=float(Decimal(1).scaleb(-whole.decimals)),
            decimals=whole.decimals,
        )


def told(found: Contributions, outcome: Outcome, chance: str = "") -> str:
    """A block that says what the whole would come to.

    Parameters
    ----------
    found
        The whole as it is.
    outcome
        The whole as supposed.
    chance
        A sentence about the year's end; empty where there is none.
    """
    return render.page("what-if", outcome=outcome, said=outcome_told(outcome, found.whole, chance))
