"""How do values from Python become rows of a table without a statement for each?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any


def as_json(rows: Iterable[Any]) -> str:
    """Rows as one JSON text, to be bound as the parameter ``$rows`` of a SQL file.

    Parameters
    ----------
    rows
        Frozen dataclasses or mappings. Dates and decimals are written as text in full, so that
        the column's own type reads them exactly.
    """
    return json.dumps([_plain(row) for row in rows], default=_text)


def _plain(row: Any) -> Mapping[str, Any]:
    if is_dataclass(row):
        return {one.name: getattr(row, one.name) for one in fields(row)}
    return dict(row)


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be written to a table")
