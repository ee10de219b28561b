"""How do contributions leave the house as CSV, JSON or a table on a terminal?"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from rich.table import Table

from perfcore.present.apportioned import apportioned
from perfcore.present.exact import exact
from perfcore.views.contributions import Contribution, Contributions, Decomposition

COLUMNS = ("member", "value_from", "value_to", "rate_effect", "mix_effect", "contribution")
TOTAL = "TOTAL"
_Cells = tuple[str | None, ...]


def as_csv(found: Contributions) -> str:
    """A row for each member, then ``TOTAL``; amounts rounded so that they add up to it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_rows(found))
    return text.getvalue()


def as_json(found: Contributions) -> str:
    """The rows as a JSON array of objects; amounts are strings, so that no digit is lost."""
    records = [dict(zip(COLUMNS, cells, strict=True)) for cells in _rows(found)]
    return json.dumps(records, ensure_ascii=False, indent=2)


def as_table(found: Contributions) -> Table:
    """The rows as a table for people, the greatest contribution first."""
    table = Table(box=None, pad_edge=False)
    table.add_column(COLUMNS[0], no_wrap=True)
    for heading in COLUMNS[1:]:
        table.add_column(heading, justify="right", no_wrap=True)
    for cells in _rows(found):
        table.add_row(*(cell if cell is not None else "-" for cell in cells))
    return table


def _rows(found: Contributions) -> Iterator[_Cells]:
    whole, made = found.whole, apportioned(found)
    for one in made.rows:
        ends = _value(whole, one.row.value_from), _value(whole, one.row.value_to)
        yield (_name(one.row), *ends, *_effects(whole, one.rate, one.mix, one.contribution))
    if made.rounding:
        yield ("(rounding)", None, None, *_effects(whole, None, None, made.rounding))
    ends = _published(whole, whole.value_from), _published(whole, whole.value_to)
    yield (TOTAL, *ends, *_effects(whole, made.rate, made.mix, made.total))


def _name(row: Contribution) -> str:
    return row.member or f"({row.kind})"


def _effects(whole: Decomposition, *amounts: Decimal | None) -> Iterator[str | None]:
    return (_published(whole, amount) for amount in amounts)


def _value(whole: Decomposition, value: Decimal | None) -> str | None:
    """A member's value; a factor's has decimals of its own."""
    if whole.rule == "product":
        return None if value is None else exact(value)
    return _published(whole, value)


def _published(whole: Decomposition, value: Decimal | None) -> str | None:
    """With the measure's decimals; a target may have more."""
    if value is None:
        return None
    rounded = value.quantize(Decimal(1).scaleb(-whole.decimals), ROUND_HALF_UP)
    return f"{rounded:f}" if rounded == value else exact(value)
