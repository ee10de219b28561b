"""Which rules beyond the keys must a framework obey (contracts.md 1)?"""

from __future__ import annotations

from typing import Final

from perfcore.framework.problems import Problem
from perfcore.framework.rules import boundaries, charts, drivers, ownership, plausibility, scorecard
from perfcore.framework.rules.draft import Draft, Rule

RULES: Final[tuple[Rule, ...]] = (
    ownership.strategic_measures_have_an_owner,
    drivers.have_no_cycle,
    drivers.are_named_once,
    drivers.parts_share_unit_and_combine,
    drivers.parts_are_not_coarser,
    drivers.products_have_two_or_three_factors,
    drivers.factors_share_the_frequency,
    drivers.no_breakdown_is_called_parts,
    boundaries.targets_suit_good,
    boundaries.ranges_ascend,
    boundaries.thresholds_are_in_order,
    boundaries.lines_end_after_they_begin,
    boundaries.percentages_are_not_of_zero,
    boundaries.one_target_of_a_kind_at_a_time,
    boundaries.one_margin_at_a_time,
    charts.ghosts_need_mdc,
    plausibility.percentages_lie_in_0_to_100,
    plausibility.exceptional_can_be_reached,
    plausibility.cumulative_measures_have_a_profile,
    plausibility.running_totals_do_not_fall,
    plausibility.targets_do_not_jump_tenfold,
    plausibility.percentages_are_not_summed,
    plausibility.percentages_are_scaled,
    scorecard.every_quadrant_has_a_measure,
    scorecard.finance_and_the_rest_are_both_there,
)


def broken_rules(draft: Draft) -> list[Problem]:
    """Everything that any rule finds in a framework."""
    return [problem for rule in RULES for problem in rule(draft)]
