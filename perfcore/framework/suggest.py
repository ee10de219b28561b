"""Which known word did the author probably mean?"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remark with the nearest known word, or nothing when none is near.

    Parameters
    ----------
    word
        What was written.
    known
        What could have been written.

    Examples
    --------
    >>> did_you_mean("tolerence", ["targets", "tolerance"])
    " (did you mean 'tolerance'?)"
    >>> did_you_mean("colour", ["targets", "tolerance"])
    ''
    """
    by_lower = {candidate.lower(): candidate for candidate in known}
    near = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    near = near or [lower for lower in by_lower if len(word) > 1 and lower.startswith(word.lower())]
    return f" (did you mean {by_lower[near[0]]!r}?)" if near else ""
