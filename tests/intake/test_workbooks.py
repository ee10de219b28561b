"""Is a workbook read rightly, whatever surrounds its tables?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.intake.sending import Outcome, take

HEADINGS = ("Measure", "Period", "Value")


def book(data: Path, fill: Callable[[Workbook, Worksheet], object]) -> Outcome:
    """Take in a workbook whose first sheet is called ``Return``."""
    path = data / "observations" / "sent.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as made:
        fill(made, made.add_worksheet("Return"))
    return take(data)


def long(*rows: tuple[object, ...], above: int = 0) -> Callable[[Workbook, Worksheet], None]:
    def fill(made: Workbook, sheet: Worksheet) -> None:
        dates = made.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate((HEADINGS, *rows), start=above):
            for column, cell in enumerate(row):
                style = dates if isinstance(cell, date) else None
                sheet.write(number, column, cell, style)

    return fill


@pytest.mark.parametrize("above", [0, 1, 5, 19])
def test_headings_may_stand_anywhere_in_the_first_twenty_rows(tmp_path: Path, above: int) -> None:
    outcome = book(tmp_path, long(("missed-bins", "2020-06", 5), above=above))
    assert outcome.rows('select sheet, "row", value::int from observation') == [
        ("Return", above + 2, 5)
    ]


def test_headings_below_the_twentieth_row_are_not_looked_for(tmp_path: Path) -> None:
    outcome = book(tmp_path, long(("missed-bins", "2020-06", 5), above=20))
    assert "No sheet has a table." in outcome.problems[0]


@pytest.mark.parametrize(
    ("measure", "period", "key"),
    [
        ("missed-bins", date(2020, 6, 1), "2020-06"),
        ("missed-bins", datetime(2020, 6, 1, 0, 0), "2020-06"),
        ("emissions", 2019, "2019"),
        ("calls", date(2020, 6, 1), "2020-W23"),
    ],
)
def test_dates_and_years_as_cells_are_periods(
    tmp_path: Path, measure: str, period: object, key: str
) -> None:
    outcome = book(tmp_path, long((measure, period, 5)))
    assert outcome.rows("select period from observation") == [(key,)]


def test_numbers_keep_the_digits_that_a_person_sees(tmp_path: Path) -> None:
    cells = (79.900000000000006, 0.1 + 0.2, 1e-7, 123456789.25)
    rows = [("missed-bins", f"2020-{i + 1:02d}", cell) for i, cell in enumerate(cells)]
    assert book(tmp_path, long(*rows)).values == ["79.9", "0.3", "0.0000001", "123456789.25"]


def test_a_formula_gives_the_value_last_calculated(tmp_path: Path) -> None:
    def fill(_made: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ("missed-bins", "2020-06"))
        sheet.write_formula(1, 2, "=2+3", None, 5)

    assert book(tmp_path, fill).values == ["5"]


@pytest.mark.parametrize(
    ("result", "marker", "reasons"),
    [
        ("#N/A", [("not_available",)], []),
        ("#DIV/0!", [], ["value '#DIV/0!' is the error of a formula"]),
        ("", [], ["value '#NOT CALCULATED' is the error of a formula"]),
    ],
)
def test_a_formula_without_a_number_is_a_marker_or_refused(
    tmp_path: Path, result: str, marker: list[tuple[str]], reasons: list[str]
) -> None:
    def fill(_made: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ("missed-bins", "2020-06"))
        sheet.write_formula(1, 2, "=1/0", None, result)

    outcome = book(tmp_path, fill)
    assert outcome.rows("select marker from observation") == marker
    assert outcome.reasons == reasons


def test_footnotes_below_the_table_are_listed_and_left_out(tmp_path: Path) -> None:
    row = ("missed-bins", "2020-06", 5)
    outcome = book(tmp_path, long(row, (), ("Source: the depot",), ("1. Provisional",)))
    assert outcome.report.read == 1
    assert outcome.rows('select sheet, "row", text from intake_warning') == [
        ("Return", 4, "not part of the table: 'Source: the depot'"),
        ("Return", 5, "not part of the table: '1. Provisional'"),
    ]


def test_what_stands_above_the_table_is_listed(tmp_path: Path) -> None:
    def fill(_made: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range("A1:C1", "Return of the depot")
        sheet.write_row(2, 0, HEADINGS)
        sheet.write_row(3, 0, ("missed-bins", "2020-06", 5))

    outcome = book(tmp_path, fill)
    assert outcome.values == ["5"]
    assert outcome.warnings == ["above the table: 'Return of the depot'"]


def test_a_measure_merged_over_its_rows_belongs_to_each(tmp_path: Path) -> None:
    def fill(_made: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEADINGS)
        sheet.merge_range("A2:A3", "missed-bins")
        sheet.write_row(1, 1, ("2020-06", 5))
        sheet.write_row(2, 1, ("2020-07", 6))

    assert book(tmp_path, fill).values == ["5", "6"]


def test_a_wide_sheet_has_a_measure_a_row_and_a_period_a_column(tmp_path: Path) -> None:
    def fill(_made: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ("Measure", "Unit", "Apr 2020", "2020-05", "Jun 2020"))
        sheet.write_row(1, 0, ("Missed bins", "bins", 5, None, "[c]"))
        sheet.write_row(2, 0, ("Missed bicycles", "bicycles", 1))
        sheet.write_row(4, 0, ("Bins counted by the depot",))

    outcome = book(tmp_path, fill)
    assert outcome.rows('select period, value::int, marker, "row" from observation') == [
        ("2020-04", 5, "", 2),
        ("2020-06", None, "suppressed", 2),
    ]
    assert outcome.rows('select "row", reason, raw from rejected') == [
        (
            3,
            "unknown measure 'Missed bicycles' (did you mean 'Missed bins'?)",
            '{"measure": "Missed bicycles", "period": "Apr 2020", "value": "1"}',
        )
    ]
    assert set(outcome.warnings) == {
        "not part of the table: 'Bins counted by the depot'",
        "columns ignored: 'Unit'",
    }


def test_a_wide_sheet_may_have_dates_as_headings_and_members(tmp_path: Path) -> None:
    def fill(made: Workbook, sheet: Worksheet) -> None:
        month = made.add_format({"num_format": "mmm yy"})
        sheet.write_row(0, 0, ("Measure", "Breakdown", "Member"))
        sheet.write_datetime(0, 3, datetime(2020, 4, 1), month)
        sheet.write_datetime(0, 4, datetime(2020, 5, 1), month)
        sheet.write_row(1, 0, ("missed-bins", "Team", "North", 5, 6))

    outcome = book(tmp_path, fill)
    assert outcome.rows("select breakdown, member, period, value::int from observation") == [
        ("team", "North", "2020-04", 5),
        ("team", "North", "2020-05", 6),
    ]


def test_merged_years_over_quarters_are_joined(tmp_path: Path) -> None:
    def fill(_made: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range("B1:C1", "2019/20")
        sheet.merge_range("D1:E1", "2020/21")
        sheet.write_row(1, 0, ("Measure", "Q3", "Q4", "Q1", "Q2"))
        sheet.write_row(2, 0, ("recycling", 58.5, 59, 60, 61))

    outcome = book(tmp_path, fill)
    assert outcome.rows("select period from observation") == [
        ("2019/20 Q3",), ("2019/20 Q4",), ("2020/21 Q1",), ("2020/21 Q2",),
    ]  # fmt: skip


def test_merged_periods_over_parts_are_joined(tmp_path: Path) -> None:
    def fill(_made: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range("B1:C1", "2020/21 Q1")
        sheet.merge_range("D1:E1", "2020/21 Q2")
        parts = ("Numerator", "Denominator")
        sheet.write_row(1, 0, ("Measure", *parts, *parts))
        sheet.write_row(2, 0, ("recycling", 119, 200, 120, 200))

    outcome = book(tmp_path, fill)
    assert outcome.values == ["59.5", "60"]
    assert outcome.report.read == 2


def test_one_period_twice_on_a_wide_sheet_is_refused(tmp_path: Path) -> None:
    def fill(_made: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ("Measure", "Apr 2020", "Apr 2020"))
        sheet.write_row(1, 0, ("missed-bins", 5, 6))

    assert "'Apr 2020' is there more than once" in book(tmp_path, fill).problems[0]


def test_every_sheet_is_read_and_those_without_a_table_are_named(tmp_path: Path) -> None:
    def fill(made: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ("missed-bins", "2020-06", 5))
        notes = made.add_worksheet("Notes")
        notes.write(0, 0, "Please return by Friday")
        hidden = made.add_worksheet("Earlier")
        hidden.write_row(0, 0, HEADINGS)
        hidden.write_row(1, 0, ("missed-bins", "2020-05", 4))
        hidden.hide()
        made.add_chartsheet("Chart")

    outcome = book(tmp_path, fill)
    assert outcome.values == ["4", "5"]
    told = dict(outcome.rows("select sheet, text from intake_warning"))
    assert told["Earlier"] == "the sheet is hidden; its rows are read"
    assert told["Notes"].startswith("the sheet is left out: No headings were found")


def test_a_sheet_with_a_heading_twice_is_named_and_the_others_read(tmp_path: Path) -> None:
    def fill(made: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, (*HEADINGS, "Value"))
        sheet.write_row(1, 0, ("missed-bins", "2020-06", 5, 6))
        other = made.add_worksheet("Other")
        other.write_row(0, 0, HEADINGS)
        other.write_row(1, 0, ("missed-bins", "2020-05", 4))

    outcome = book(tmp_path, fill)
    assert outcome.values == ["4"]
    assert "'value' is there more than once (columns 3 and 4)" in outcome.warnings[0]


def test_a_formula_never_calculated_is_refused_also_on_a_wide_sheet(tmp_path: Path) -> None:
    path = tmp_path / "observations" / "sent.xlsx"
    path.parent.mkdir()
    made = openpyxl.Workbook()
    made.active.append(["Measure", "Apr 2020", "May 2020"])
    made.active.append(["missed-bins", 5, "=B2+1"])
    made.save(path)
    outcome = take(tmp_path)
    assert outcome.values == ["5"]
    assert outcome.reasons == ["value '#NOT CALCULATED' is the error of a formula"]


@pytest.mark.parametrize(
    ("measure", "period", "style", "values", "reasons"),
    [
        ("recycling", "2020/21 Q1", "0.0%", ["59.5"], []),
        ("recycling", "2020/21 Q1", "0%", ["59.5"], []),
        ("recycling", "2020/21 Q1", "0.000", ["0.595"], []),
        (
            "missed-bins", "2020-06", "0.0%", [],
            ["value '59.500%' is a percentage, and the measure is not"],
        ),
    ],
)  # fmt: skip
def test_a_cell_shown_as_a_percentage_is_read_as_shown(
    tmp_path: Path, measure: str, period: str, style: str, values: list[str], reasons: list[str]
) -> None:
    def fill(made: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, (measure, period))
        sheet.write_number(1, 2, 0.595, made.add_format({"num_format": style}))

    outcome = book(tmp_path, fill)
    assert (outcome.values, outcome.reasons) == (values, reasons)


def test_figures_that_look_like_years_are_not_headings(tmp_path: Path) -> None:
    def fill(_made: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ("What", "First", "Second"))
        sheet.write_row(1, 0, ("missed-bins", 1999, 2000))
        sheet.write_row(2, 0, ("emissions", 2001, 2002))

    assert "No headings were found" in book(tmp_path, fill).problems[0]
