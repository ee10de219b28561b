"""By how much was a target missed, and what is the result compared with?"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from perfcore.present import wording
from perfcore.views.exceptions import Beside
from perfcore.views.results import Result

# What `worst_first.sql` applies.
ORDER: Final = (
    "Order: how many times its tolerance the target was missed by (over 5, over 2, up to 2), then "
    "getting worse by more than chance, cannot meet its target, not tested, within normal "
    "variation; then longest off target, strategic before service"
)
_CLEAR: Final = {
    "newcombe": "more than chance",
    "poisson": "more than chance",
    "noise": "big enough to count",
}
_NOT_CLEAR: Final = {
    "newcombe": "could be chance",
    "poisson": "could be chance",
    "noise": "too small to count",
}


def missed_by(times: float | None) -> str:
    """By how many times its tolerance a target was missed.

    >>> missed_by(5.15), missed_by(22.5), missed_by(None)
    ('5.2 × tolerance', '23 × tolerance', 'no tolerance')
    """
    if times is None:
        return "no tolerance"
    size = wording.number(Decimal(str(times)), 0 if times >= 10 else 1)
    return f"{size} × tolerance"


def compared(row: Result, beside: Beside) -> str:
    """What the direction compares the result with, and whether the change counts.

    ``Was 58.2% in Sep 2019: more than chance``.
    """
    if beside.compared_value is None:
        return "No earlier figure to compare with"
    was = wording.in_full(beside.compared_value, row.unit, row.decimals)
    when = wording.period(row.frequency, beside.compared_period, beside.compared_starts)
    verdict = _verdict(row, beside)
    return f"Was {was} in {when}{': ' if verdict else ''}{verdict}"


def year_before(row: Result, beside: Beside) -> str:
    """The same period a year before; empty where the direction compares with it already."""
    if beside.compared_period and beside.compared_period == beside.last_year_period:
        return ""
    if beside.last_year_value is None:
        return "No figure a year before"
    return f"{wording.in_full(beside.last_year_value, row.unit, row.decimals)} a year before"


def _verdict(row: Result, beside: Beside) -> str:
    if beside.test == "spc":
        return ""  # the control chart says it, in its own place
    if beside.test == "none":
        return "no change"
    if row.direction != "no_clear_change":
        return _CLEAR[beside.test]
    if row.good == "range":
        return "no clear move to or from the range"
    return _NOT_CLEAR[beside.test]
