"""What would the product have forecast, had a series ended earlier, and what came instead?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from perfcore.engine.forecast.outlook import outlook
from perfcore.engine.forecast.scales import SCALES
from perfcore.engine.forecast.series import Series


@dataclass
class Found:
    """Figures within their 80% interval, of how many; errors as shares of the naive ones'."""

    inside: int = 0
    tested: int = 0
    error: float = 0.0
    naive: float = 0.0

    def add(self, series: Series, points: int) -> None:
        """Forecast a series from its first points, and hold it against the rest."""
        found = outlook(
            replace(
                series,
                values=series.values[:points],
                numerators=series.numerators[:points],
                denominators=series.denominators[:points],
            )
        )
        so_far = base = 0.0
        last, span = series.values[points - 1], max(series.values) - min(series.values)
        later = series.values[points : points + len(found.means)]
        for place, value in enumerate(later):
            so_far = so_far + value if series.adds_up else value
            base = base + last if series.adds_up else last
            self._hold(found.scale, found.means[place], found.half_widths[place], so_far)
            self.error += abs(so_far - found.means[place]) / span
            self.naive += abs(so_far - base) / span

    def _hold(self, scale: str, mean: float, half_width: float, came: float) -> None:
        there = SCALES[scale].there
        self.inside += bool(abs(there(came) - there(mean)) <= half_width)
        self.tested += 1
