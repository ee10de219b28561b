"""Where will it end: in words (method 7)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from perfcore.present import wording
from perfcore.views.forecast import Forecast, Verdict
from perfcore.views.measure_page import MeasureFacts

_REFUSED: Final = {
    "too_few_points": "fewer than 12 figures so far",
    "too_few_origins": "too few past figures to test a forecast to the end of the year",
    "too_fine": "weekly and daily figures are not forecast to the end of the year",
    "constant": "it has not changed so far",
    "gaps": "too many periods have no figure",
    "loses_to_naive": "no method did better in the past than repeating the last figure",
    "epidemic": "an epidemic curve does not follow its past",
    "retired": "it is no longer reported",
    "withheld": "the latest figure is withheld",
    "left_out": "the warehouse was built without forecasts",
    "no_year": "the calendar of the framework ends",
}

# Below this share of past figures within their intervals, a reader is told to doubt the next one.
_DOUBTFUL: Final = 0.65


def refused(verdict: Verdict, facts: MeasureFacts) -> str:
    """Why there is no forecast, with the range seen so far.

    Parameters
    ----------
    verdict
        What is known; one that is not refused gives nothing.
    facts
        Of the measure.
    """
    if not verdict.refusal:
        return ""
    said = f"No forecast: {_REFUSED[verdict.refusal]}."
    if verdict.seen_low is None or verdict.seen_high is None or verdict.points < 2:
        return said
    if verdict.refusal == "withheld":
        return said
    low, high = (
        wording.in_full(wording.decimal_of(one), facts.unit, facts.decimals)
        for one in (verdict.seen_low, verdict.seen_high)
    )
    return f"{said} Seen so far: {low} to {high} in {verdict.points} figures."


def likely(chance: float) -> str:
    """A chance as it is said.

    >>> likely(0.004), likely(0.344), likely(0.996)
    ('under 1%', '34%', 'over 99%')
    """
    if chance < 0.01:
        return "under 1%"
    return "over 99%" if chance > 0.99 else f"{chance * 100:.0f}%"


def cell(found: Forecast, facts: MeasureFacts) -> tuple[str, str, str]:
    """Title, value and note of the cell among the facts of a measure.

    ``Meets target by Mar 2021?``, ``34% likely``, ``likeliest 12 days, 7 to 21 days``.
    """
    verdict = found.verdict
    if verdict.refusal or verdict.value is None:
        return "Year end", "No forecast", _REFUSED.get(verdict.refusal, "")
    when = wording.period(facts.frequency, verdict.period, verdict.starts)
    around = f"likeliest {_amount(verdict.value, facts)}, {_between(verdict, facts)}"
    if verdict.chance is None:
        return f"By {when}", _amount(verdict.value, facts), _between(verdict, facts)
    return f"Meets target by {when}?", f"{likely(verdict.chance)} likely", around


def headline(found: Forecast, facts: MeasureFacts) -> str:
    """The chance of meeting the target by the year's end, or the value expected then."""
    verdict = found.verdict
    if verdict.value is None:
        return ""
    when = wording.period(facts.frequency, verdict.period, verdict.starts, short=False)
    if verdict.chance is None:
        return f"{_amount(verdict.value, facts)} expected by {when}"
    return f"{wording.capital(likely(verdict.chance))} chance of meeting the target by {when}"


def expected(found: Forecast, facts: MeasureFacts) -> Iterator[str]:
    """What is expected, how it would be judged, and the pace needed.

    Parameters
    ----------
    found
        A forecast that is not refused.
    facts
        Of the measure.

    Yields
    ------
    str
        One sentence at a time.
    """
    verdict = found.verdict
    if verdict.value is None:
        return
    when = wording.period(facts.frequency, verdict.period, verdict.starts, short=False)
    judged = wording.STATUS_WORDS.get(verdict.status, "").lower()
    yield (
        f"Likeliest for {when}: {_amount(verdict.value, facts)}{f', {judged}' if judged else ''}; "
        f"8 in 10 outcomes lie from {_between(verdict, facts)}."
    )
    if verdict.chance is not None:
        against = _target(verdict, facts)
        yield f"Chance of {against} by then: {likely(verdict.chance)}."
    if pace := pace_needed(verdict, facts):
        yield pace


def if_moved(verdict: Verdict, frequency: str, now: Decimal, supposed: Decimal) -> str:
    """How the chance would change if the year's end moved by as much; empty where there is none.

    Parameters
    ----------
    verdict
        What is known of the year's end.
    frequency
        How often the measure is taken.
    now, supposed
        The figure as it is, and as it is supposed to be.
    """
    then = verdict.chance_if_moved(supposed - now)
    if then is None or verdict.chance is None:
        return ""
    when = wording.period(frequency, verdict.period, verdict.starts, short=False)
    return (
        f"If the forecast moved by as much, the chance of meeting the target by {when} would be "
        f"{likely(then)}, not {likely(verdict.chance)}."
    )


def trusted(found: Forecast) -> str:
    """By which method, and how far it can be trusted by its past; empty if refused."""
    verdict = found.verdict
    if verdict.refusal or verdict.error_ratio is None:
        return ""
    better = (1 - verdict.error_ratio) * 100
    return (
        f"Method: {verdict.method}; its errors over {verdict.origins} past starts were "
        f"{better:.0f}% smaller than those of repeating the last figure. {_held(verdict)}"
    )


def _held(verdict: Verdict) -> str:
    if not verdict.tested:
        return "Too few past figures to test its interval."
    said = (
        f"{verdict.inside} of {verdict.tested} past figures lay inside the interval that would "
        "have been given before them"
    )
    if verdict.inside < _DOUBTFUL * verdict.tested:
        return f"{said}, not the 8 in 10 intended: the year may well end further out."
    return f"{said}; 8 in 10 are intended."


def pace_needed(verdict: Verdict, facts: MeasureFacts) -> str:
    """What each period left needs, beside the best there was; empty where there is no pace.

    ``Needs 97.1% on average in each of the 3 months left; the best three months on record
    averaged 94.0%.``
    """
    if verdict.run_needed is None or verdict.run_best is None or not verdict.run_periods:
        return ""
    noun = wording.PERIOD_NOUNS[facts.frequency]
    left = verdict.run_periods
    each = f"the {noun} left" if left == 1 else f"each of the {left} {noun}s left"
    best = _amount(verdict.run_best, facts)
    if facts.shape == "cumulative":
        add = _amount(verdict.run_needed, facts)
        if verdict.run_needed <= 0:
            return (
                f"The target is reached already; the best same {noun}s of a year added {best} each."
            )
        said = f"Needs {add} added on average in {each}"
        return f"{said}; the best same {noun}s of an earlier year added {best} each."
    if _out_of_reach(verdict.run_needed, facts):
        return (
            f"No figure in {each} could bring the year's mean to the target; the best "
            f"{_run(left, noun)} on record averaged {best}."
        )
    needed = _amount(verdict.run_needed, facts)
    return (
        f"For the year's mean to meet the target it needs {needed} on average in {each}; the best "
        f"{_run(left, noun)} on record averaged {best}."
    )


def _run(left: int, noun: str) -> str:
    return noun if left == 1 else f"{wording.count_word(left)} {noun}s"


def _out_of_reach(needed: Decimal, facts: MeasureFacts) -> bool:
    return needed < 0 or (facts.unit == "percent" and needed > 100)


def _target(verdict: Verdict, facts: MeasureFacts) -> str:
    if verdict.target_low is not None and verdict.target_high is not None:
        low, high = (_amount(one, facts) for one in (verdict.target_low, verdict.target_high))
        return f"{low} to {high}"
    return wording.target_words(verdict.target, facts.good, facts.unit, facts.decimals)


def _between(verdict: Verdict, facts: MeasureFacts) -> str:
    if verdict.low is None or verdict.high is None:
        return ""
    low = wording.amount(verdict.low, facts.unit, facts.decimals)
    return f"{low} to {_amount(verdict.high, facts)}"


def _amount(value: Decimal, facts: MeasureFacts) -> str:
    return wording.in_full(value, facts.unit, facts.decimals)
