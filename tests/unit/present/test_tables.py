"""Do the tables of the overview and the scorecard leave with everything the pages count?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from perfcore.present.tables import overview as of_overview
from perfcore.present.tables import results
from perfcore.present.tables import scorecard as of_scorecard
from perfcore.present.take_away import Cell, Table
from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.outline import Outline
from perfcore.views.overview import WHOLE, overview
from perfcore.views.results import pick
from perfcore.views.scorecard import EVERY_ROW, scorecard


@pytest.fixture(scope="module")
def tables(store: Store, headings: Outline) -> dict[str, Table]:
    view = overview(store, headings, Filters(), lengths=WHOLE)
    return {table.title: table for table in of_overview.tables(view)}


def row(table: Table, number: int = 0) -> dict[str, Cell]:
    return dict(zip(table.columns, table.rows[number], strict=True))


def test_every_table_of_the_overview_is_offered_by_its_title(tables: dict[str, Table]) -> None:
    assert tuple(tables) == of_overview.TITLES
    for table in tables.values():
        assert {len(cells) for cells in table.rows} <= {len(table.columns)}


def test_counts_add_up_to_the_council(tables: dict[str, Table]) -> None:
    counts = tables["Counts by status"]
    by_directorate = [cells for cells in counts.rows if cells[0] == "Directorate"]
    council = counts.rows[-1]
    for place in range(2, len(counts.columns)):
        assert sum(cells[place] for cells in by_directorate) == council[place]  # type: ignore[misc]


def test_a_change_leaves_with_both_values_and_statuses(tables: dict[str, Table]) -> None:
    changed = {(cells[0], cells[1]): cells for cells in tables["What changed"].rows}
    assert changed["Turned red", "missed-bins"][4:] == (
        Decimal(104), Decimal(180), "count", "Within tolerance", "Off target", date(2020, 10, 9),
    )  # fmt: skip
    assert changed["Restated", "missed-bins"][4:] == (
        Decimal(98), Decimal(104), "count", "On target", "Within tolerance", date(2020, 9, 30),
    )  # fmt: skip


def test_an_exception_leaves_with_its_rank_reason_and_note(tables: dict[str, Table]) -> None:
    first, second = row(tables["Off target"]), row(tables["Off target"], 1)
    assert (first["Measure id"], second["Measure id"]) == ("missed-bins", "recycling")
    assert first["Missed by, in tolerances"] == Decimal("16.00")
    assert second["Explanation sent"] == "<b>centres</b> closed"


def test_a_measure_without_a_figure_leaves_with_the_reason(tables: dict[str, Table]) -> None:
    blank = row(tables["Without a figure"])
    assert blank["Value"] is None
    assert str(blank["Why blank"]).startswith("Never supplied")
    assert blank["Accountable officer"] == "Head of Waste"


def test_what_is_due_leaves_with_its_date(tables: dict[str, Table]) -> None:
    due = [row(tables["Due next"], n) for n in range(len(tables["Due next"].rows))]
    assert date(2020, 11, 29) in [one["Due on"] for one in due]


def test_the_scorecard_leaves_whole_in_the_order_of_the_page(
    store: Store, headings: Outline
) -> None:
    view = scorecard(store, headings, Filters(), "name", limit=EVERY_ROW)
    (table,) = of_scorecard.tables(view)
    assert len(table.rows) == view.counts.total
    assert [cells[:3] for cells in table.rows] == [
        ("Operational", "", "recycling"),
        ("Operational", "Collections", "missed-bins"),
        ("Customer", "", "appeals"),
        ("Customer", "", "calls-answered"),
        ("Customer", "", "reserves"),
    ]


@pytest.mark.parametrize(
    ("marker", "value", "expected"),
    [
        ("suppressed", None, "[c]"),
        ("not_applicable", None, "[z]"),
        ("not_available", None, "[x]"),
        ("", None, None),
        ("low", Decimal(0), Decimal(0)),
        ("", Decimal("55.0"), Decimal("55.0")),
    ],
)
def test_a_figure_withheld_leaves_as_its_marker(
    store: Store, marker: str, value: Decimal | None, expected: Cell
) -> None:
    known = pick(store, Filters(), ["recycling"])["recycling"]
    assert results.value(replace(known, marker=marker, value=value)) == expected
