"""How is a total shared among members so that the parts are whole numbers and add up to it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from numpy.random import Generator

from make.draws import multinomial
from make.series import Amount, Line


@dataclass(frozen=True, slots=True)
class Weight:
    """A member's share of the volume, and its level relative to the whole, in each period."""

    share: Sequence[float]
    relative: Sequence[float]


def apportion(whole: int, weights: Sequence[float]) -> list[int]:
    """Whole parts in proportion to the weights (largest remainders) that add up to ``whole``."""
    if sum(weights) <= 0:
        weights = [1.0] * len(weights)
    exact = [whole * weight / sum(weights) for weight in weights]
    parts = [int(part // 1) for part in exact]
    order = sorted(range(len(parts)), key=lambda k: (parts[k] - exact[k], k))
    for k in order[: whole - sum(parts)]:
        parts[k] += 1
    return parts


def capped(whole: int, weights: Sequence[float], caps: Sequence[int]) -> list[int]:
    """As :func:`apportion`, but no part above its cap; what is over goes to the others."""
    parts = [0] * len(caps)
    left, room = whole, list(caps)
    while left > 0 and any(room):
        open_weights = [w if r > 0 else 0.0 for w, r in zip(weights, room, strict=True)]
        if sum(open_weights) <= 0:
            open_weights = [float(r) for r in room]
        given = [min(g, r) for g, r in zip(apportion(left, open_weights), room, strict=True)]
        parts = [p + g for p, g in zip(parts, given, strict=True)]
        room = [r - g for r, g in zip(room, given, strict=True)]
        left -= sum(given)
    return parts


def split(
    line: Line, weights: Mapping[str, Weight], *, proportion: bool, rng: Generator | None
) -> dict[str, Line]:
    """A line shared among members.

    Parameters
    ----------
    line
        The whole, period by period.
    weights
        One weight for each member.
    proportion
        Whether a numerator counts some of its denominator, and so cannot exceed it.
    rng
        Shares counts out at random; None shares them in fixed proportion.
    """
    shares = list(weights.values())
    cells = [
        _cell(
            amount, [w.share[t] for w in shares], [w.relative[t] for w in shares], proportion, rng
        )
        for t, amount in enumerate(line)
    ]
    return {
        name: tuple(None if cell is None else cell[k] for cell in cells)
        for k, name in enumerate(weights)
    }


def _cell(
    amount: Amount | None,
    share: Sequence[float],
    relative: Sequence[float],
    proportion: bool,
    rng: Generator | None,
) -> list[Amount] | None:
    if amount is None:
        return None
    if amount.denominator is None:
        weights = [s * r for s, r in zip(share, relative, strict=True)]
        if rng is not None and amount.numerator >= 0:
            return [Amount(n) for n in multinomial(rng, amount.numerator, weights)]
        return [Amount(n) for n in apportion(amount.numerator, weights)]
    below = apportion(amount.denominator, share)
    weights = [d * r for d, r in zip(below, relative, strict=True)]
    if proportion:
        above = capped(amount.numerator, weights, below)
    else:
        above = apportion(amount.numerator, weights)
    return [Amount(n, d) for n, d in zip(above, below, strict=True)]
