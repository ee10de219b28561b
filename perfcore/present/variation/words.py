"""Is it real, and can the process meet its target: in words (method 5)."""

from __future__ import annotations

from typing import Final

from perfcore.present import wording
from perfcore.views.signals import Signal

NOT_TESTED: Final = {
    "rolling": "a rolling measure repeats its own past",
    "cumulative": "a running total; see the amounts of each period",
    "seasonal": "a seasonal measure; see the year before",
    "epidemic": "an epidemic curve",
    "low_counts": "counts too low for limits, under 5 on average",
    "too_few_points": "fewer points than limits need",
    "too_few_since": "too few points since the limits were recalculated",
    "ghosted": "set aside in the framework",
    "no_figure": "no figure",
}
_SHORTEST_RUN: Final = 6  # the rest of it is told by another rule
ASSURED: Final = {
    "pass": "the process meets this target reliably",
    "hit_or_miss": "the process meets this target in some periods and misses it in others",
    "fail": "the process cannot meet this target without change",
}
_STATUS: Final = {
    "red": "Red", "amber": "Amber", "green": "Green", "exceptional": "Exceeding", "monitor": "",
}  # fmt: skip


def real(signal: Signal) -> str:
    """``Special cause``, ``Within normal variation`` or ``Not tested``."""
    if not signal.tested:
        return "Not tested"
    return "Special cause" if signal.special else "Within normal variation"


def because(signal: Signal) -> str:
    """The rule that fired, or why nothing was tested; empty for normal variation."""
    if not signal.tested:
        return NOT_TESTED[signal.refusal]
    return rule_words(signal) if signal.special else ""


def rule_words(signal: Signal) -> str:
    """The rule that fired, in words.

    >>> rule_words(Signal("concern_high", rule="single", run=12))
    '12 points in a row above the upper limit'
    >>> rule_words(Signal("improvement_low", rule="two_in_three", run=1))
    '2 of 3 points close to the lower limit'
    """
    points = signal.run or 1
    side, limit = ("above", "upper") if signal.way == "high" else ("below", "lower")
    match signal.rule:
        case "single" if points == 1:
            return f"{side} the {limit} limit"
        case "single":
            return f"{points} points in a row {side} the {limit} limit"
        case "shift" if points < _SHORTEST_RUN:
            return f"part of a run {side} the mean"
        case "trend" if points < _SHORTEST_RUN:
            return f"part of a steady {'rise' if signal.way == 'high' else 'fall'}"
        case "shift":
            return f"{points} points in a row {side} the mean"
        case "trend":
            return f"{points} points {'rising' if signal.way == 'high' else 'falling'} in a row"
        case _:
            return f"2 of 3 points close to the {limit} limit"


def verdict(status: str, signal: Signal, frequency: str, lasted: int = 1) -> str:
    """The status and what stands behind it, as one sentence; empty where nothing was tested.

    Parameters
    ----------
    status
        A code of method 3.
    signal
        What the control chart says.
    frequency
        Of the measure, for ``this month``.
    lasted
        For how many results in a row the status has been this one, 1 or more.

    Examples
    --------
    >>> verdict("red", Signal("common_cause", "fail", met=0, met_of=18), "month")
    'Red, and the process cannot meet this target without change.'
    """
    if not signal.tested:
        return ""
    word = _STATUS.get(status, "")
    if not word:
        return f"{wording.capital(_plain(signal))}."
    if signal.special:
        return f"{word}{_special(status, signal)}."
    return f"{word}{_common(status, signal, frequency, lasted)}."


def _plain(signal: Signal) -> str:
    return f"special cause: {rule_words(signal)}" if signal.special else real(signal).lower()


def _special(status: str, signal: Signal) -> str:
    cannot = signal.assurance == "fail"
    bad = status in ("red", "amber")
    if signal.kind == "improvement" and cannot and bad:
        return f", but better than before ({rule_words(signal)}); {ASSURED['fail']} beyond this"
    joined = "but" if bad == (signal.kind == "improvement") else "and"
    said = {"improvement": "getting better", "concern": "getting worse"}.get(
        signal.kind, "changing"
    )
    rest = f"; {ASSURED['fail']}" if cannot else ""
    return f", {joined} {said} by more than chance ({rule_words(signal)}){rest}"


def _common(status: str, signal: Signal, frequency: str, lasted: int) -> str:
    noun = wording.PERIOD_NOUNS[frequency]
    bad = status in ("red", "amber")
    if signal.assurance == "fail" and bad:
        return f", and {ASSURED['fail']}"
    if signal.assurance == "pass" and not bad:
        return f", and {ASSURED['pass']}"
    if not signal.met_of or signal.met is None:
        return f" this {noun}, within normal variation"
    met = f"{signal.met} of {wording.plural(signal.met_of, noun)}"
    if bad:
        colour = _STATUS[status].lower()
        one = f"one {colour}" if lasted <= 1 else f"{wording.count_word(lasted)} {colour}s in a row"
        return (
            f" this {noun}, but within normal variation: {one} in a process that met the target "
            f"in {met}"
        )
    return f" this {noun}, within normal variation: the process met the target in {met}"
