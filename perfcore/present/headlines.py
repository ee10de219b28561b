"""What does each page say first, in one sentence that could be read out?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from perfcore.present import wording
from perfcore.views.council_plan import CouncilPlan
from perfcore.views.counts import StatusCounts
from perfcore.views.covid import Covid, WeeklyMeasure
from perfcore.views.data_health import DataHealth
from perfcore.views.drill_down import DrillDown
from perfcore.views.freshness import Freshness
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


def council_plan(view: CouncilPlan) -> str:
    """How many plan measures are off target, and under which priority most."""
    if not view.counts.rated:
        return _NOTHING_RATED
    start = off_target(view.counts, "rated plan measures")
    most = max(view.sections, key=lambda one: one.counts.red, default=None)
    if most is None or not most.counts.red:
        return f"{start}."
    return f"{start}; {most.entry.name} has the most, with {wording.count_word(most.counts.red)}."


def priority(results: Sequence[Result]) -> str:
    """What a priority says in one line: what is worst, then what is best."""
    red = [row for row in results if row.status == "red"]
    best = [row.name for row in results if row.status == "exceptional"]
    if red:
        return _worst(min(red, key=_urgency), len(red) - 1)
    if best:
        return f"Nothing is off target; {best[0]} is exceeding its target."
    return "Nothing is off target." if results else "No measures match the filters."


def _urgency(row: Result) -> tuple[bool, bool, int]:
    return (row.level != "strategic", row.direction != "worsening", row.position)


def _worst(row: Result, others: int) -> str:
    worse = " and worsening" if row.direction == "worsening" else ""
    verb = "is" if others == 1 else "are"
    also = f"; {wording.count_word(others)} more {verb} off target" if others else ""
    return f"{row.name} is off target{worse}{also}."


def covid(view: Covid) -> str:
    """The biggest moves of the week among the sections' lead measures."""
    leads = [section.measures[0] for section in view.sections]
    moves = sorted(filter(None, map(_move, leads)), reverse=True)[:2]
    if not moves:
        return "No weekly figure has changed since the week before."
    return wording.capital(wording.listed([text for _, text in moves])) + "."


def drill_down(view: DrillDown) -> str:
    """What drives the measure and which member stands worst."""
    own = view.measure
    count = len(view.tree.measures) - 1
    tree = wording.plural(count + 1, "measure")
    start = f"It stands in a tree of {tree}" if count else "No drivers are named for it"
    if own.value is not None:
        now = wording.in_full(own.value, own.unit, own.decimals)
        status = wording.STATUS_WORDS.get(own.status, own.status).lower()
        start = f"{now}, {status}, in a tree of {tree}"
    split = view.split
    worst = split.members[0] if split and split.members else None
    if worst and worst.value is not None and own.good in ("high", "low"):
        value = wording.in_full(worst.value, own.unit, own.decimals)
        return f"{start}; {worst.member} stands worst, at {value}."
    return f"{start}."


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


def _move(one: WeeklyMeasure) -> tuple[float, str] | None:
    before = one.before.value if one.before else None
    if not one.change or not before or not one.now or one.now.value is None:
        return None
    share = float(one.change / before)
    word = "up" if one.change > 0 else "down"
    value = wording.in_full(one.now.value, one.unit, one.decimals)
    was = wording.amount(before, one.unit, one.decimals)
    return abs(share), f"{one.name} {word} from {was} to {value}"
