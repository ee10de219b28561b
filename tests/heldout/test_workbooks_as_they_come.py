"""Is a figure of a workbook as councils send it right, or refused with a reason?"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from tests.intake.sending import Outcome, take

Cell = object
APART = "put each table on a sheet or in a file of its own"


def sheet(data: Path, rows: Sequence[Sequence[Cell]], **styles: str) -> Outcome:
    """Take in a workbook of one sheet; ``styles`` are number formats by cell."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    for cell, style in styles.items():
        book.active[cell].number_format = style
    path = data / "observations" / "sent.xlsx"
    path.parent.mkdir(parents=True)
    book.save(path)
    return take(data)


def figures(outcome: Outcome) -> list[tuple[str, str, str]]:
    found = outcome.rows("select measure, period, value::double from observation order by all")
    return [(measure, period, f"{value:g}") for measure, period, value in found]


FIRST = [("missed-bins", "2020-04", "1"), ("missed-bins", "2020-05", "2")]
MONTHS = ("Measure", "Apr 2020", "May 2020")


@pytest.mark.parametrize(
    ("below", "reasons"),
    [
        (
            [("Measure", "Jun 2020", "Jul 2020"), ("Missed bins", 3, 4)],
            [f"it stands below the headings of row 4; {APART}"],
        ),
        (
            [("Indicator", "Jun 2020", "Jul 2020"), ("Missed bins", 3, 4)],
            [f"it stands below the headings of row 4; {APART}"],
        ),
        (
            [(), ("Table 2",), ("Measure", "Q1 2020/21"), ("Household waste recycled", 59.5)],
            [f"it stands below the headings of row 6; {APART}"],
        ),
    ],
)
def test_a_second_table_below_is_refused(
    tmp_path: Path, below: list[tuple[Cell, ...]], reasons: list[str]
) -> None:
    outcome = sheet(tmp_path, [MONTHS, ("Missed bins", 1, 2), (), *below])
    assert figures(outcome) == FIRST
    assert outcome.reasons == ["the headings stand here again", *reasons]


def test_headings_repeated_alike_change_nothing(tmp_path: Path) -> None:
    rows = [("measure", "period", "value"), ("missed-bins", "2020-04", 1)]
    outcome = sheet(tmp_path, [*rows, rows[0], ("missed-bins", "2020-05", 2)])
    assert figures(outcome) == FIRST
    assert outcome.reasons == ["the headings stand here again"]


def test_a_second_long_table_with_other_columns_is_refused(tmp_path: Path) -> None:
    outcome = sheet(
        tmp_path,
        [
            ("measure", "period", "numerator", "denominator"),
            ("recycling", "2020/21 Q1", 119, 200),
            ("measure", "period", "denominator", "numerator"),
            ("recycling", "2020/21 Q2", 200, 120),
        ],
    )
    assert figures(outcome) == [("recycling", "2020/21 Q1", "59.5")]
    assert outcome.reasons[1] == f"it stands below the headings of row 3; {APART}"


def test_a_second_table_beside_the_first_is_refused(tmp_path: Path) -> None:
    headings = ("Indicator", "Apr 2020", None, "Indicator", "May 2020", "Jun 2020")
    outcome = sheet(tmp_path, [headings, ("Missed bins", 1, None, "County emissions", 3, 4)])
    assert figures(outcome) == []
    assert outcome.reasons == [f"another measure, 'County emissions', stands beside it; {APART}"]


def test_measure_headed_twice_is_refused(tmp_path: Path) -> None:
    headings = ("Measure", "Apr 2020", "Measure", "May 2020")
    outcome = sheet(tmp_path, [headings, ("Missed bins", 1, "County emissions", 3)])
    assert "The heading 'measure' stands more than once" in outcome.problems[0]


def test_the_measure_may_stand_in_a_later_column(tmp_path: Path) -> None:
    headings = ("Ref", "Measure", "Target", "Apr 2020", None, "May 2020", "RAG")
    outcome = sheet(tmp_path, [headings, ("PL1", "Missed bins", 9, 1, None, 2, "G")])
    assert figures(outcome) == FIRST
    assert outcome.warnings == ["columns ignored: 'Ref', 'Target', 'RAG'"]


@pytest.mark.parametrize(
    ("style", "cell", "value"),
    [
        ("0.0%", 0.784, "78.4"),
        ("[Red]0.0%;-0.0%", 0.784, "78.4"),
        ('0.0" %"', 78.4, "78.4"),
        (r"0.0\%", 78.4, "78.4"),
        ("0.0_%", 78.4, "78.4"),
    ],
)
def test_a_percent_sign_that_is_only_written_multiplies_nothing(
    tmp_path: Path, style: str, cell: float, value: str
) -> None:
    rows = [("measure", "period", "value"), ("recycling", "2020/21 Q1", cell)]
    assert figures(sheet(tmp_path, rows, C2=style)) == [("recycling", "2020/21 Q1", value)]


@pytest.mark.parametrize("part", ["C2", "D2"])
def test_a_percentage_is_no_numerator_or_denominator(tmp_path: Path, part: str) -> None:
    headings = ("measure", "period", "numerator", "denominator")
    rows = [headings, ("recycling", "2020/21 Q1", 0.6, 1)]
    outcome = sheet(tmp_path, rows, **{part: "0%"})
    assert figures(outcome) == []
    assert outcome.reasons[0].startswith("the numerator or denominator is a percentage")


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        ((0.784, 0.81), "is the 0.784 of 'calls' meant as 78.4%?"),
        ((78.4, 0.81), "is the 0.81 of 'calls' meant as 81%?"),
        ((0.4, 1.2), ""),
        ((0, 100), ""),
    ],
)
def test_a_percentage_given_as_a_fraction_is_asked_about(
    tmp_path: Path, cells: tuple[float, ...], asked: str
) -> None:
    rows = [("calls", f"2020-W2{week}", cell) for week, cell in enumerate(cells)]
    told = " ".join(sheet(tmp_path, [("measure", "period", "value"), *rows]).warnings)
    assert told.startswith(asked)
    assert bool(told) == bool(asked)


def test_a_sheet_that_ends_far_away_is_refused_before_memory_ends(tmp_path: Path) -> None:
    sheet(tmp_path, [("measure", "period", "value"), ("missed-bins", "2020-04", 1)])
    path = tmp_path / "observations" / "sent.xlsx"
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    part = "xl/worksheets/sheet1.xml"
    parts[part] = parts[part].replace(b"</sheetData>", far)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    assert "The sheet is too large" in take(tmp_path).problems[0]
