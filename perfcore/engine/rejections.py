"""Which rows were turned away, as a file that the sender can be shown?"""

from __future__ import annotations

import csv
from pathlib import Path

from perfcore.engine.opening import open_read_only
from perfcore.engine.publish import replacing

_BATCH = 10_000


def write_rejected(warehouse: Path, path: Path) -> None:
    """Write the table ``rejected`` of a warehouse as a CSV file.

    Parameters
    ----------
    warehouse
        A finished warehouse.
    path
        The file to replace: headings ``file, sheet, row, reason, raw``, one line a row.
    """
    query = 'select file, sheet, "row", reason, raw from rejected order by all'
    with open_read_only(warehouse) as connection, replacing(path) as file:
        writer = csv.writer(file)
        writer.writerow(("file", "sheet", "row", "reason", "raw"))
        rows = connection.execute(query)
        while batch := rows.fetchmany(_BATCH):
            writer.writerows(batch)
