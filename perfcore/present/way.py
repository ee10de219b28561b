"""How does the way a reader came stand in an address?

The ids of measures, the topmost first, with dots between: an id holds letters, digits and hyphens.
"""

from __future__ import annotations

from collections.abc import Iterable

_BETWEEN = "."


def written(measures: Iterable[str]) -> str:
    """The way as one word.

    >>> written(["household-recycling", "recycling-kerbside"])
    'household-recycling.recycling-kerbside'
    """
    return _BETWEEN.join(measures)


def read(text: str) -> tuple[str, ...]:
    """The measures of a way, the topmost first; none of an empty text."""
    return tuple(filter(None, text.split(_BETWEEN)))
