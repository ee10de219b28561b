"""What does a service send in: one row for each figure, with its markers, notes and date?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields

from make.disclosure import withheld
from make.model import Model
from make.series import HEADLINE, Amount, Key, Series, published
from perfcore.periods import Period


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the observation log, as text (contracts, the data folder)."""

    measure: str
    period: str
    breakdown: str
    member: str
    value: str
    numerator: str
    denominator: str
    reported_on: str
    note: str

    def cells(self) -> tuple[str, ...]:
        """The cells in the order of :data:`COLUMNS`."""
        return astuple(self)


COLUMNS = tuple(field.name for field in fields(Row))


def rows_of(series: Series, model: Model) -> Iterator[Row]:
    """The rows of a measure, headline first, each vintage on its own row.

    Parameters
    ----------
    series
        The amounts.
    model
        Markers, notes and lateness.
    """
    hidden = withheld(series)
    for key, line in series.lines.items():
        for at, period in enumerate(series.periods):
            cell = line[at]
            if (key, at) in hidden:
                yield _row(series, model, at, key, None, "[c]")
            elif cell is not None and cell.denominator == 0:
                yield _row(series, model, at, key, None, "[z]")
            elif cell is not None:
                yield from _vintages(series, model, key, at, cell)
            elif key == HEADLINE:
                yield _row(series, model, at, key, None, _marker(model, period))


def _vintages(series: Series, model: Model, key: Key, at: int, cell: Amount) -> Iterator[Row]:
    first = series.first.get((key, at))
    latest = at >= len(series.periods) - model.provisional
    mark = " [p]" if latest else ""
    if first is None:
        yield _row(series, model, at, key, cell, mark)
        return
    yield _row(series, model, at, key, first.amount, " [p]", note="")
    yield _row(series, model, at, key, cell, " [r]", on=first.until)


def _marker(model: Model, period: Period) -> str:
    return model.marker.get(period.key, "[z]" if period.key in model.blank else "[x]")


def _row(
    series: Series,
    model: Model,
    at: int,
    key: Key,
    cell: Amount | None,
    mark: str,
    *,
    on: str = "",
    note: str | None = None,
) -> Row:
    measure, period = series.measure, series.periods[at]
    value = None if cell is None else published(cell, measure)
    text = "" if value is None else f"{value:f}"
    ratio = cell if cell is not None and cell.denominator is not None else None
    said = model.note.get(period.key, "") if key == HEADLINE else ""
    return Row(
        measure=measure.id,
        period=period.key,
        breakdown=key[0],
        member=key[1],
        value=f"{text}{mark}" if text else mark.strip(),
        numerator=str(ratio.numerator) if ratio else "",
        denominator=str(ratio.denominator) if ratio else "",
        reported_on=on or series.reported[at].isoformat(),
        note=said if note is None else note,
    )
