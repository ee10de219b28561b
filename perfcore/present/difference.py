"""How is the difference between two warehouses told in plain text?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from perfcore.present.exact import exact
from perfcore.views.difference import Change, Difference, Standing


def difference_lines(found: Difference) -> Iterator[str]:
    """What would change, one line each, under headings; a sentence where nothing would."""
    if found.nothing:
        yield "Nothing would change."
    sections: tuple[tuple[str, tuple[Change, ...], Callable[[Standing], str]], ...] = (
        ("Statuses that flip", found.flipped, _whole),
        ("Values restated, status unchanged", found.restated, _value),
        ("Targets changed, status and value unchanged", found.retargeted, _target),
        ("New", found.added, _whole),
        ("No longer there", found.removed, _whole),
    )
    for heading, changes, told in sections:
        if changes:
            yield f"{heading} ({len(changes)})"
            yield from (_line(change, told) for change in changes)


def _line(change: Change, told: Callable[[Standing], str]) -> str:
    sides = (told(side) for side in (change.before, change.after) if side is not None)
    return f"  {change.measure}  {change.period}  {' -> '.join(sides)}"


def _whole(standing: Standing) -> str:
    against = "" if standing.target is None else f" against {exact(standing.target)}"
    return f"{standing.status} ({exact(standing.value)}{against})"


def _value(standing: Standing) -> str:
    return exact(standing.value)


def _target(standing: Standing) -> str:
    return f"target {exact(standing.target)}"
