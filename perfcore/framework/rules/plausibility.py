"""Does a target look like a slip of the finger?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from perfcore.framework.model import DatedMargin, Measure, Target
from perfcore.framework.problems import Problem
from perfcore.framework.rules.boundaries import amounts
from perfcore.framework.rules.draft import Draft

TENFOLD: Final = 10
_NEVER_NEGATIVE: Final = ("percent", "count", "days", "hours", "minutes")


def percentages_lie_in_0_to_100(draft: Draft) -> Iterator[Problem]:
    """Warning: a target outside 0 to 100 for a percent."""
    for measure in draft.measures:
        for target in measure.targets if measure.unit == "percent" else ():
            outside = [amount for amount in amounts(target) if not 0 <= amount <= 100]
            if outside:
                text = f"{outside[0]} is outside 0 to 100 for a percent"
                yield draft.warning(measure, "targets", text, target.line)


def exceptional_can_be_reached(draft: Draft) -> Iterator[Problem]:
    """Warning: an exceptional margin that no value can reach."""
    for measure in draft.measures:
        if not measure.exceptional:
            continue
        if measure.good in ("range", "none") or measure.thresholds:
            why = "good: " + measure.good if not measure.thresholds else "thresholds"
            if draft.written(measure, "exceptional"):
                yield draft.warning(measure, "exceptional", f"never applies beside {why}")
            continue
        for target in measure.targets:
            if (beyond := _unreachable(measure, target)) is not None:
                text = f"cannot be reached: the target on line {target.line} makes it {beyond}"
                yield draft.warning(measure, "exceptional", text)


def cumulative_measures_have_a_profile(draft: Draft) -> Iterator[Problem]:
    """Warning: a running total judged all year long by its year-end target."""
    for measure in draft.measures:
        if measure.shape != "cumulative" or measure.frequency not in ("month", "quarter"):
            continue
        for target in measure.targets:
            if target.form == "value":
                text = "is one value for a cumulative measure: give a profile, or it starts off red"
                yield draft.warning(measure, "targets", text, target.line)


def running_totals_do_not_fall(draft: Draft) -> Iterator[Problem]:
    """Warning: a profile that falls in the course of the year."""
    for measure in draft.measures:
        for target in measure.targets:
            totals = list(target.profile.values())
            if measure.shape == "cumulative" and any(b < a for a, b in pairwise(totals)):
                text = "falls in the course of the year, which a running total does not"
                yield draft.warning(measure, "targets.profile", text, target.line)


def targets_do_not_jump_tenfold(draft: Draft) -> Iterator[Problem]:
    """Warning: a target ten times the one before it, or a tenth of it."""
    for measure in draft.measures:
        for before, after in _successive(measure.targets):
            old, new = _size(before), _size(after)
            if old and new and (new >= old * TENFOLD or old >= new * TENFOLD):
                text = f"{new} follows {old}: is a digit missing or doubled?"
                yield draft.warning(measure, "targets", text, after.line)


def percentages_are_not_summed(draft: Draft) -> Iterator[Problem]:
    """Warning: a percent that is added up over periods and places."""
    for measure in draft.measures:
        if measure.unit == "percent" and measure.combine == "sum":
            yield draft.warning(measure, "combine", "sum adds percentages up: write ratio")


def percentages_are_scaled(draft: Draft) -> Iterator[Problem]:
    """Warning: a percent whose ratio is not multiplied by 100."""
    for measure in draft.measures:
        if measure.unit == "percent" and measure.combine == "ratio" and measure.scale != 100:
            text = f"is {measure.scale}: a percent that is a ratio has scale 100"
            yield draft.warning(measure, "scale", text)


def _unreachable(measure: Measure, target: Target) -> Decimal | None:
    """The exceptional boundary furthest out of bounds, if any is."""
    sign = 1 if measure.good == "high" else -1
    for dated in _in_force(measure.exceptional, target):
        for bound in amounts(target):
            beyond = bound + sign * dated.margin.of(bound)
            if measure.unit == "percent" and beyond > 100 >= bound:
                return beyond
            if measure.unit in _NEVER_NEGATIVE and beyond < 0 <= bound:
                return beyond
    return None


def _in_force(margins: Sequence[DatedMargin], target: Target) -> list[DatedMargin]:
    """The margin in force when the target begins, and those that follow."""
    earlier = [one for one in margins if one.starts is None or one.starts <= target.starts]
    later = [one for one in margins if one.starts is not None and one.starts > target.starts]
    return [*earlier[-1:], *later]


def _successive(targets: Sequence[Target]) -> Iterator[tuple[Target, Target]]:
    for kind in dict.fromkeys(target.kind for target in targets):
        own = sorted((one for one in targets if one.kind == kind), key=lambda one: one.starts)
        yield from pairwise(own)


def _size(target: Target) -> Decimal | None:
    """The largest amount a target states, regardless of sign."""
    return max((abs(amount) for amount in amounts(target)), default=None)
