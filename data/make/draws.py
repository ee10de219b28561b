"""Which numbers does chance give, the same on every machine?

Only the uniform stream of PCG64 is used, which NumPy keeps stable between versions; the
distributions are worked out here, so that the same seed gives the same bytes.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Sequence
from statistics import NormalDist

from numpy.random import PCG64, Generator

_NORMAL = NormalDist()
_SMALL = 30.0


def stream(seed: int, name: str) -> Generator:
    """A stream of its own for one name, so that adding a measure changes no other.

    Parameters
    ----------
    seed
        The seed of the whole data set.
    name
        Usually a measure's id.
    """
    digest = hashlib.sha256(f"{seed}/{name}".encode()).digest()
    return Generator(PCG64(int.from_bytes(digest[:16], "big")))


def normal(rng: Generator) -> float:
    """A standard normal draw, cut at three standard deviations either side."""
    return max(-3.0, min(3.0, _NORMAL.inv_cdf(max(1e-9, rng.random()))))


def drift(rng: Generator, steps: int, spread: float) -> list[float]:
    """Factors near 1 that wander: each keeps four fifths of the last one's distance from 1.

    Parameters
    ----------
    steps
        How many.
    spread
        Relative standard deviation in the long run; 0 gives ones and draws nothing.
    """
    if spread == 0:
        return [1.0] * steps
    factors, away = [], spread * normal(rng)
    for _ in range(steps):
        factors.append(1 + away)
        away = 0.8 * away + 0.6 * spread * normal(rng)
    return factors


def poisson(rng: Generator, mean: float) -> int:
    """A Poisson count with that mean (0 or more)."""
    if mean <= 0:
        return 0
    if mean > _SMALL:
        return max(0, round(mean + math.sqrt(mean) * normal(rng)))
    return _invert(rng.random(), math.exp(-mean), lambda k: mean / k)


def binomial(rng: Generator, trials: int, chance: float) -> int:
    """How many of so many trials succeed at that chance (0 to 1)."""
    if trials <= 0 or chance <= 0:
        return 0
    if chance >= 1:
        return trials
    if chance > 0.5:
        return trials - binomial(rng, trials, 1 - chance)
    mean = trials * chance
    if mean > _SMALL:
        spread = math.sqrt(mean * (1 - chance))
        return max(0, min(trials, round(mean + spread * normal(rng))))
    odds = chance / (1 - chance)
    drawn = _invert(
        rng.random(), (1 - chance) ** trials, lambda k: (trials - k + 1) / k * odds, trials
    )
    return min(trials, drawn)


def multinomial(rng: Generator, total: int, weights: Sequence[float]) -> list[int]:
    """So many things shared out at random in proportion to the weights; they add up to total."""
    left, weight, counts = total, sum(weights), []
    for share in weights[:-1]:
        count = binomial(rng, left, share / weight if weight > 0 else 0.0)
        counts.append(count)
        left, weight = left - count, weight - share
    return [*counts, left]


def _invert(uniform: float, chance: float, ratio: Callable[[int], float], most: int = 1000) -> int:
    count, reached = 0, chance
    while uniform > reached and count < most:
        count += 1
        chance *= ratio(count)
        reached += chance
    return count
