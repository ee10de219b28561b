"""Do the measures form trees whose parts add up?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from perfcore.framework.model import Measure
from perfcore.framework.problems import Problem
from perfcore.framework.rules.draft import Draft
from perfcore.periods import PERIODS_A_YEAR

PARTS: Final = "parts"


def have_no_cycle(draft: Draft) -> Iterator[Problem]:
    """Error: a measure that drives itself, directly or by way of others."""
    for cycle in cycles(draft.framework.measures):
        first = draft.framework.measures[cycle[0]]
        chain = " -> ".join([*cycle, cycle[0]])
        yield draft.error(first, "drivers", f"lead back to the measure itself: {chain}")


def are_named_once(draft: Draft) -> Iterator[Problem]:
    """Error: a part counted twice, or a measure that is part and influence at once."""
    for measure in draft.measures:
        times = Counter(driver.measure for driver in measure.drivers)
        for name, number in times.items():
            if number > 1:
                yield draft.error(measure, "drivers", f"names {name!r} {number} times")


def parts_share_unit_and_combine(draft: Draft) -> Iterator[Problem]:
    """Error: parts that cannot be added, because they are other things or add up otherwise."""
    for measure, part in _parts(draft):
        shared = ("unit", "combine", "scale") if measure.combine == "ratio" else ("unit", "combine")
        for key in shared:
            whole, own = getattr(measure, key), getattr(part, key)
            if whole != own:
                text = f"part {part.id!r} has {key} {own}, the whole has {whole}"
                yield draft.error(measure, "drivers", text)


def parts_are_not_coarser(draft: Draft) -> Iterator[Problem]:
    """Error: a part taken less often than the whole, which cannot be had from it."""
    for measure, part in _parts(draft):
        if PERIODS_A_YEAR[part.frequency] < PERIODS_A_YEAR[measure.frequency]:
            text = (
                f"part {part.id!r} is taken by {part.frequency}, the whole by {measure.frequency}"
            )
            yield draft.error(measure, "drivers", text)


def products_have_two_or_three_factors(draft: Draft) -> Iterator[Problem]:
    """Error: a product of one measure or of more than three, or parts beside a product."""
    for measure in draft.measures:
        kinds = Counter(driver.kind for driver in measure.drivers)
        if kinds["factor"] and kinds["part"]:
            yield draft.error(measure, "drivers", "name both parts and a product")
        if kinds["factor"] not in (0, 2, 3):
            text = f"name a product of {kinds['factor']} measures; two or three can be taken apart"
            yield draft.error(measure, "drivers", text)


def factors_share_the_frequency(draft: Draft) -> Iterator[Problem]:
    """Error: a factor taken at other intervals than the product."""
    for measure, factor in _driving(draft, "factor"):
        if factor.frequency != measure.frequency:
            text = (
                f"factor {factor.id!r} is taken by {factor.frequency}, "
                f"the product by {measure.frequency}"
            )
            yield draft.error(measure, "drivers", text)


def no_breakdown_is_called_parts(draft: Draft) -> Iterator[Problem]:
    """Error: a breakdown whose id is the name under which a measure's parts are drilled into."""
    for measure in draft.measures:
        if PARTS in measure.breakdowns:
            text = f"{PARTS!r} is kept for what a measure is put together from"
            yield draft.error(measure, "breakdowns", text)


def cycles(measures: Mapping[str, Measure]) -> Iterator[tuple[str, ...]]:
    """Each closed chain of drivers met first, from its first measure in the file's order."""
    done: set[str] = set()
    for start in measures:
        yield from _cycles_from(start, measures, done)


def _cycles_from(
    start: str, measures: Mapping[str, Measure], done: set[str]
) -> Iterator[tuple[str, ...]]:
    chain = [start]
    branches = [_driven_by(start, measures)] if start not in done else []
    while branches:
        following = next(branches[-1], None)
        if following is None:
            done.add(chain.pop())
            branches.pop()
        elif following in chain:
            yield tuple(chain[chain.index(following) :])
        elif following not in done:
            chain.append(following)
            branches.append(_driven_by(following, measures))


def _driven_by(name: str, measures: Mapping[str, Measure]) -> Iterator[str]:
    return iter([one.measure for one in measures[name].drivers if one.measure in measures])


def _parts(draft: Draft) -> Iterator[tuple[Measure, Measure]]:
    """Each whole with each of its parts."""
    return _driving(draft, "part")


def _driving(draft: Draft, kind: str) -> Iterator[tuple[Measure, Measure]]:
    """Each measure with each of its drivers of a kind."""
    measures = draft.framework.measures
    for measure in draft.measures:
        for driver in measure.drivers:
            if driver.kind == kind and driver.measure in measures:
                yield measure, measures[driver.measure]
