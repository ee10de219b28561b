"""Where does a day stand across a drawing?"""

from __future__ import annotations

from datetime import date


class Across:
    """Days drawn to scale.

    Parameters
    ----------
    first, last
        The days at both ends.
    start, end
        Where they stand, in pixels from the left.
    """

    def __init__(self, first: date, last: date, start: float, end: float) -> None:
        self.first, self.start = first, start
        self.step = (end - start) / max((last - first).days, 1)

    def __call__(self, day: date) -> float:
        """Where a day stands, in pixels from the left."""
        return self.start + (day - self.first).days * self.step
