"""What does a drill-down say about a measure's drivers and its places or teams?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

from perfcore.present import wording
from perfcore.present.headlines import LONGEST
from perfcore.views.counts import RATED
from perfcore.views.drill_down import DrillDown
from perfcore.views.results import Result
from perfcore.views.split import Member, Split

_MET: Final = ("green", "exceptional")
_NAMED: Final = 3
_VERBS: Final = {"part": "is part of", "factor": "is a factor of", "influence": "influences"}


def headline(view: DrillDown) -> str:
    """The value and status, how the drivers stand, and which member stands worst and best.

    In as many words as fit: names are left out before anything else.
    """
    start = _standing(view.measure)
    drivers, members = [*_drivers(view)], [*_members(view)]
    both = product(drivers, members)
    for said in (*both, *((one,) for one in (*drivers, *members))):
        sentence = f"{'; '.join((start, *said))}."
        if len(sentence) < LONGEST:
            return wording.capital(sentence)
    return wording.capital(f"{start}.")


def finding(split: Split, own: Result) -> str:
    """A split's heading: ``By locality: Dorchester is furthest from target``."""
    by = f"By {_noun(split)}"
    if len(split.valued) < 2 or _all_same(split):
        return by
    worst = split.valued[0]
    if not _rated(split):
        way = "lowest" if own.good == "high" else "highest"
        return f"{by}: {worst.member} is {way}"
    if worst.status in _MET:
        return f"{by}: all on target"
    return f"{by}: {worst.member} is furthest from target"


def order(split: Split, own: Result) -> str:
    """In which order the members stand."""
    if _rated(split):
        return "Furthest from target first"
    return "Lowest first" if own.good == "high" else "Highest first"


def judging(split: Split, own: Result) -> str:
    """Whether the council's target is one for its members, and if not, why not."""
    noun = _noun(split)
    if split.facts.judged and _has_target(own):
        return f"Each {noun} is judged by the council's target."
    if split.facts.judged:
        return ""
    if _has_target(own):
        return f"The council's target is for the whole, so no {noun} is judged by it."
    return ""


def withheld(split: Split) -> str:
    """What stands behind a ``c``; empty where nothing is withheld."""
    count = sum(member.status == "suppressed" for member in split.members)
    if not count:
        return ""
    least = split.facts.min_count
    why = f"fewer than {least}, or would give such a figure away" if least else "as sent in"
    return f"c: withheld ({count}), {why}."


def why_empty(member: Member, split: Split, when: str) -> str:
    """Why a member has no figure."""
    if member.status == "suppressed":
        return "Withheld"
    return split.reasons.get(member.member, "") or f"No figure for {when}"


def map_alternative(split: Split, own: Result, when: str) -> str:
    """The map in words, under 300 characters."""
    said = [f"Hexagon map of {own.name} by {_noun(split)}, {when}."]
    if len(split.valued) > 1:
        by_value = sorted(split.valued, key=lambda one: one.value or 0)
        low, high = by_value[0], by_value[-1]
        said.append(f"Highest: {_told(high, own)}; lowest: {_told(low, own)}.")
    said.append(f"{wording.plural(len(split.valued), 'figure')} shown; all are in the table.")
    return " ".join(said)[:299]


def _standing(own: Result) -> str:
    status = wording.STATUS_WORDS.get(own.status, own.status).lower()
    if own.value is None:
        return "No figure has been reported yet" if own.status == "no_data" else status
    value = wording.in_full(own.value, own.unit, own.decimals)
    return f"{value}, no target set" if own.status == "monitor" else f"{value}, {status}"


def _drivers(view: DrillDown) -> Iterator[str]:
    """How the drivers stand, in ever fewer words; what it moves itself where it has none."""
    node = view.tree.root.find(view.measure.measure)
    below = node.measures - {view.measure.measure} if node else frozenset()
    if not below:
        yield from _above(view)
        return
    rated = [view.results[one] for one in below if view.results[one].status in RATED]
    red = sorted((row for row in rated if row.status == "red"), key=lambda row: row.position)
    if not rated:
        one = len(below) == 1
        yield "its one driver is not rated" if one else f"none of its {len(below)} drivers is rated"
    elif len(rated) == 1:
        yield f"its one rated driver is {'' if red else 'not '}off target"
    else:
        verb = "is" if len(red) == 1 else "are"
        count = wording.count_word(len(red))
        start = f"{count} of its {len(rated)} rated drivers {verb} off target"
        if 0 < len(red) <= _NAMED:
            yield f"{start}: {wording.listed([row.name for row in red])}"
        yield start


def _above(view: DrillDown) -> Iterator[str]:
    node = view.tree.root.find(view.measure.measure)
    if node is None or node.link is None:
        yield "no drivers are named for it"
        return
    above = view.results[node.link.measure]
    verb = _VERBS[node.link.kind]
    status = wording.STATUS_WORDS.get(above.status, above.status).lower()
    yield f"it {verb} {above.name}, {status}"


def _members(view: DrillDown) -> Iterator[str]:
    """Which member stands worst and which best, in ever fewer words."""
    split, own = view.split, view.measure
    if split is None or not split.valued:
        return
    worst, best = split.valued[0], split.valued[-1]
    if len(split.valued) == 1:
        yield f"only {worst.member} has a figure, {_value(worst, own)}"
        return
    if _all_same(split):
        yield f"every {_noun(split)} with a figure stands at {_value(worst, own)}"
        return
    if not _rated(split):
        first, last = ("lowest", "highest") if own.good == "high" else ("highest", "lowest")
        start = f"{worst.member} is {first} at {_value(worst, own)}"
        yield f"{start}, {best.member} {last} at {_value(best, own)}"
    elif worst.status in _MET:
        start = f"every {_noun(split)} with a figure is on target"
    else:
        start = f"{worst.member} is furthest from target at {_value(worst, own)}"
        yield f"{start}, {best.member} best at {_value(best, own)}"
    yield start


def _rated(split: Split) -> bool:
    return any(member.status in RATED for member in split.valued)


def _all_same(split: Split) -> bool:
    return len({member.value for member in split.valued}) == 1


def _has_target(own: Result) -> bool:
    return own.target is not None or own.target_low is not None


def _noun(split: Split) -> str:
    name = split.breakdown.name
    return name if name.isupper() else f"{name[:1].lower()}{name[1:]}"


def _value(member: Member, own: Result) -> str:
    if member.value is None:
        return ""
    return wording.in_full(member.value, own.unit, own.decimals)


def _told(member: Member, own: Result) -> str:
    return f"{member.member}, {_value(member, own)}"
