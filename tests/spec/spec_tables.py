"""Worked examples are written as tables; this reads them."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent


def rows_of(text: str | None) -> list[dict[str, str]]:
    """The rows of the only table in a text, each by its headings.

    A table's lines begin and end with a bar; the line of dashes under the headings is skipped.
    """
    lines = [line for line in dedent(text or "").splitlines() if line.strip().startswith("|")]
    headings, _, *rows = [list(_cells(line)) for line in lines]
    return [dict(zip(headings, row, strict=True)) for row in rows]


def _cells(line: str) -> Iterator[str]:
    for cell in line.strip().strip("|").split("|"):
        yield cell.strip()
