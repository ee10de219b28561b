"""How does the council compare, in sentences?

Figures and refusals come from the view; nothing is worked out here but how to say them.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from perfcore.present import wording
from perfcore.views.comparison import Area, Beside, ComparedWith, Comparison, Standing
from perfcore.views.measure_page import MeasureFacts, MeasurePage

QUARTERS: Final = {
    1: "in the best quarter",
    2: "in the second-best quarter",
    3: "in the second-worst quarter",
    4: "in the worst quarter",
}
_GOOD: Final = {
    "high": "Higher is better.",
    "low": "Lower is better.",
    "none": "Neither high nor low is better.",
    "range": "Inside the council's own range is best.",
}
_AGAINST: Final = {
    "better": "better than",
    "similar": "similar to",
    "worse": "worse than",
    "higher": "higher than",
    "lower": "lower than",
}
_INTERVALS: Final = {
    "given": "its published confidence limits",
    "wilson": "Wilson's interval of a proportion",
    "poisson": "the exact Poisson limits of its count",
    "byar": "Byar's limits of its count",
}
_UNRANKED: Final = {
    "total": "A total grows with the size of the place, so nobody is ranked by it.",
    "no_polarity": "Nobody is ranked by it.",
    "own_range": "The range is this council's own, so others are not ranked by it.",
}
_WITHOUT: Final = {
    "suppressed": "Withheld",
    "not_applicable": "Does not run the service",
    "not_available": "Not available",
    "not_supplied": "No figure",
    "too_large": "Too large to be exact",
}


def sentence(facts: MeasureFacts, beside: Beside) -> str:
    """The finding in one sentence; where there is none, the reason."""
    row = beside.compared
    if row is None:
        return not_compared(facts, beside)
    return _among(facts, beside, row) if row.kind == "set" else _against(facts, beside, row)


def details(view: MeasurePage, beside: Beside) -> list[str]:
    """What stands under the finding: how sure, how far, who is left out, which period."""
    row = beside.compared
    if row is None:
        return []
    said = _of_set(view.facts, row) if row.kind == "set" else _of_area(view.facts, beside, row)
    return [*said, *_left_out(row), common_period(view, beside, row)]


def standing(facts: MeasureFacts, beside: Beside) -> str:
    """The finding in a few words: ``3rd best of 11``, ``better``, ``not compared``."""
    row = beside.compared
    if row is None:
        return "not compared"
    if row.kind == "area":
        return row.verdict or _side(row)
    return place(row) if row.rank else _higher_than(row)


def theirs(facts: MeasureFacts, row: Standing) -> str:
    """What the council stands beside: the area's value, or the median of the set."""
    if row.kind == "area":
        return short(facts, row.area_value)
    return f"median {short_fine(facts, row.median)}"


def place(row: Standing) -> str:
    """The rank in words, ties said: ``3rd best of 11``, ``joint best of 11``, ``last of 11``."""
    rank, level, of = row.rank or 0, row.level or 0, row.figures + 1
    if level == row.figures:
        return f"level with all {wording.count_word(level)}"
    joint = "joint " if level else ""
    if rank == 1:
        return f"{joint}best of {of}"
    if rank + level == of:
        return f"{joint}last of {of}"
    return f"{joint}{ordinal(rank)} best of {of}"


def _when(facts: MeasureFacts, row: Standing) -> str:
    said = wording.period(facts.frequency, row.period, row.starts, short=False)
    return f"the {said}" if facts.frequency == "academic_year" else said


def ordinal(number: int) -> str:
    """A place in an order.

    >>> [ordinal(number) for number in (1, 2, 3, 4, 11, 21)]
    ['1st', '2nd', '3rd', '4th', '11th', '21st']
    """
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def amount(facts: MeasureFacts, value: Decimal | None) -> str:
    """A published value with its unit; ``None`` where there is none."""
    return "None" if value is None else wording.in_full(value, facts.unit, facts.decimals)


def fine(facts: MeasureFacts, value: Decimal | None) -> str:
    """A median or quartile, with one decimal more than the measure where it needs one."""
    if value is None:
        return "None"
    return wording.in_full(value, facts.unit, facts.decimals + _finer(facts, value))


def _finer(facts: MeasureFacts, value: Decimal) -> bool:
    return value != value.quantize(Decimal(1).scaleb(-facts.decimals)) and facts.unit != "gbp"


def short(facts: MeasureFacts, value: Decimal | None) -> str:
    """A published value as a drawing or a table has it: the unit's word stands in its title."""
    return "None" if value is None else wording.amount(value, facts.unit, facts.decimals)


def short_fine(facts: MeasureFacts, value: Decimal | None) -> str:
    """A median as a drawing or a table has it."""
    if value is None:
        return "None"
    return wording.amount(value, facts.unit, facts.decimals + _finer(facts, value))


def unit(facts: MeasureFacts) -> str:
    """The unit's word after a comma, for a title; nothing where the values say it all."""
    word = wording.unit_word(facts.unit)
    return f", {word}" if word else ""


def without_figure(area: Area) -> str:
    """Why an area has no value in the table."""
    return _WITHOUT.get(area.marker, "No figure")


def good(facts: MeasureFacts) -> str:
    """Which way is better, as a sentence."""
    return _GOOD[facts.good]


def common_period(view: MeasurePage, beside: Beside, row: Standing) -> str:
    """Which period is compared, and where the council's own is newer, that it is."""
    facts = view.facts
    known = [one for one in view.history if one.value is not None]
    when = _when(facts, row)
    if known and known[-1].starts > row.starts:
        own = wording.period(facts.frequency, known[-1].period, known[-1].starts, short=False)
        who = beside.compared_with.organisation
        return f"The newest period that both have is {when}; {who}'s own newest is {own}."
    return f"The newest period that both have is {when}."


def not_compared(facts: MeasureFacts, beside: Beside) -> str:
    """Why there is nothing to compare."""
    them, row = beside.compared_with, beside.refused
    if row is None:
        return f"Not compared with {them.name}: no figure of theirs is in the data."
    when = _when(facts, row)
    return f"Not compared with {them.name}: {_reason(them, row, when)}."


def findings(facts: MeasureFacts, found: Comparison) -> list[str]:
    """The finding beside each area and set, in the framework's order."""
    return [sentence(facts, beside) for beside in found.every]


def _reason(them: ComparedWith, row: Standing, when: str) -> str:
    match row.refusal:
        case "no_own":
            return f"their newest figure is for {when}, for which this council has none"
        case "own_withheld":
            return f"this council's figure for {when} is withheld"
        case "own_not_available":
            return f"this council has no figure for {when}"
        case "own_incomplete":
            return f"this council's figure for {when} is not complete"
        case "before_set":
            since = wording.day(them.since) if them.since else ""
            return f"the set is in use from {since}, and their newest figure is for {when}"
        case "area_withheld":
            return f"the figure for {when} is withheld"
        case "area_not_available":
            return f"no figure is available for {when}"
        case _:
            return _too_few(row, when)


def _too_few(row: Standing, when: str) -> str:
    have, of = wording.count_word(row.figures), wording.count_word(row.members)
    has = "has" if row.figures == 1 else "have"
    return f"{have} of the {of} {has} a figure for {when}, and fewer than five say little"


def _among(facts: MeasureFacts, beside: Beside, row: Standing) -> str:
    who, them = beside.compared_with.organisation, beside.compared_with.name
    when = _when(facts, row)
    value = amount(facts, row.value)
    if row.rank is None:
        return f"{who}, at {value}, is {_higher_than(row)} {them} in {when}."
    if row.level == row.figures:
        return f"{who} is {place(row)} {them} in {when}, at {value}."
    return f"{who} ranks {place(row)} with {them} in {when}, at {value}."


def _higher_than(row: Standing) -> str:
    level = f", level with {row.level}" if row.level else ""
    return f"higher than {row.lower or 0} and lower than {row.higher or 0}{level} of {row.figures}"


def _of_set(facts: MeasureFacts, row: Standing) -> Iterator[str]:
    if row.rank_refusal:
        yield _unranked(facts, row)
    elif row.quartile:
        yield f"{good(facts)} It is {QUARTERS[row.quartile]}."
    else:
        yield f"{good(facts)} The middle half of them have one figure, so there are no quarters."
    number = wording.count_word(row.figures)
    half = _span(facts, row.lower_quartile, row.upper_quartile)
    yield (
        f"The median of the {number} is {fine(facts, row.median)}, and the middle half of them "
        f"lies from {half}."
    )
    yield from _distance(row)


def _span(facts: MeasureFacts, low: Decimal | None, high: Decimal | None) -> str:
    return f"{short_fine(facts, low)} to {fine(facts, high)}"


def _unranked(facts: MeasureFacts, row: Standing) -> str:
    why = _UNRANKED[row.rank_refusal]
    return why if row.rank_refusal == "total" else f"{good(facts)} {why}"


def _distance(row: Standing) -> Iterator[str]:
    if row.distance_refusal == "no_spread":
        yield (
            "At least half of them are at the median, so the distance from it cannot be given in "
            "median absolute deviations."
        )
    elif row.distance is not None:
        size = wording.number(Decimal(abs(row.distance)), 1)
        noun = "median absolute deviation" + ("" if size == "1.0" else "s")
        side = "above" if row.distance > 0 else "below"
        yield (
            f"The council is {size} {noun} {side} it."
            if row.distance
            else ("The council is at the median.")
        )


def _against(facts: MeasureFacts, beside: Beside, row: Standing) -> str:
    who, them = beside.compared_with.organisation, beside.compared_with.name
    when = _when(facts, row)
    said = f"{_AGAINST[row.verdict]} {them}" if row.verdict else f"{_side(row)} {them}"
    values = f"{amount(facts, row.value)} against {amount(facts, row.area_value)}"
    return f"{who} is {said} in {when}: {values}."


def _side(row: Standing) -> str:
    if row.higher:
        return "below"
    return "above" if row.lower else "level with"


def _of_area(facts: MeasureFacts, beside: Beside, row: Standing) -> Iterator[str]:
    them = beside.compared_with.name
    if row.verdict_refusal == "total":
        yield "A total grows with the size of the place, so it is not judged better or worse."
    elif row.verdict_refusal == "no_interval":
        yield (
            "Whether the difference is more than chance is not said: the figure came without "
            "confidence limits, and without the counts to work them out from."
        )
    elif row.interval_low is not None and row.interval_high is not None:
        ends = (_published(facts, end) for end in (row.interval_low, row.interval_high))
        holds = "includes" if row.verdict == "similar" else "excludes"
        yield (
            f"The council's 95% interval, {_span(facts, *ends)}, {holds} {them}'s figure "
            f"({_INTERVALS[row.interval_method]})."
        )
        yield good(facts)


def _published(facts: MeasureFacts, end: float) -> Decimal:
    return Decimal(end).quantize(Decimal(1).scaleb(-facts.decimals), ROUND_HALF_UP)


def _left_out(row: Standing) -> Iterator[str]:
    if row.kind == "area":
        return
    missing = row.members - row.figures - row.withheld - row.without_service
    kinds = (
        (row.withheld, "withheld"),
        (row.without_service, "without the service"),
        (missing, "without a figure"),
    )
    said = [f"{wording.count_word(count)} {what}" for count, what in kinds if count]
    if said:
        yield f"Left out, not counted as zero: {wording.listed(said)}."
