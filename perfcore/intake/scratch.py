"""Where do rows wait that no database could read directly?"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Final

import duckdb

from perfcore.intake import headings
from perfcore.intake.layout import Aside, Row
from perfcore.intake.source import Column, Source
from perfcore.intake.statements import quoted

_EXTRA: Final = ("row", "fault", "raw")


@dataclass(frozen=True)
class Scratch:
    """A folder for passing files, and fresh names.

    Attributes
    ----------
    folder
        An empty folder that is removed afterwards.
    """

    folder: Path
    _numbers: Iterator[int] = field(default_factory=count)

    def new_table(self) -> str:
        """A table name that is not in use."""
        return f"taken_{next(self._numbers)}"

    def new_file(self, ending: str) -> Path:
        """The path of a file that does not exist."""
        return self.folder / f"{next(self._numbers)}.{ending}"

    def store(
        self,
        connection: duckdb.DuckDBPyConnection,
        rows: Iterator[Row | Aside],
        file: str,
        sheet: str,
        kind: str,
        warnings: tuple[tuple[int | None, str], ...] = (),
        known: tuple[str, ...] = headings.OBSERVATION,
    ) -> Source:
        """Put rows into a temporary table.

        Parameters
        ----------
        connection
            Where the table is made.
        rows
            The rows, and what stands beside the table.
        file, sheet, kind
            Where they come from.
        warnings
            What else the reader should know of the source.
        known
            The names of the cells of each row.

        Returns
        -------
        Source
            The table; what stood beside it is among the warnings.
        """
        path, table = self.new_file("csv"), self.new_table()
        names = (*_EXTRA, *known)
        read, asides = _write(path, rows)
        types = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in names)
        connection.execute(
            f"create temp table {table} as select * from read_csv($path, auto_detect = false, "
            f"header = false, delim = ',', quote = '\"', escape = '\"', columns = {{{types}}})",
            {"path": str(path)},
        )
        path.unlink()
        return Source(
            file=file,
            sheet=sheet,
            kind=kind,
            relation=table,
            line=f"{table}.rowid",
            row='cast("row" as bigint)',
            columns={name: Column(name) for name in known},
            read=read,
            prepared=True,
            temporary=True,
            warnings=(*warnings, *asides),
        )


def _write(
    path: Path, rows: Iterator[Row | Aside]
) -> tuple[int, tuple[tuple[int | None, str], ...]]:
    read, asides = 0, []
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        for row in rows:
            if isinstance(row, Aside):
                asides.append((row.row, row.text))
            else:
                writer.writerow((row.row, row.fault, row.raw, *row.cells))
                read += 1
    return read, tuple(asides)
