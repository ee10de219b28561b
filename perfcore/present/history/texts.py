"""What is written into a chart, and where: one layer of texts, each with a place of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

import altair as alt

from perfcore.present.history.inline import from_row, on

SIZE: Final = 13
LARGE: Final = 15
Align = Literal["left", "center", "right"]
Baseline = Literal["bottom", "middle"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text in a chart.

    Attributes
    ----------
    day, down
        Where it stands: the day, and pixels from the top of the chart.
    beside
        Pixels to the right of the day.
    room
        The share of the chart's width that it may fill; 0 for no bound.
    """

    day: date
    down: float
    said: str
    colour: str
    align: Align = "left"
    baseline: Baseline = "middle"
    beside: int = 0
    size: int = SIZE
    bold: bool = False
    room: float = 0.0


def layer(texts: Iterable[Text]) -> Iterator[alt.Chart]:
    """All texts of a chart as one layer; none where there is none."""
    rows = [_row(text) for text in texts]
    if rows:
        mark = on(rows).mark_text(
            align=from_row("align"), baseline=from_row("baseline"), dx=from_row("dx"),
            fontSize=from_row("size"), fontWeight=from_row("weight"), color=from_row("colour"),
            limit=alt.ExprRef(expr="width * datum.room"),
        )  # fmt: skip
        yield mark.encode(x=alt.X("x:T"), y=down_from_row("y"), text=alt.Text("label:N"))


def down_from_row(field: str) -> alt.YValue:
    """A place in pixels from the top of the chart, as the row has it."""
    return alt.YValue(from_row(field))  # type: ignore[no-untyped-call]


def _row(text: Text) -> dict[str, Any]:
    return {
        "x": text.day.isoformat(),
        "y": round(text.down, 1),
        "label": text.said,
        "align": text.align,
        "baseline": text.baseline,
        "dx": text.beside,
        "size": text.size,
        "weight": "bold" if text.bold else "normal",
        "colour": text.colour,
        "room": round(text.room, 3),
    }
