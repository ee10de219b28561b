"""How do rows stand in a layer of a chart, and how does a mark take its look from its row?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt


def on(rows: Sequence[dict[str, Any]]) -> alt.Chart:
    """A chart of rows that are written into it."""
    return alt.Chart(alt.InlineData(values=list(rows)))


def at_datum(field: str, looks: Mapping[str, Any]) -> Any:
    """A property of a mark, looked up by a field of its row; itself where there is no choice.

    Parameters
    ----------
    field
        The column that names the look.
    looks
        The property by the name of the look; not empty.
    """
    kinds = list(looks.values())
    if all(kind == kinds[0] for kind in kinds):
        return kinds[0]
    return alt.ExprRef(expr=f"{json.dumps(dict(looks))}[datum.{field}]")


def from_row(field: str) -> alt.ExprRef:
    """A property of a mark, as its row has it."""
    return alt.ExprRef(expr=f"datum.{field}")
