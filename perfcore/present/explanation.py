"""How is a verdict explained on a terminal: its numbered lines, its age, the rows behind it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perfcore.present import wording
from perfcore.present.exact import exact
from perfcore.present.exception_words import line
from perfcore.present.forecast.words import trusted
from perfcore.present.reached import steps
from perfcore.views.measure_page import HistoryRow, MeasurePage
from perfcore.views.rows_used import RowUsed


def explanation_lines(
    view: MeasurePage, rows: Sequence[RowUsed], compared: Sequence[str] = ()
) -> Iterator[str]:
    """The measure's name and period, the lines that its page shows, and the rows used.

    Parameters
    ----------
    view
        The measure, with the row to explain as ``shown``.
    rows
        Every vintage of the figure.
    compared
        How the measure compares with others, a sentence for each.

    Yields
    ------
    str
        One line of plain text at a time.
    """
    shown = view.shown
    if shown is None:
        yield f"{view.facts.name}: no period has begun yet."
        return
    yield f"{view.facts.name} ({view.facts.measure}), {shown.period}"
    for number, (what, said) in enumerate(_numbered(view, shown, compared), start=1):
        yield f"{number} {what:<11} {said}"
    if view.forecast and (said := trusted(view.forecast)):
        yield f"  {said}"
    for one in view.episodes:
        if one.open:
            yield f"  {line(one)}"
    yield f"Rows used ({len(rows)})" if rows else "No row of its own was reported for this period."
    yield from (_row(row) for row in rows)


def _numbered(
    view: MeasurePage, shown: HistoryRow, compared: Sequence[str]
) -> list[tuple[str, str]]:
    return [*steps(view), ("Age", _age(shown)), *(("Compared", said) for said in compared)]


def _age(shown: HistoryRow) -> str:
    if shown.reported_on is None:
        return "Not reported."
    days = wording.plural((shown.reported_on - shown.ends).days, "day")
    restated = "; restated since it was first reported" if shown.restated else ""
    return f"Reported {wording.day(shown.reported_on)}, {days} after the period ended{restated}."


def _row(row: RowUsed) -> str:
    content = row.marker or exact(row.value)
    ratio = f" ({exact(row.numerator)} / {exact(row.denominator)})" if row.denominator else ""
    sheet = f", {row.sheet}" if row.sheet else ""
    note = f": {row.note}" if row.note else ""
    return f"  {row.reported_on}  {content}{ratio}  {row.file}{sheet}, row {row.row}{note}"
