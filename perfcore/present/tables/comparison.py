"""Which tables of other areas can be taken away from a measure's page?"""

from __future__ import annotations

from decimal import Decimal

from perfcore.present.tables.cells import figure
from perfcore.present.take_away import Cell, Table
from perfcore.views.comparison import Area, Beside, Comparison, Standing
from perfcore.views.measure_page import MeasureFacts


def titles(found: Comparison) -> list[str]:
    """The titles of the tables that have rows, in their order on the page."""
    has_rows = (any(one.history for one in found.every), bool(found.areas))
    return [title for title, has in zip(_TITLES, has_rows, strict=True) if has]


def tables(facts: MeasureFacts, found: Comparison) -> list[Table]:
    """The tables themselves: every period beside each, and the areas of the one shown."""
    made = (_comparison(facts, found), _areas(facts, found))
    return [table for table in made if table.title in titles(found)]


_TITLES = ("Comparison", "Areas compared")


def _comparison(facts: MeasureFacts, found: Comparison) -> Table:
    columns = (
        "measure", "name", "unit", "compared with", "period", "starts", "value", "their value",
        "areas with a value", "rank", "of", "quartile", "lower quartile", "median",
        "upper quartile", "median absolute deviation", "distance", "verdict", "interval",
        "interval low", "interval high", "why not compared",
    )  # fmt: skip
    rows = tuple(_period(facts, one, row) for one in found.every for row in one.history)
    return Table("Comparison", columns, rows)


def _period(facts: MeasureFacts, one: Beside, row: Standing) -> tuple[Cell, ...]:
    ranked = row.rank is not None
    return (
        facts.measure, facts.name, facts.unit, one.compared_with.name, row.period, row.starts,
        row.value, row.area_value, row.figures, row.rank, row.figures + 1 if ranked else None,
        row.quartile, row.lower_quartile, row.median, row.upper_quartile, row.deviation,
        _rounded(row.distance), row.verdict, row.interval_method, _rounded(row.interval_low),
        _rounded(row.interval_high), row.refusal,
    )  # fmt: skip


def _rounded(amount: float | None) -> Decimal | None:
    return None if amount is None else Decimal(str(round(amount, 6)))


def _areas(facts: MeasureFacts, found: Comparison) -> Table:
    columns = ("measure", "name", "unit", "period", "area code", "area", "value", "qualifier")
    row = found.chosen.compared if found.chosen else None
    period = row.period if row else ""
    rows = tuple(_area(facts, period, area) for area in found.areas)
    return Table("Areas compared", columns, rows)


def _area(facts: MeasureFacts, period: str, area: Area) -> tuple[Cell, ...]:
    return (
        facts.measure, facts.name, facts.unit, period, area.code, area.name,
        figure(area.value, area.marker), area.qualifier,
    )  # fmt: skip
