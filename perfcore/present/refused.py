"""Why is a change or a gap not taken apart? One sentence, in words (method 6)."""

from __future__ import annotations

from typing import Final

from perfcore.present import wording
from perfcore.views.contributions import Decomposition

WITHOUT_COUNTS: Final = (
    "It cannot be taken apart: it was supplied as a ratio without its numerator and denominator."
)
NOT_SPLIT: Final = "It cannot be taken apart: it has no figures by place, team or part."
_SENTENCES: Final = {
    "average": (
        "an average of its members does not add up, because how much each counts is not known"
    ),
    "other_periods": "its parts are taken at other intervals than the whole",
    "no_figure": "there is no figure for {now}",
    "whole_withheld": "the council's own figure is withheld on one side",
    "incomplete": "a figure is incomplete on one side, so that the difference would be of coverage",
    "no_target": "no target is in force for {now}",
    "inside_range": "it lies inside its target range, so there is no gap",
    "target_of_whole": "the target is for the council's total, and no part has a share of it",
    "no_earlier": "there is no figure for {then} to compare with",
    "starts_again": "the running total starts again with the year, so {then} is of another year",
    "no_members": "none of its members has a figure on one side",
    "no_numerators": "a member was supplied without its numerator and denominator",
    "member_missing": "a member's figure is missing on one side, so its part is not known",
    "zero_denominator": "a denominator is zero, so there is no rate to compare",
    "withheld": "so few figures are withheld that what is left of the total could give one away",
}


def refused(whole: Decomposition) -> str:
    """The sentence that says why; empty where it is not refused.

    Parameters
    ----------
    whole
        The decomposition that was asked for.
    """
    if not whole.refusal:
        return ""
    now = wording.period(whole.frequency, whole.period, whole.starts, short=False)
    then = "an earlier period"
    if whole.compared_period:
        then = wording.period(
            whole.frequency, whole.compared_period, whole.compared_starts, short=False
        )
    said = _SENTENCES[whole.refusal].format(now=now, then=then)
    return f"It cannot be taken apart: {said}."
