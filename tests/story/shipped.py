"""What does the shipped data say, read without the product's own reader?"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq

from perfcore.framework import read
from perfcore.framework.model import Measure

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
MARKERS = ("[c]", "[x]", "[z]", "[low]")


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of the observation log."""

    measure: str
    period: str
    breakdown: str
    member: str
    text: str
    numerator: int | None
    denominator: int | None
    reported_on: str
    note: str

    @property
    def marker(self) -> str:
        return self.text if self.text in MARKERS else ""

    @property
    def value(self) -> Decimal:
        return Decimal(self.text.split(" ")[0])

    @property
    def key(self) -> tuple[str, str, str, str]:
        return self.measure, self.breakdown, self.member, self.period


Line = Mapping[str, Cell]


@cache
def cells() -> tuple[Cell, ...]:
    """Every row of every vintage."""
    found: list[Cell] = []
    for path in sorted((DATA / "observations").iterdir()):
        found += [_cell(row) for row in _rows(path)]
    return tuple(found)


@cache
def lines(as_at: str = "9999") -> dict[tuple[str, str, str], Line]:
    """The newest vintage reported by a day, by measure, breakdown and member, then by period."""
    found: dict[tuple[str, str, str], dict[str, Cell]] = {}
    for cell in sorted(cells(), key=lambda cell: cell.reported_on):
        if cell.reported_on <= as_at:
            found.setdefault(cell.key[:3], {})[cell.period] = cell
    return {key: dict(sorted(line.items())) for key, line in found.items()}


def line(measure: str, breakdown: str = "", member: str = "") -> Line:
    """The periods of one line, oldest first."""
    return lines()[(measure, breakdown, member)]


def values(measure: str, breakdown: str = "", member: str = "") -> dict[str, float]:
    """The numbers of one line; the exact ratio where there are counts."""
    return {
        period: _exact(cell)
        for period, cell in line(measure, breakdown, member).items()
        if not cell.marker
    }


def members(measure: str, breakdown: str) -> dict[str, Line]:
    """The lines of one breakdown."""
    return {key[2]: found for key, found in lines().items() if key[:2] == (measure, breakdown)}


@cache
def measures() -> Mapping[str, Measure]:
    """The framework's measures by id."""
    return read(ROOT / "measures.yaml").measures


def measure(name: str) -> Measure:
    """One measure of the framework."""
    return measures()[name]


@cache
def ward_localities() -> Mapping[str, str]:
    """The locality of each ward on the map."""
    hexes = json.loads((DATA / "places" / "ward.hexjson").read_text(encoding="utf-8"))["hexes"]
    return {each["n"]: each["locality"] for each in hexes.values()}


def _exact(cell: Cell) -> float:
    if cell.denominator and cell.numerator is not None:
        return cell.numerator * measure(cell.measure).scale / cell.denominator
    return float(cell.value)


def _rows(path: Path) -> Iterator[Mapping[str, object]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    elif path.suffix == ".parquet":
        yield from pq.read_table(path).to_pylist()
    else:
        yield from _workbook(path)


def _workbook(path: Path) -> Iterator[Mapping[str, object]]:
    for sheet in openpyxl.load_workbook(path, read_only=True).worksheets:
        table = [
            row for row in sheet.iter_rows(values_only=True) if any(c is not None for c in row)
        ]
        heading = table[1]
        if "measure" in heading:
            yield from (dict(zip(heading, row, strict=False)) for row in table[2:])
        else:
            yield from _wide(heading, table[2:])


def _wide(heading: tuple, table: list[tuple]) -> Iterator[Mapping[str, object]]:
    ids = {each.name: each.id for each in measures().values()}
    for name, *numbers in table:
        for period, number in zip(heading[1:], numbers, strict=False):
            if name in ids and number is not None:
                yield {"measure": ids[name], "period": period, "value": number}


def _cell(row: Mapping[str, object]) -> Cell:
    def text(name: str) -> str:
        found = row.get(name)
        if isinstance(found, datetime):
            return date(found.year, found.month, found.day).isoformat()
        return "" if found is None else str(found)

    def count(name: str) -> int | None:
        found = row.get(name)
        return None if found in (None, "") else int(float(str(found)))

    return Cell(
        text("measure"), text("period"), text("breakdown"), text("member"), text("value"),
        count("numerator"), count("denominator"), text("reported_on"), text("note"),
    )  # fmt: skip
