"""How were the value, target and status of a period reached, line by line?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from perfcore.present import wording
from perfcore.present.variation.words import because, real, verdict
from perfcore.views.measure_page import HistoryRow, MeasureFacts, MeasurePage, Reached
from perfcore.views.targets_over_time import TargetInForce

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
    """The numbered lines: value, target, tolerance, status, direction, whether it is real.

    Parameters
    ----------
    view
        A page with a row to show.
    """
    shown = view.shown
    if shown is None:
        return []
    lines = [("Value", _value(view, shown)), ("Target", _target(view))]
    lines += _tolerance(view)
    lines.append(("Status", _status(view, shown)))
    if view.reached:
        lines.append(("Direction", _direction(shown, view.reached)))
        lines += _differences(view.facts, view.reached)
    lines += _is_it_real(view, shown)
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
    if deciding:
        low, high = _aim(deciding)
        if low is not None and high is not None:
            start = wording.amount(low, facts.unit, facts.decimals)
            return f"{start} to {wording.in_full(high, facts.unit, facts.decimals)}"
        target = low if low is not None else high
        return wording.target_words(target, facts.good, facts.unit, facts.decimals)
    target = shown.target if shown else None
    return wording.target_words(target, facts.good, facts.unit, facts.decimals)


def _aim(target: TargetInForce) -> tuple[Decimal | None, Decimal | None]:
    """What is to be met: both bounds of a range, or one value, or the boundary of green."""
    if target.value is not None:
        return target.value, None
    if target.low is not None or target.high is not None:
        return target.low, target.high
    return target.green_low, target.green_high


def _target(view: MeasurePage) -> str:
    since = next((target.since for target in view.targets if target.decides), "")
    return f"{target_line(view)}, in force since {since}" if since else target_line(view)


def _tolerance(view: MeasurePage) -> Iterator[tuple[str, str]]:
    for target in view.targets:
        if target.decides and view.facts.good != "none":
            said = [_within(view.facts, target), _exceeding(view.facts, target)]
            if any(said):
                yield "Tolerance", "; ".join(filter(None, said))


def _within(facts: MeasureFacts, target: TargetInForce) -> str:
    if (target.amber_low, target.amber_high) == (target.green_low, target.green_high):
        return "None; what does not meet the target is off target"
    low = _bound(facts, target.amber_low, ROUND_CEILING)
    high = _bound(facts, target.amber_high, ROUND_FLOOR)
    relative = target.tolerance.endswith("%") and target.form != "thresholds"
    if low and high:
        return f"{low} to {high} counts as within tolerance"
    sign, bound = ("up to", high) if high else ("down to", low)
    share = f" (target {'+' if high else wording.MINUS} {target.tolerance})" if relative else ""
    return f"{wording.capital(sign)} {bound} counts as within tolerance{share}" if bound else ""


def _exceeding(facts: MeasureFacts, target: TargetInForce) -> str:
    best = target.exceptional_low if facts.good == "high" else target.exceptional_high
    if best is None or facts.good not in ("high", "low"):
        return ""
    return f"{wording.target_words(best, facts.good, facts.unit, facts.decimals)} as exceeding"


def _bound(facts: MeasureFacts, bound: Decimal | None, rounding: str) -> str:
    """The last published value inside a boundary."""
    if bound is None:
        return ""
    inside = bound.quantize(Decimal(1).scaleb(-facts.decimals), rounding=rounding)
    return wording.in_full(inside, facts.unit, facts.decimals)


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


def _is_it_real(view: MeasurePage, shown: HistoryRow) -> Iterator[tuple[str, str]]:
    signal = shown.signal
    why = because(signal)
    yield "Is it real?", f"{real(signal)}{f': {why}' if why else ''}."
    if said := verdict(shown.status, signal, view.facts.frequency, view.lasted):
        yield "So", said


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
