"""What is the least that would bring a measure back to target, or inside tolerance?

Gaps to target add up to the whole's, so the fewest members that do it are those with the largest
gaps (method 6).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Final, Literal

from perfcore.views.contributions import Contribution, Contributions
from perfcore.views.judged import Bands, shown
from perfcore.views.reckoning import Outcome, Whole, more_in_numerator, whole_of

Goal = Literal["green", "amber"]
_REACHED: Final = {
    "green": ("green", "exceptional"),
    "amber": ("amber", "green", "exceptional"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """The least that one member must improve by.

    Attributes
    ----------
    value_needed
        Rounded to the better side.
    more
        By how much its numerator must change, a whole number where all of its counts are.
    """

    row: Contribution
    value_needed: Decimal
    more: Decimal


@dataclass(frozen=True, slots=True)
class WayBack:
    """The fewest members, the worst first, that bring the whole to where it should be.

    Attributes
    ----------
    steps
        All come to target but the last, which comes as far as is needed; empty where even all
        members that are shown would not do.
    outcome
        The whole with the members in ``steps`` at target.
    """

    goal: Goal
    steps: tuple[Step, ...]
    outcome: Outcome


def had_met(gaps: Contributions, bands: Bands, row: Contribution) -> Outcome | None:
    """The whole if one member had met the target.

    Parameters
    ----------
    gaps
        The gap to target, taken apart.
    bands
        The boundaries in force.
    row
        One of its members.
    """
    whole, target = whole_of(gaps), gaps.whole.value_from
    if whole is None or target is None or row.value_to is None:
        return None
    return whole.moved(more_in_numerator(row, Fraction(target), whole, "ratio")).outcome(bands)


def way_back(gaps: Contributions, bands: Bands, goal: Goal) -> WayBack | None:
    """The fewest members that would bring the whole to a goal.

    Parameters
    ----------
    gaps
        The gap to target, taken apart.
    bands
        The boundaries in force.
    goal
        ``green``: inside target; ``amber``: inside tolerance.

    Returns
    -------
    WayBack or None
        None where the gap is not taken apart, or the whole is there already.
    """
    whole, target = whole_of(gaps), gaps.whole.value_from
    if whole is None or target is None or gaps.whole.rule != "ratio":
        return None
    if whole.outcome(bands).status in _REACHED[goal]:
        return None
    worse, aim = whole.value > target, Fraction(target)
    moves = [
        (row, more_in_numerator(row, aim, whole, "ratio"))
        for row in gaps.members
        if row.value_to is not None
    ]
    helping = sorted(
        ((row, more) for row, more in moves if (more < 0) == worse and more),
        key=lambda move: (-abs(move[1]), move[0].member),
    )
    for number in range(1, len(helping) + 1):
        moved = whole.moved(sum((more for _, more in helping[:number]), Fraction(0)))
        if moved.outcome(bands).status in _REACHED[goal]:
            steps = _steps(helping[:number], whole, bands, goal, worse=worse)
            return WayBack(goal, steps, moved.outcome(bands))
    everything = whole.moved(sum((more for _, more in helping), Fraction(0)))
    return WayBack(goal, (), everything.outcome(bands))


def _steps(
    moves: Sequence[tuple[Contribution, Fraction]],
    whole: Whole,
    bands: Bands,
    goal: Goal,
    *,
    worse: bool,
) -> tuple[Step, ...]:
    """All but the last come to target; the last gives what is still lacking, if that is less."""
    *before, (last, most) = moves
    line = Fraction(shown(_line(bands, goal, worse=worse), whole.decimals))
    wanted = (line - whole.value) * whole.denominator / whole.scale
    lacking = wanted - sum((more for _, more in before), Fraction(0))
    least = max(lacking, most) if worse else min(lacking, most)
    return tuple(_step(row, more, whole, worse=worse) for row, more in (*before, (last, least)))


def _line(bands: Bands, goal: Goal, *, worse: bool) -> int:
    """The boundary that is passed first on the way, counted in the last decimal place."""
    first, last = (
        (bands.green_first, bands.green_last)
        if goal == "green"
        else (bands.amber_first, bands.amber_last)
    )
    line = last if worse else first
    assert line is not None, "a whole on the far side of a boundary has that boundary"
    return line


def _step(row: Contribution, more: Fraction, whole: Whole, *, worse: bool) -> Step:
    counted = all(
        amount is not None and amount == amount.to_integral_value()
        for amount in (row.numerator_to, row.denominator_to)
    )
    change = Fraction(floor(more) if worse else ceil(more)) if counted else more
    value = (
        (Fraction(row.numerator_to or 0) + more) / Fraction(row.denominator_to or 1) * whole.scale
    )
    scaled = value * Fraction(10**whole.decimals)
    count = floor(scaled) if worse else ceil(scaled)
    return Step(row, shown(count, whole.decimals), _decimal(change))


def _decimal(amount: Fraction) -> Decimal:
    return Decimal(amount.numerator) / Decimal(amount.denominator)
