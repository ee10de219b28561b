"""Does another table stand below or beside the first?

Its columns may mean something else, so its rows are refused: read as rows of the first table they
would give wrong figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from perfcore.intake import headings
from perfcore.intake.layout import Cells, Table, Words

Numbered = tuple[int, Cells, str]

_APART = "put each table on a sheet or in a file of its own"


def refuse_others(table: Table, rows: Iterator[Numbered], words: Words) -> Iterator[Numbered]:
    """The rows of a sheet; those of another table with the fault that they are.

    Parameters
    ----------
    table
        The first table.
    rows
        Every row with its number and its fault, if it has one.
    words
        Which texts are periods, and which are measures.

    Yields
    ------
    tuple
        Number, cells and fault.
    """
    below = ""
    for number, cells, fault in rows:
        if fault or number <= table.heading or not any(cell.strip() for cell in cells):
            yield number, cells, fault
        elif _are_headings(table, cells, words):
            same = _tidy(cells) == _tidy(table.names)
            below = "" if same else f"it stands below the headings of row {number}; {_APART}"
            yield number, cells, "the headings stand here again"
        else:
            yield number, cells, below or _beside(table, cells, words)


def _are_headings(table: Table, cells: Cells, words: Words) -> bool:
    if table.form == "long":
        return headings.is_heading(cells, table.known)
    first = _first(table, cells)
    if words.is_measure(first):
        return False
    known = {"measure", headings.plain(_first(table, table.names))} - {""}
    return headings.plain(first) in known or len(_periods_in_words(table, cells, words)) > 1


def _periods_in_words(table: Table, cells: Cells, words: Words) -> list[str]:
    found = (cells[place].strip() for place, _, _ in table.periods if place < len(cells))
    return [cell for cell in found if not cell.isdecimal() and words.is_period(cell)]


def _beside(table: Table, cells: Cells, words: Words) -> str:
    if table.form == "long" or not words.is_measure(_first(table, cells)):
        return ""
    taken = {place for place, _, _ in table.periods} | set(table.columns.places.values())
    start = table.periods[0][0]
    others = (cell.strip() for i, cell in enumerate(cells) if i > start and i not in taken)
    for cell in others:
        if cell and words.is_measure(cell):
            return f"another measure, {cell!r}, stands beside it; {_APART}"
    return ""


def _first(table: Table, cells: Cells) -> str:
    place = table.columns.places["measure"]
    return cells[place].strip() if place < len(cells) else ""


def _tidy(cells: Cells) -> list[str]:
    texts = [cell.strip() for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts
