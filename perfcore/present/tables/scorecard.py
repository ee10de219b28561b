"""What of the scorecard can be taken away?"""

from __future__ import annotations

from typing import Final

from perfcore.present.tables import results
from perfcore.present.take_away import Table
from perfcore.views.scorecard import Scorecard

TITLES: Final = ("Balanced scorecard",)


def tables(view: Scorecard) -> list[Table]:
    """Every measure of the scorecard in the order of the page, with its quadrant and heading."""
    rows = tuple(
        (quadrant.entry.name, group.name, *results.cells(row))
        for quadrant in view.quadrants
        for group in quadrant.groups
        for row in group.results
    )
    return [Table(TITLES[0], ("Quadrant", "Heading", *results.COLUMNS), rows)]
