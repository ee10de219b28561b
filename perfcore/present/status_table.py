"""How do statuses leave the house as CSV, JSON or a table on a terminal?"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from rich.table import Table

from perfcore.present.exact import exact
from perfcore.views.statuses import StatusRow

COLUMNS = (
    "measure", "breakdown", "member", "period", "value", "numerator", "denominator", "target",
    "status", "sentence", "direction", "method", "reason", "short_difference", "long_difference",
    "variation", "assurance", "reported_on", "age_days",
)  # fmt: skip


def as_csv(rows: Sequence[StatusRow]) -> str:
    """The rows as CSV with the columns of the table ``status``."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(row) for row in rows)
    return text.getvalue()


def as_json(rows: Sequence[StatusRow]) -> str:
    """The rows as a JSON array of objects; amounts are strings, so that no digit is lost."""
    records = [dict(zip(COLUMNS, _cells(row), strict=True)) for row in rows]
    return json.dumps(records, ensure_ascii=False, indent=2)


def as_table(rows: Sequence[StatusRow]) -> Table:
    """The rows as a table for people, in the framework's order."""
    table = Table(box=None, pad_edge=False)
    for heading in ("measure", "member", "period"):
        table.add_column(heading, no_wrap=True)
    for heading in ("value", "target"):
        table.add_column(heading, justify="right", no_wrap=True)
    for heading in ("status", "direction", "reported"):
        table.add_column(heading, no_wrap=True)
    for row in rows:
        value, target = _published(row.value, row.decimals), exact(row.target)
        reported = str(row.reported_on or "-")
        direction = (row.direction or "-").replace("_", " ")
        status = row.status.replace("_", " ")
        name, period = row.measure, row.period
        table.add_row(name, row.member, period, value, target, status, direction, reported)
    return table


def _cells(row: StatusRow) -> list[str | int | None]:
    return [_cell(row, column) for column in COLUMNS]


def _cell(row: StatusRow, column: str) -> str | int | None:
    content = getattr(row, column)
    match content:
        case Decimal() if column == "value":
            return _published(content, row.decimals)
        case Decimal():
            return exact(content)
        case date():
            return content.isoformat()
        case int() | str() | None:
            return content
        case _:
            raise TypeError(f"{column} holds {type(content).__name__}")


def _published(value: Decimal | None, decimals: int) -> str:
    if value is None:
        return "-"
    return f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"
