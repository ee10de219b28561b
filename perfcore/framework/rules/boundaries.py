"""Can every value be told green, amber or red without contradiction (method 3)?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from perfcore.framework.model import DatedMargin, Target
from perfcore.framework.problems import Problem
from perfcore.framework.rules.draft import Draft


def targets_suit_good(draft: Draft) -> Iterator[Problem]:
    """Error: a range for a measure with one good direction, or one bound for a band."""
    for measure in draft.measures:
        if measure.good == "range" and measure.thresholds:
            yield draft.error(measure, "thresholds", "need good: high or good: low, not range")
        for target in measure.targets:
            if (target.form == "range") != (measure.good == "range") and measure.good != "none":
                other = "a range needs good: range" if target.form == "range" else "needs a range"
                text = f"{other}; this measure has good: {measure.good}"
                yield draft.error(measure, "targets", text, target.line)


def ranges_ascend(draft: Draft) -> Iterator[Problem]:
    """Error: a range whose lower bound is above its upper bound."""
    for measure in draft.measures:
        for target in measure.targets:
            if target.low is not None and target.high is not None and target.low > target.high:
                text = f"the lower bound {target.low} comes first, then the upper {target.high}"
                yield draft.error(measure, "targets.range", text, target.line)


def thresholds_are_in_order(draft: Draft) -> Iterator[Problem]:
    """Error: boundaries that do not go exceptional, green, amber in the measure's direction."""
    for measure in draft.measures:
        stated = measure.thresholds
        if stated is None or measure.good not in ("high", "low"):
            continue
        sign = 1 if measure.good == "high" else -1
        side = "below" if measure.good == "high" else "above"
        if (stated.green - stated.amber) * sign < 0:
            text = (
                f"amber {stated.amber} must be {side} green {stated.green} for good: {measure.good}"
            )
            yield draft.error(measure, "thresholds.amber", text)
        if stated.exceptional is not None and (stated.exceptional - stated.green) * sign <= 0:
            text = (
                f"green {stated.green} must be {side} exceptional {stated.exceptional} "
                f"for good: {measure.good}"
            )
            yield draft.error(measure, "thresholds.exceptional", text)


def lines_end_after_they_begin(draft: Draft) -> Iterator[Problem]:
    """Error: a straight line whose last period is not after its first."""
    for measure in draft.measures:
        for target in measure.targets:
            if target.ends is not None and target.ends <= target.starts:
                yield draft.error(measure, "targets.to", "is not after from", target.line)


def percentages_are_not_of_zero(draft: Draft) -> Iterator[Problem]:
    """Error: a margin in percent while a target in force is zero."""
    for measure in draft.measures:
        if measure.thresholds or measure.good == "none":
            continue
        for key, margins in (
            ("tolerance", measure.tolerance),
            ("exceptional", measure.exceptional),
        ):
            clash = _zero_under_percentage(measure.targets, margins)
            if clash is not None and not (key == "exceptional" and measure.good == "range"):
                target, dated = clash
                text = f"{dated.margin} of a zero target (line {target.line}) is nothing: "
                origin = "" if draft.written(measure, key) else ", instead of the default"
                remedy = f"write it in the measure's unit{origin}"
                yield draft.error(measure, key, text + remedy)


def one_target_of_a_kind_at_a_time(draft: Draft) -> Iterator[Problem]:
    """Error: two targets of one kind from one day on."""
    for measure in draft.measures:
        seen: dict[tuple[str, date], Target] = {}
        for target in measure.targets:
            first = seen.setdefault((target.kind, target.starts), target)
            if first is not target:
                text = f"the same kind and period as the target on line {first.line}"
                yield draft.error(measure, "targets.from", text, target.line)


def one_margin_at_a_time(draft: Draft) -> Iterator[Problem]:
    """Error: two margins from one day on."""
    for measure in draft.measures:
        for key in ("tolerance", "exceptional"):
            dated: tuple[DatedMargin, ...] = getattr(measure, key)
            if any(one.starts == following.starts for one, following in pairwise(dated)):
                yield draft.error(measure, f"{key}.from", "two margins begin with one period")


def amounts(target: Target) -> tuple[Decimal, ...]:
    """Every amount that a target states outright."""
    stated = (target.value, target.low, target.high, target.start, target.end)
    return (*(one for one in stated if one is not None), *target.profile.values())


def _zero_under_percentage(
    targets: Sequence[Target], margins: Sequence[DatedMargin]
) -> tuple[Target, DatedMargin] | None:
    for target in targets:
        if 0 not in amounts(target):
            continue
        until = _end_of_force(target, targets)
        for position, margin in enumerate(margins, start=1):
            begins_in_time = (margin.starts or date.min) < until
            lasts = all((one.starts or date.min) > target.starts for one in margins[position:])
            if margin.margin.relative and begins_in_time and lasts:
                return target, margin
    return None


def _end_of_force(target: Target, targets: Sequence[Target]) -> date:
    """The first day on which another target of the kind has taken over."""
    later = [
        one.starts for one in targets if one.kind == target.kind and one.starts > target.starts
    ]
    return min(later, default=date.max)
