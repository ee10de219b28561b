"""What does each page say first, in one sentence that could be read out?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from perfcore.present import wording
from perfcore.views.counts import StatusCounts
from perfcore.views.data_health import DataHealth
from perfcore.views.freshness import Freshness
from perfcore.views.measure_page import HistoryRow, MeasureFacts, MeasurePage
from perfcore.views.overview import Overview
from perfcore.views.results import Result
from perfcore.views.scorecard import Scorecard

LONGEST: Final = 170
_NOTHING_RATED: Final = "None of these measures has a target and a result yet."


def overview(view: Overview) -> str:
    """How many measures are off target, compared with their last results, and which turned."""
    start = off_target(view.council)
    if not view.council.rated:
        return start
    change = view.council.more_red
    than = "more" if change > 0 else "fewer"
    if change:
        results = "its previous result" if view.council.rated == 1 else "their previous results"
        start += f", {wording.count_word(abs(change))} {than} than at {results}"
    for turned in _turned(view):
        sentence = f"{start}: {turned}."
        if len(sentence) <= LONGEST:
            return sentence
    return f"{start}."


def off_target(counts: StatusCounts, what: str = "rated measures") -> str:
    """``Twelve of the 32 rated measures are off target``."""
    if not counts.rated:
        return _NOTHING_RATED
    if counts.rated == 1:
        return f"The one {what.removesuffix('s')} is {'' if counts.red else 'not '}off target"
    verb = "is" if counts.red == 1 else "are"
    count = wording.capital(wording.count_word(counts.red))
    return f"{count} of the {counts.rated:,} {what} {verb} off target"


def scorecard(view: Scorecard) -> str:
    """Where on the scorecard the measures off target are."""
    if not view.counts.rated:
        return _NOTHING_RATED
    start = off_target(view.counts, "rated scorecard measures")
    worst = sorted(view.quadrants, key=lambda one: one.counts.red, reverse=True)[:1]
    if not view.counts.red or len(view.quadrants) < 2:
        return f"{start}."
    most = worst[0]
    return f"{start}; {most.entry.name} has the most, with {wording.count_word(most.counts.red)}."


def quadrant(counts: StatusCounts, results: Sequence[Result]) -> str:
    """What a quadrant says in one line."""
    if not counts.total:
        return "No measures match the filters."
    if not counts.rated:
        return "No measure here is rated yet."
    worse = sum(row.direction == "worsening" for row in results)
    better = sum(row.direction == "improving" for row in results)
    return (
        f"{wording.capital(wording.count_word(counts.red))} of {counts.rated} rated off target; "
        f"{wording.count_word(better)} improving, {wording.count_word(worse)} worsening."
    )


def measure(view: MeasurePage) -> str:
    """The value, what it is compared with, and what follows."""
    facts, shown = view.facts, view.shown
    if shown is None or shown.value is None:
        owner = f" {facts.owner} holds it." if facts.owner else ""
        return f"No figure has been reported yet.{owner}"
    value = wording.in_full(shown.value, facts.unit, facts.decimals)
    when = wording.period(facts.frequency, shown.period, shown.starts, short=False)
    parts = [f"{value} in {when}"]
    if view.before and view.before.value is not None:
        parts.append(_against(facts, shown, view.before, view.before.value))
    if shown.target is not None:
        parts.append(_verdict(facts, shown, shown.target))
    return ", ".join(parts) + "."


def data_health(view: DataHealth) -> str:
    """How much of the data can be relied on."""
    rows = wording.plural(view.build.rejected, "row")
    refused = f"{rows} of {view.build.read:,} read could not be used"
    if not view.build.rejected:
        refused = f"all {view.build.read:,} rows read were used"
    return f"{_overdue(view.freshness)}, and {refused}."


def _overdue(fresh: Freshness) -> str:
    due = fresh.up_to_date + fresh.overdue
    if not due:
        return "No measure is due yet"
    if due == 1:
        return f"The one measure due so far is {'overdue' if fresh.overdue else 'up to date'}"
    count = wording.capital(wording.count_word(fresh.overdue))
    verb = "is" if fresh.overdue == 1 else "are"
    return f"{count} of the {due:,} measures due so far {verb} overdue"


def catalogue(matches: int, text: str) -> str:
    """How many measures match."""
    if matches == 1:
        about = f" matches “{text}”" if text else " is found"
    else:
        about = f" match “{text}”" if text else " are found"
    noun = "measure" if matches == 1 else "measures"
    count = wording.capital(wording.count_word(matches)) if matches else "No"
    return f"{count} {noun}{about}."


def week_ending(starts: date) -> str:
    """``week ending 4 October 2020``."""
    return f"week ending {wording.day(starts + timedelta(days=6))}"


def _turned(view: Overview) -> Iterator[str]:
    """What turned, in ever fewer words."""
    recovered = f"{view.recovered[0].name} recovered" if view.recovered else ""
    for names in range(min(len(view.turned_red), 2), 0, -1):
        others = view.turned["red"] - names
        more = [f"{wording.count_word(others)} more"] if others else []
        red = [row.name for row in view.turned_red[:names]]
        turned = f"{wording.listed([*red, *more])} turned red"
        if recovered:
            yield f"{turned}, and {recovered}"
        yield turned
    if recovered:
        yield recovered


def _against(facts: MeasureFacts, now: HistoryRow, before: HistoryRow, was: Decimal) -> str:
    if now.value == was:
        return "the same as before"
    rose = now.value is not None and now.value > was
    when = wording.period(facts.frequency, before.period, before.starts, short=False)
    value = wording.in_full(was, facts.unit, facts.decimals)
    return f"{'up' if rose else 'down'} from {value} in {when}"


def _verdict(facts: MeasureFacts, now: HistoryRow, target: Decimal) -> str:
    word = wording.STATUS_WORDS.get(now.status, "").lower()
    return f"{word} against {wording.target_words(target, facts.good, facts.unit, facts.decimals)}"
