"""What does a control chart say, worked out one point at a time? (method 5)

Read from the table of docs/method.md, with lists and loops; nothing from perfcore.engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise


@dataclass
class Point:
    """A point of a chart, and what is found about it."""

    order: int
    amount: Fraction
    partition: int = 0
    ghosted: bool = False
    in_limits: bool = True
    mean: float | None = None
    reach: float | None = None
    single: bool = False
    shift: bool = False
    rising: bool = False
    falling: bool = False
    two_in_three: bool = False
    variation: str | None = None
    ways: dict[str, set[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Rules:
    """Which set of rules, and the options of one measure."""

    name: str = "mdc"
    good: str = "high"
    screen: bool = False
    concern_wins: bool = False

    @property
    def run(self) -> int:
        return 6 if self.name == "mdc" else 7


def equal(one: float, other: float, amount: float) -> bool:
    return abs(one - other) <= 1e-9 * max(1.0, abs(amount))


def compare(one: float, other: float, amount: float) -> int:
    if equal(one, other, amount):
        return 0
    return 1 if one > other else -1


def chart(points: Sequence[Point], rules: Rules, low_counts: bool = False) -> list[Point]:
    """Fill in limits, flags and verdicts of the points of one series, in order."""
    drawn = [one for one in points if not one.ghosted]
    counted = [one for one in drawn if one.in_limits]
    if low_counts and counted and _mean(counted) < 5:
        return list(points)
    for partition in {one.partition for one in drawn}:
        _limits([one for one in drawn if one.partition == partition], rules)
    _flag_single(drawn)
    _flag_shift(drawn, rules)
    _flag_trend(drawn, rules)
    _flag_two_in_three(drawn, rules)
    for one in drawn:
        if one.reach is not None:
            one.variation = _variation(one, rules)
    return list(points)


def _mean(points: Sequence[Point]) -> float:
    return float(sum((one.amount for one in points), Fraction(0)) / len(points))


def _limits(points: list[Point], rules: Rules) -> None:
    used = [one for one in points if one.in_limits]
    least = 2 if rules.name == "nhsr" else 13 if points[0].partition == 0 else 12
    ranges = {
        after.order: abs(after.amount - before.amount)
        for before, after in pairwise(points)
        if after.in_limits
    }
    if not used:
        return
    mean = _mean(used)
    if not ranges:
        return
    average = float(sum(ranges.values(), Fraction(0)) / len(ranges))
    limit = 3.267 * average
    if average > 1e-9 * max(1.0, abs(mean)):
        if rules.name == "nhsr":
            kept = [one for one in ranges.values() if compare(float(one), limit, float(one)) < 0]
            average = float(sum(kept, Fraction(0)) / len(kept)) if kept else average
        elif rules.screen:
            out = {
                order for order, one in ranges.items() if compare(float(one), limit, float(one)) > 0
            }
            kept_points = [one for one in used if one.order not in out]
            kept = [one for order, one in ranges.items() if order not in out]
            mean = _mean(kept_points)
            average = float(sum(kept, Fraction(0)) / len(kept)) if kept else average
    for one in points:
        one.mean = mean
        if len(used) >= least:
            one.reach = 2.66 * average


def _side(one: Point) -> int:
    return compare(float(one.amount), one.mean, float(one.amount)) if one.mean is not None else 0


def _beyond(one: Point, distance: float) -> bool:
    amount = float(one.amount)
    return abs(amount - one.mean) - distance > 1e-9 * max(1.0, abs(amount))


def _flag_single(points: list[Point]) -> None:
    for one in points:
        if one.reach is not None and _beyond(one, one.reach):
            one.single = True
            one.ways.setdefault("single", set()).add(_side(one))


def _flag_shift(points: list[Point], rules: Rules) -> None:
    for start in range(len(points) - rules.run + 1):
        run = points[start : start + rules.run]
        sides = {_side(one) for one in run}
        if len(sides) == 1 and sides != {0} and len({one.partition for one in run}) == 1:
            for one in run:
                if one.reach is not None:
                    one.shift = True
                    one.ways.setdefault("shift", set()).update(sides)


def _flag_trend(points: list[Point], rules: Rules) -> None:
    for start in range(len(points) - rules.run + 1):
        run = points[start : start + rules.run]
        if rules.name == "nhsr" and len({one.partition for one in run}) > 1:
            continue
        moves = {
            compare(float(after.amount), float(before.amount), float(after.amount))
            for before, after in pairwise(run)
        }
        if len(moves) == 1 and moves != {0}:
            for one in run:
                if one.reach is not None:
                    one.rising |= moves == {1}
                    one.falling |= moves == {-1}
                    one.ways.setdefault("trend", set()).update(moves)


def _flag_two_in_three(points: list[Point], rules: Rules) -> None:
    def far(one: Point) -> bool:
        if one.reach is None or not _beyond(one, one.reach * 2 / 3):
            return False
        return rules.name == "mdc" or not _beyond(one, one.reach)

    for start in range(len(points) - 2):
        three = points[start : start + 3]
        sides = {_side(one) for one in three}
        same = len(sides) == 1 and sides != {0} and len({one.partition for one in three}) == 1
        if same and sum(map(far, three)) >= 2:
            for one in three:
                if far(one):
                    one.two_in_three = True
                    one.ways.setdefault("two", set()).update(sides)


def _variation(one: Point, rules: Rules) -> str:
    ranked = ("trend", "shift", "two", "single")
    if rules.name == "nhsr":
        ranked = ("single", "trend", "two", "shift")
    for rule in ranked:
        if ways := one.ways.get(rule):
            return _word(ways, rules)
    return "common_cause"


def _word(ways: set[int], rules: Rules) -> str:
    if rules.good not in ("high", "low"):
        return "neither_high" if max(ways) > 0 else "neither_low"
    better = 1 if rules.good == "high" else -1
    way = next(iter(ways)) if len(ways) == 1 else -better if rules.concern_wins else better
    word = "improvement" if way == better else "concern"
    return f"{word}_{'high' if way > 0 else 'low'}"


def assurance(point: Point, rules: Rules, target: Fraction | None) -> str | None:
    """Whether the process can be relied upon to meet a target."""
    if point.variation is None or target is None or rules.good not in ("high", "low"):
        return None
    lower = compare(float(target), point.mean - point.reach, float(target))
    upper = compare(float(target), point.mean + point.reach, float(target))
    if rules.name == "nhsr" and 0 in (lower, upper):
        return "hit_or_miss"
    if lower <= 0:
        return "pass" if rules.good == "high" else "fail"
    if upper >= 0:
        return "fail" if rules.good == "high" else "pass"
    return "hit_or_miss"


def suggested_from(points: Sequence[Point]) -> int | None:
    """Where the newest run of eight or more begins, after others, with under eight since."""
    drawn = [one for one in points if not one.ghosted]
    part = [one for one in drawn if one.partition == drawn[-1].partition]
    flagged = [place for place, one in enumerate(part) if one.shift]
    if not flagged:
        return None
    end = start = flagged[-1]
    while start > 0 and _side(part[start - 1]) == _side(part[end]):
        start -= 1
    long, since = end - start + 1, len(part) - 1 - end
    return part[start].order if start > 0 and long >= 8 and since < 8 else None
