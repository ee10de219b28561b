"""What are the records of a delimited text, also where it is damaged?"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_LONGEST_RECORD: Final = 1000
csv.field_size_limit(1 << 27)


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file.

    Attributes
    ----------
    row
        Its number, from 1, as a spreadsheet would count.
    cells
        Its fields.
    fault
        Why its fields cannot be trusted, or nothing.
    """

    row: int
    cells: tuple[str, ...]
    fault: str = ""


def records(path: Path, encoding: str, delimiter: str) -> Iterator[Record]:
    """Every record of a delimited file, those with an unclosed quotation mark as faults.

    Parameters
    ----------
    path
        The file.
    encoding
        The codec to read it with; bytes that it does not know become U+FFFD.
    delimiter
        The character between fields.
    """
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        lines = (line.replace("\0", "") for line in file)
        again: deque[str] = deque()
        row = 0
        while True:
            taken: list[str] = []
            cells = _next_record(_lines(lines, again, taken), delimiter)
            if not taken:
                return
            row += 1
            if cells is None:
                again.extendleft(reversed(taken[1:]))
                broken = tuple(taken[0].rstrip("\r\n").split(delimiter))
                yield Record(row, broken, "its quotation marks do not pair")
            else:
                yield Record(row, cells)


def _next_record(lines: Iterator[str], delimiter: str) -> tuple[str, ...] | None:
    try:
        return tuple(next(csv.reader(lines, delimiter=delimiter, strict=True), ()))
    except csv.Error:
        return None


def _lines(lines: Iterator[str], again: deque[str], taken: list[str]) -> Iterator[str]:
    while len(taken) < _LONGEST_RECORD:
        line = again.popleft() if again else next(lines, None)
        if line is None:
            return
        taken.append(line)
        yield line
