"""Has this been asked before?"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

T = TypeVar("T")


class Answers:
    """The answers given last, for all readers of the server.

    A look-up costs a microsecond; Streamlit's own caches take a third of a millisecond to hash
    what was asked, several times in each run.

    Parameters
    ----------
    most
        How many to keep, 1 or more; the one not asked for the longest goes first.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def get(self, question: Hashable, answer: Callable[[], T]) -> T:
        """The answer kept, or else found now; two readers may both find it, and keep the same."""
        with self._lock:
            if question in self._kept:
                self._kept.move_to_end(question)
                return cast(T, self._kept[question])
        found = answer()
        with self._lock:
            self._kept[question] = found
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found
