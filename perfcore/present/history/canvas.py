"""What do all layers of a chart share?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from perfcore.present.history.axes import Scale
from perfcore.present.history.palette import Palette
from perfcore.present.history.points import Point
from perfcore.views.measure_page import MeasureFacts

HEIGHT: Final = 300


@dataclass(frozen=True, slots=True)
class Canvas:
    """A measure's points, the scale they stand on and the colours they have.

    Attributes
    ----------
    points
        At least one with a value.
    with_last_year
        Whether the line of the year before is drawn.
    """

    points: tuple[Point, ...]
    facts: MeasureFacts
    scale: Scale
    colours: Palette
    with_last_year: bool

    @property
    def has_limits(self) -> bool:
        """Whether the limits of a control chart are drawn."""
        return any(point.limits for point in self.points)

    @property
    def last(self) -> Point:
        """The latest point with a value."""
        return next(point for point in reversed(self.points) if point.value is not None)

    def down(self, value: float) -> float:
        """Where a value stands, in pixels from the top."""
        return self.scale.down(value, HEIGHT)
