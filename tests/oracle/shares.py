"""What does each segment account for? Method 6 in exact fractions, written without the engine."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

Counts = Mapping[str, tuple[int, int]]


def kitagawa(before: Counts, after: Counts, scale: int) -> dict[str, tuple[Fraction, Fraction]]:
    """The rate and the mix effect of every segment that is on either side."""
    whole = [_rate(*map(sum, zip(*side.values(), strict=True))) for side in (before, after)]
    size = [sum(below for _, below in side.values()) for side in (before, after)]
    found = {}
    for name in {**before, **after}:
        sides = [side.get(name) for side in (before, after)]
        shares = [
            Fraction(side[1], total) if side else Fraction(0)
            for side, total in zip(sides, size, strict=True)
        ]
        known = [_rate(*side) for side in sides if side]
        first, last = known[0], known[-1]
        rate = (shares[0] + shares[1]) / 2 * (last - first)
        mix = (shares[1] - shares[0]) * ((first + last) / 2 - sum(whole) / 2)
        found[name] = rate * scale, mix * scale
    return found


def gaps(now: Counts, target: Fraction, scale: int) -> dict[str, Fraction]:
    """How far every segment takes the whole from its target."""
    size = sum(below for _, below in now.values())
    return {name: (above * scale - target * below) / size for name, (above, below) in now.items()}


def _rate(above: int, below: int) -> Fraction:
    return Fraction(above, below)
