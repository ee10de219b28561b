"""What does each page say first, in one sentence that could be read out?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from perfcore.present import wording
from perfcore.views.counts import StatusCounts
from perfcore.views.data_health import DataHealth
from perfcore.views.freshness import Freshness
from perfcore.views.next_due import MonthDue
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
    start += f", {_than_before(view)}"
    for turned in _turned(view):
        sentence = f"{start}: {turned}."
        if len(sentence) <= LONGEST:
            return sentence
    return f"{start}."


def _than_before(view: Overview) -> str:
    """``two more than at the end of July 2020``."""
    change, since = view.council.more_red, view.changes.since
    own = "its previous result" if view.council.rated == 1 else "their previous results"
    then = own if since is None else f"the end of {wording.month(since)}"
    if not change:
        return f"as {'before' if since is None else f'at {then}'}"
    return f"{wording.count_word(abs(change))} {'more' if change > 0 else 'fewer'} than at {then}"


def off_target(counts: StatusCounts, what: str = "rated measures") -> str:
    """``Twelve of the 32 rated measures are off target``."""
    if not counts.rated:
        return _NOTHING_RATED
    if counts.rated == 1:
        return f"The one {what.removesuffix('s')} is {'' if counts.red else 'not '}off target"
    verb = "is" if counts.red == 1 else "are"
    count = wording.capital(wording.count_word(counts.red))
    return f"{count} of the {counts.rated:,} {what} {verb} off target"


def scorecard(view: Scorecard, forum: str = "") -> str:
    """Where on the scorecard the measures off target are; of a forum's own, if one is named."""
    said = _scorecard(view)
    return f"{forum}: {said[:1].lower()}{said[1:]}" if forum else said


def _scorecard(view: Scorecard) -> str:
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


def due_by_month(months: Sequence[MonthDue], named: int = 3) -> str:
    """How many returns are due in each of the next months, and how many later."""
    due = [f"{month.returns:,} in {wording.month(month.month)}" for month in months[:named]]
    later = sum(month.returns for month in months[named:])
    counts = wording.listed([*due, *([f"{later:,} later"] if later else [])])
    return f"Returns due: {counts}." if counts else ""


def week_ending(starts: date) -> str:
    """``week ending 4 October 2020``."""
    return f"week ending {wording.day(starts + timedelta(days=6))}"


def _turned(view: Overview) -> Iterator[str]:
    """What turned, in ever fewer words."""
    changes = view.changes
    recovered = f"{changes.recovered[0].result.name} recovered" if changes.recovered else ""
    for names in range(min(len(changes.turned_red), 2), 0, -1):
        others = view.turned["red"] - names
        more = [f"{wording.count_word(others)} more"] if others else []
        red = [one.result.name for one in changes.turned_red[:names]]
        turned = f"{wording.listed([*red, *more])} turned red"
        if recovered:
            yield f"{turned}, and {recovered}"
        yield turned
    counts = [(view.turned.get("red", 0), "turned red"), (view.turned.get("green", 0), "recovered")]
    said = [f"{wording.count_word(number)} {what}" for number, what in counts if number]
    if said:
        yield wording.listed(said)
