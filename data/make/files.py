"""In which file does each figure arrive, and in what form?"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from make.rows import COLUMNS, Row
from perfcore.framework.model import Framework, Measure

CREATED = datetime(2020, 10, 12)
WARDS = "observations/wards.parquet"
WORKFORCE = "observations/workforce.xlsx"
COUNTS = "observations/operational-counts.xlsx"
_FOOTNOTES = (
    "Illustrative data, made for a demonstration.",
    "A blank cell is a figure that had not been reported on 12 October 2020.",
)
_SHEETS = {"month": "Monthly", "quarter": "Quarterly"}


def file_of(row: Row, measure: Measure, wide: frozenset[str]) -> str:
    """The file a row goes to, relative to the data folder.

    Parameters
    ----------
    wide
        The measures whose figures fit a wide sheet, from :func:`wide_measures`.
    """
    if row.breakdown == "ward":
        return WARDS
    if row.measure in wide:
        return COUNTS
    if measure.covid_section:
        return "observations/covid-weekly.csv"
    if measure.quadrant == "hr":
        return WORKFORCE
    return f"observations/{measure.directorate}.csv"


def wide_measures(rows: Iterable[Row], framework: Framework) -> frozenset[str]:
    """The operational measures that are one plain value a period and nothing more."""
    plain: dict[str, bool] = {}
    for row in rows:
        simple = not (row.numerator or row.breakdown or row.note or "[" in row.value)
        plain[row.measure] = plain.get(row.measure, True) and simple
    return frozenset(name for name, simple in plain.items() if simple and _suits(framework, name))


def _suits(framework: Framework, name: str) -> bool:
    measure = framework.measures[name]
    operational = measure.level == "operational" and not measure.covid_section
    return operational and measure.frequency in _SHEETS


def measures_in(folder: Path, *, besides: str) -> frozenset[str]:
    """The measures that the other comparison files of a folder already cover."""
    covered: set[str] = set()
    for path in sorted(folder.glob("*.csv")):
        if path.name != besides:
            with path.open(encoding="utf-8", newline="") as file:
                covered |= {row["measure"] for row in csv.DictReader(file)}
    return frozenset(covered)


def write_csv(path: Path, rows: Sequence[Row]) -> None:
    """Write rows with their headings as UTF-8 CSV."""
    write_table(path, COLUMNS, [row.cells() for row in rows])


def write_table(path: Path, heading: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write any table as UTF-8 CSV with line feeds."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(rows)


def write_parquet(path: Path, rows: Sequence[Row]) -> None:
    """Write rows as Parquet, every column text except the counts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    columns = dict(zip(COLUMNS, zip(*(row.cells() for row in rows), strict=True), strict=True))
    counts = ("numerator", "denominator")
    table = pa.table(
        {
            name: pa.array([int(cell) if cell else None for cell in cells], pa.int64())
            if name in counts
            else pa.array(cells, pa.string())
            for name, cells in columns.items()
        }
    )
    pq.write_table(table, path, compression="zstd")


def write_long_workbook(path: Path, rows: Sequence[Row]) -> None:
    """Write rows as one long sheet, under a title, with real dates and numbers."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": CREATED, "title": "Workforce return"})
        sheet = book.add_worksheet("Return")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write(0, 0, "Workforce return: illustrative data")
        sheet.write_row(2, 0, COLUMNS)
        for number, row in enumerate(rows, start=3):
            for column, (name, cell) in enumerate(zip(COLUMNS, row.cells(), strict=True)):
                if name == "reported_on":
                    sheet.write_datetime(number, column, datetime.fromisoformat(cell), day)
                elif name in ("value", "numerator", "denominator") and _is_number(cell):
                    sheet.write_number(number, column, float(cell))
                elif cell:
                    sheet.write_string(number, column, cell)


def write_wide_workbook(path: Path, rows: Sequence[Row], framework: Framework) -> None:
    """Write rows as wide sheets, one for each frequency: a row a measure, a column a period."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": CREATED, "title": "Operational counts"})
        for frequency, name in _SHEETS.items():
            chosen = [r for r in rows if framework.measures[r.measure].frequency == frequency]
            if chosen:
                values = {(row.measure, row.period): row.value for row in chosen}
                _wide_sheet(book.add_worksheet(name), values, framework)


def _wide_sheet(
    sheet: xlsxwriter.worksheet.Worksheet,
    values: Mapping[tuple[str, str], str],
    framework: Framework,
) -> None:
    measures = list(dict.fromkeys(measure for measure, _ in values))
    periods = sorted({period for _, period in values})
    sheet.write(0, 0, "Figures as reported, with the measure's name as in the framework")
    sheet.write_row(2, 0, ["Measure", *periods])
    for number, measure in enumerate(measures, start=3):
        sheet.write_string(number, 0, framework.measures[measure].name)
        for column, period in enumerate(periods, start=1):
            if (measure, period) in values:
                sheet.write_number(number, column, float(values[(measure, period)]))
    for number, footnote in enumerate(_FOOTNOTES, start=len(measures) + 4):
        sheet.write_string(number, 0, footnote)


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()
