"""Which colours does a chart have on a light or a dark page?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FONT: Final = (
    "'Source Sans 3', 'Source Sans Pro', 'Source Sans', Arial, 'Liberation Sans', sans-serif"
)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a chart on one background.

    Attributes
    ----------
    line, earlier
        This measure's line, and the lighter one of the year before.
    ink, quiet
        Text, and text or marks that stand back.
    grid, axis, paper
        Lines behind the data, the axis, and the background that fills hollow marks.
    worse, worse_edge, better
        Special causes: a worse one has an outline.
    """

    line: str
    earlier: str
    ink: str
    quiet: str
    grid: str
    axis: str
    paper: str
    worse: str
    worse_edge: str
    better: str


LIGHT: Final = Palette(
    "#12436D", "#6F97BC", "#0B0C0C", "#505A5F", "#E3E8EC", "#7A858F", "#FFFFFF", "#F46A25",
    "#7A2F06", "#1D70B8",
)  # fmt: skip
DARK: Final = Palette(
    "#8FC3F2", "#5B86AE", "#F1F3F5", "#A9B3BC", "#2A343D", "#7A858F", "#0F1419", "#F46A25",
    "#FFD0B0", "#7CBBF6",
)  # fmt: skip
