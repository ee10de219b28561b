"""How were the value, target and status of a period reached, line by line?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from perfcore.present import wording
from perfcore.views.measure_page import HistoryRow, MeasureFacts, MeasurePage, Reached

GOOD_WORDS: Final = {
    "high": "Higher",
    "low": "Lower",
    "range": "Inside the range",
    "none": "Neither; the measure is watched, not judged",
}
_METHODS: Final = {
    "same_period_last_year": "Against the same period last year",
    "previous_period": "Against the period before",
    "spc": "Against the process limits",
}


def steps(view: MeasurePage) -> list[tuple[str, str]]:
    """The numbered lines: value, target, tolerance, status, direction, other targets.

    Parameters
    ----------
    view
        A page with a row to show.
    """
    shown = view.shown
    if shown is None:
        return []
    lines = [("Value", _value(view, shown)), ("Target", target_line(view))]
    lines += _tolerance(view)
    lines.append(("Status", _status(view, shown)))
    if view.reached:
        lines.append(("Direction", _direction(shown, view.reached)))
        lines += _differences(view.facts, view.reached)
    return lines + list(_other_targets(view))


def _value(view: MeasurePage, row: HistoryRow) -> str:
    facts = view.facts
    if row.value is None:
        said = view.reached.reason if view.reached else ""
        return said or wording.STATUS_WORDS.get(row.status, row.status)
    value = wording.in_full(row.value, facts.unit, facts.decimals)
    if row.numerator is None or not row.denominator:
        return f"{value}, as reported"
    parts = (f"{amount.normalize():,f}" for amount in (row.numerator, row.denominator))
    per = f" × {facts.scale:,}" if facts.scale != 1 else ""
    return f"{' ÷ '.join(parts)}{per} = {value}"


def target_line(view: MeasurePage) -> str:
    """The target in force as a condition."""
    facts, shown = view.facts, view.shown
    deciding = next((target for target in view.targets if target.decides), None)
    if deciding and deciding.low is not None and deciding.high is not None:
        low = wording.amount(deciding.low, facts.unit, facts.decimals)
        return f"{low} to {wording.in_full(deciding.high, facts.unit, facts.decimals)}"
    target = shown.target if shown else None
    if target is None and deciding:
        target = deciding.value
    return wording.target_words(target, facts.good, facts.unit, facts.decimals)


def _tolerance(view: MeasurePage) -> Iterator[tuple[str, str]]:
    for target in view.targets:
        if target.decides and target.tolerance:
            extra = f"; exceeding from {target.exceptional} beyond" if target.exceptional else ""
            yield "Tolerance", f"{target.tolerance} from the target counts as within{extra}"


def _direction(row: HistoryRow, reached: Reached) -> str:
    word = wording.DIRECTION_WORDS.get(row.direction, "Not known")
    method = _METHODS.get(reached.method, "")
    reason = wording.capital(reached.reason)
    return ". ".join(part.rstrip(".") for part in (word, method, reason) if part) + "."


def _differences(facts: MeasureFacts, row: Reached) -> Iterator[tuple[str, str]]:
    said = []
    if row.short_difference is not None:
        said.append(f"{_gap(facts, row.short_difference)} on the period before")
    if row.long_difference is not None:
        against = "last year" if row.method == "same_period_last_year" else "the mean before"
        said.append(f"{_gap(facts, row.long_difference)} on {against}")
    if said:
        yield "Change", "; ".join(said)


def _gap(facts: MeasureFacts, value: Decimal) -> str:
    return wording.difference(value, facts.unit, facts.decimals)


def _other_targets(view: MeasurePage) -> Iterator[tuple[str, str]]:
    facts = view.facts
    for target in view.targets:
        if not target.decides and target.value is not None:
            text = wording.target_words(target.value, facts.good, facts.unit, facts.decimals)
            yield f"{wording.capital(target.kind)} target", f"{text}; shown, does not decide"


def _status(view: MeasurePage, row: HistoryRow) -> str:
    said = view.reached.sentence if view.reached else ""
    return said or wording.STATUS_WORDS.get(row.status, row.status)
