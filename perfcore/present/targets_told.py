"""How is a target that was in force for a while written in a table?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from perfcore.present import wording
from perfcore.views.measure_page import HistoryRow, MeasureFacts
from perfcore.views.targets_over_time import TargetSpan


@dataclass(frozen=True, slots=True)
class TargetTold:
    """A row of the table of targets."""

    applies: str
    target: str
    tolerance: str
    why: str


def target_told(facts: MeasureFacts, span: TargetSpan) -> TargetTold:
    """The periods a target was in force, what it was, and who set it why."""
    return TargetTold(
        applies=_applies(facts, span),
        target=_target(facts, span),
        tolerance=_distance(facts, span.tolerance) or "none",
        why=_why(span),
    )


def target_in(facts: MeasureFacts, row: HistoryRow) -> str:
    """The target or its range in one period; empty where there is none."""
    if row.target_low is not None and row.target_high is not None:
        return f"{_amount(facts, row.target_low)} to {_amount(facts, row.target_high)}"
    return "" if row.aim is None else _amount(facts, row.aim)


def _applies(facts: MeasureFacts, span: TargetSpan) -> str:
    first = wording.period(facts.frequency, span.first_period, span.first_starts)
    last = wording.period(facts.frequency, span.last_period, span.last_starts)
    return first if first == last else f"{first} to {last}"


def _target(facts: MeasureFacts, span: TargetSpan) -> str:
    if span.first_value is None or span.last_value is None:
        return "none stated"
    if span.high is not None:
        return f"{_amount(facts, span.first_value)} to {_amount(facts, span.high)}"
    if span.first_value != span.last_value:
        return f"from {_amount(facts, span.first_value)} to {_amount(facts, span.last_value)}"
    return wording.target_words(span.last_value, facts.good, facts.unit, facts.decimals)


def _amount(facts: MeasureFacts, value: Decimal) -> str:
    return wording.amount(value, facts.unit, facts.decimals)


def _distance(facts: MeasureFacts, text: str) -> str:
    """A tolerance as the framework states it: a share, or an amount in the measure's unit."""
    if not text or text.endswith("%"):
        return text
    if facts.unit == "gbp":
        return _amount(facts, Decimal(text))
    if facts.unit == "percent":
        return f"{text} point{'' if Decimal(text) == 1 else 's'}"
    return text


def _why(span: TargetSpan) -> str:
    kind = "" if span.kind == "local" else f"{wording.capital(span.kind)} target"
    shown = "" if span.decides else "shown, does not decide"
    return ". ".join(filter(None, (", ".join(filter(None, (kind, shown))), span.why)))
