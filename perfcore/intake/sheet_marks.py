"""What does a sheet say of its cells beside their values?

The library that reads workbooks gives an error as an empty cell, and 59.5% as 0.595. Both would
be wrong numbers, so the sheet's own XML is asked (xlsx only; other kinds do not come with it).
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final, Literal
from xml.etree.ElementTree import Element, ParseError, iterparse

Mark = str
PERCENT: Final[Literal["%"]] = "%"
_UNCALCULATED: Final = "#NOT CALCULATED"
_BUILT_IN_PERCENT: Final = {9, 10}
_CELL: Final = re.compile(r"([A-Z]+)(\d+)")
_LITERAL: Final = re.compile(r'"[^"]*"|[\\_*].|\[[^\]]*\]')
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Marks:
    """What the XML of one sheet says.

    Attributes
    ----------
    cells
        (row, column), both from 0, to the text of an error, ``#NOT CALCULATED`` for a formula
        without a value, or ``%`` for a number shown as a percentage.
    height, width
        Number of the last row and column that hold anything.
    """

    cells: Mapping[tuple[int, int], Mark] = field(default_factory=dict)
    height: int = 0
    width: int = 0


NO_MARKS: Final = Marks()


def marks_of(path: Path) -> Mapping[str, Marks]:
    """What each sheet of an xlsx file says; nothing for other kinds of workbook.

    Parameters
    ----------
    path
        A workbook.

    Returns
    -------
    mapping
        Name of the sheet to its marks.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if "xl/workbook.xml" not in archive.namelist():
                return {}
            percent = _percent_styles(archive)
            return {name: _marks(archive, part, percent) for name, part in _sheets(archive)}
    except (zipfile.BadZipFile, zlib.error, ParseError):
        return {}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    targets = {
        each.get("Id", ""): each.get("Target", "")
        for each in _elements(archive, "xl/_rels/workbook.xml.rels", "Relationship")
    }
    for sheet in _elements(archive, "xl/workbook.xml", "sheet"):
        target = targets.get(sheet.get(_RELATION, ""), "")
        part = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        if part in archive.namelist():
            yield sheet.get("name", ""), part


def _percent_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    own = {
        int(each.get("numFmtId", "0"))
        for each in _elements(archive, "xl/styles.xml", "numFmt")
        if "%" in _LITERAL.sub("", each.get("formatCode", ""))
    }
    styles = _cell_formats(archive)
    return frozenset(
        str(number) for number, form in enumerate(styles) if form in own | _BUILT_IN_PERCENT
    )


def _cell_formats(archive: zipfile.ZipFile) -> list[int]:
    (formats, *_) = [*_elements(archive, "xl/styles.xml", "cellXfs"), Element("none")]
    return [int(each.get("numFmtId", "0")) for each in formats]


def _marks(archive: zipfile.ZipFile, part: str, percent: frozenset[str]) -> Marks:
    marks: dict[tuple[int, int], Mark] = {}
    height = width = 0
    for cell in _elements(archive, part, "c"):
        found = _CELL.fullmatch(cell.get("r", ""))
        if found and len(cell):
            row, column = int(found[2]), _column(found[1]) + 1
            height, width = max(height, row), max(width, column)
            if mark := _mark(cell, percent):
                marks[row - 1, column - 1] = mark
        cell.clear()
    return Marks(marks, height, width)


def _mark(cell: Element, percent: frozenset[str]) -> Mark:
    parts = {child.tag.rpartition("}")[2]: child.text or "" for child in cell}
    if cell.get("t") == "e":
        return parts.get("v", "") or "#ERROR"
    if "f" in parts and not parts.get("v") and cell.get("t") != "str":
        return _UNCALCULATED
    if cell.get("t", "n") == "n" and cell.get("s", "") in percent:
        return PERCENT
    return ""


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _elements(archive: zipfile.ZipFile, part: str, name: str) -> Iterator[Element]:
    with archive.open(part) as file:
        for _, element in iterparse(file):
            if element.tag.rpartition("}")[2] == name:
                yield element
