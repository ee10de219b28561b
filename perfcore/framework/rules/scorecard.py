"""Is the balanced scorecard balanced?"""

from __future__ import annotations

from collections.abc import Iterator

from perfcore.framework.model import Framework, Measure
from perfcore.framework.problems import Problem
from perfcore.framework.rules.draft import Draft


def every_quadrant_has_a_measure(draft: Draft) -> Iterator[Problem]:
    """Warning: a quadrant with no measure that is still reported."""
    used = {measure.quadrant for measure in draft.measures if not measure.retired}
    for name in draft.framework.quadrants:
        if name not in used:
            yield draft.warning_of("quadrants", name, "has no measure")


def finance_and_the_rest_are_both_there(draft: Draft) -> Iterator[Problem]:
    """Warning: a scorecard without both financial and non-financial measures."""
    shown = [one for one in draft.measures if one.quadrant and not one.retired]
    kinds = {is_financial(measure, draft.framework) for measure in shown}
    if len(kinds) == 1:
        missing = "non-financial" if True in kinds else "financial"
        yield draft.warning_of("quadrants", "", f"the scorecard has no {missing} measure")


def is_financial(measure: Measure, framework: Framework) -> bool:
    """Whether a measure is about money: by its unit, its quadrant or a tag."""
    quadrant = framework.quadrants.get(measure.quadrant)
    words = (measure.quadrant, quadrant.name if quadrant else "", *measure.tags)
    return measure.unit == "gbp" or any("financ" in word.lower() for word in words)
