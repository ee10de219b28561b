"""How is the difference between two warehouses told in plain text?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from perfcore.present import wording
from perfcore.present.exact import exact
from perfcore.present.exception_words import CAUSES
from perfcore.views.difference import Change, Difference, OpenException, Standing


def difference_lines(found: Difference) -> Iterator[str]:
    """What would change, under headings; a sentence where nothing would.

    Periods of a measure that follow each other and change alike share a line.
    """
    if found.nothing:
        yield "Nothing would change."
    sections: tuple[tuple[str, tuple[Change, ...], Callable[[Standing], str]], ...] = (
        ("Statuses that flip", found.flipped, _whole),
        ("Values restated, status unchanged", found.restated, _value),
        ("Targets changed, status and value unchanged", found.retargeted, _target),
        ("Directions that change", found.redirected, _direction),
        ("Variation and assurance that change", found.recharted, _signal),
        ("New", found.added, _whole),
        ("No longer there", found.removed, _whole),
    )
    for heading, changes, told in sections:
        if changes:
            yield f"{heading} ({len(changes)})"
            yield from _lines(changes, told)
    yield from _exceptions("Exceptions opened", found.opened)
    yield from _exceptions("Exceptions closed", found.closed)
    if found.escalated:
        yield f"Exceptions heard by another forum ({len(found.escalated)})"
        for was, now in found.escalated:
            heard = " -> ".join(one.escalated_to or "none" for one in (was, now))
            yield f"  {now.measure}  {CAUSES[now.cause].lower()}  {heard}"


def _exceptions(heading: str, found: Sequence[OpenException]) -> Iterator[str]:
    if found:
        yield f"{heading} ({len(found)})"
    for one in found:
        heard = f", with {one.escalated_to}" if one.escalated_to else ""
        yield f"  {one.measure}  {CAUSES[one.cause].lower()} since {one.opened}{heard}"


def _lines(changes: Sequence[Change], told: Callable[[Standing], str]) -> Iterator[str]:
    def alike(change: Change) -> tuple[str, str]:
        sides = (told(side) for side in (change.before, change.after) if side is not None)
        return change.measure, " -> ".join(sides)

    for (measure, text), group in groupby(changes, alike):
        yield f"  {measure}  {_periods([change.period for change in group])}  {text}"


def _periods(periods: Sequence[str]) -> str:
    if len(periods) == 1:
        return periods[0]
    return f"{periods[0]} to {periods[-1]} ({len(periods)} periods)"


def _whole(standing: Standing) -> str:
    against = "" if standing.target is None else f" against {exact(standing.target)}"
    return f"{standing.status} ({exact(standing.value)}{against})"


def _value(standing: Standing) -> str:
    return exact(standing.value)


def _target(standing: Standing) -> str:
    return f"target {exact(standing.target)}"


def _direction(standing: Standing) -> str:
    return wording.DIRECTION_WORDS.get(standing.direction, "no direction").lower()


def _signal(standing: Standing) -> str:
    said = (standing.variation or "not tested", standing.assurance)
    return ", ".join(filter(None, said)).replace("_", " ")
