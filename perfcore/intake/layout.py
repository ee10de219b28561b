"""Where is the table on a sheet, and which cell belongs to which measure and period?

Long tables have the observation columns as headings. Wide tables have one measure a row and one
period a column. Headings may stand anywhere in the first twenty rows, in one row or in two.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from perfcore.errors import IntakeError
from perfcore.intake import headings
from perfcore.intake.headings import Columns

Cells = Sequence[str]

FIRST_ROWS: Final = 20
_LONGEST_CELL: Final = 50_000
_LONGEST_RAW: Final = 20_000
_FIELDS: Final = ("value", "numerator", "denominator")


@dataclass(frozen=True, slots=True)
class Words:
    """Which texts mean something: periods of some measure, and ids and names of measures."""

    is_period: Callable[[str], bool]
    is_measure: Callable[[str], bool]


NO_WORDS: Final = Words(lambda _text: False, lambda _text: False)


@dataclass(frozen=True, slots=True)
class Row:
    """One row as the intake reads it: the cells in the order of the known columns."""

    row: int
    cells: tuple[str, ...]
    raw: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """Something that stands beside the table: a footnote, an empty stretch."""

    row: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """The first rows of a sheet, each with its number. ``ragged``: every row must be as long."""

    rows: Sequence[tuple[int, Cells]]
    ragged: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table begins and what its columns hold.

    Attributes
    ----------
    form
        ``long`` or ``wide``.
    heading
        Number of the (last) heading row.
    width
        How many columns the heading row has.
    known
        The columns wanted, in the order in which rows give them.
    columns
        The known columns.
    periods
        Of a wide table: position to (period, field).
    """

    form: Literal["long", "wide"]
    heading: int
    width: int
    known: tuple[str, ...]
    columns: Columns
    periods: tuple[tuple[int, str, str], ...] = ()
    names: tuple[str, ...] = ()


def find(grid: Grid, known: tuple[str, ...], words: Words) -> Table:
    """The table that the first rows announce.

    Parameters
    ----------
    grid
        The first twenty rows.
    known
        The columns that mean something.
    words
        Which texts are periods, and which are measures.

    Raises
    ------
    IntakeError
        If no row looks like headings, or the headings do not do.
    """
    for number, cells in grid.rows:
        if headings.is_heading(cells, known):
            columns = headings.match(cells, known)
            return Table("long", number, _width(cells, grid), known, columns, (), tuple(cells))
    if known == headings.OBSERVATION and (table := _find_wide(grid, words)):
        return table
    raise IntakeError(_nothing_found(grid), do=f"Name the columns {', '.join(known)}.")


def _find_wide(grid: Grid, words: Words) -> Table | None:
    none: tuple[int, Cells] = (0, ())
    for (_, above), (number, cells), (below, under) in zip(
        (none, *grid.rows), grid.rows, (*grid.rows[1:], none), strict=False
    ):
        periods = _periods(above, cells, words)
        if len(periods) > 1 or (periods and _names_measures(cells)):
            lower = _periods(cells, under, words)
            if len(lower) > len(periods):
                return _wide(below, under, lower, grid)
            return _wide(number, cells, periods, grid)
    return None


def _nothing_found(grid: Grid) -> str:
    filled = [cells for _, cells in grid.rows if any(cell.strip() for cell in cells)]
    if not filled:
        return "There is nothing in it."
    seen = ", ".join(repr(cell.strip()) for cell in filled[0] if cell.strip())[:200]
    return f"No headings were found in the first {FIRST_ROWS} rows. It begins with {seen}."


def _width(cells: Cells, grid: Grid) -> int:
    if grid.ragged:
        return len(cells)
    return max((i for i, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _names_measures(cells: Cells) -> bool:
    return any(headings.plain(cell) == "measure" for cell in cells)


def _periods(above: Cells, cells: Cells, words: Words) -> tuple[tuple[int, str, str], ...]:
    found: list[tuple[int, str, str]] = []
    if cells and words.is_measure(cells[0]):
        return ()
    upper = ""
    for place, cell in enumerate(cells):
        upper = above[place].strip() if place < len(above) and above[place].strip() else upper
        if place and (named := _period_of(upper, cell.strip(), words.is_period)):
            found.append((place, *named))
    return tuple(found)


def _period_of(upper: str, cell: str, is_period: Callable[[str], bool]) -> tuple[str, str] | None:
    if not cell:
        return None
    if is_period(cell):
        return cell, "value"
    if not upper:
        return None
    if headings.plain(cell) in _FIELDS and is_period(upper):
        return upper, headings.plain(cell)
    for joined in (f"{upper} {cell}", f"{cell} {upper}"):
        if is_period(joined):
            return joined, "value"
    return None


def _wide(
    number: int, cells: Cells, periods: tuple[tuple[int, str, str], ...], grid: Grid
) -> Table:
    taken = {place for place, _, _ in periods}
    others = {place: headings.plain(cell) for place, cell in enumerate(cells) if place not in taken}
    measure = _measure_place(others, periods)
    places = {
        name: place
        for place, name in others.items()
        if place != measure and name in {"breakdown", "member", "reported_on", "note"}
    }
    _refuse_repeated(periods)
    ignored = tuple(
        str(cells[place]).strip()
        for place in others
        if place not in {measure, *places.values()} and str(cells[place]).strip()
    )
    columns = Columns({"measure": measure, **places}, ignored)
    names = tuple(cells)
    width = _width(cells, grid)
    return Table("wide", number, width, headings.OBSERVATION, columns, periods, names)


def _measure_place(others: Mapping[int, str], periods: tuple[tuple[int, str, str], ...]) -> int:
    named = [place for place, name in others.items() if name == "measure"]
    if len(named) > 1 or (named and named[0] > periods[0][0]):
        raise IntakeError(
            "The heading 'measure' stands more than once, or after the periods.",
            do="Put each table on a sheet of its own, the measure before its periods.",
        )
    return named[0] if named else 0


def _refuse_repeated(periods: tuple[tuple[int, str, str], ...]) -> None:
    seen: set[tuple[str, str]] = set()
    for _, period, name in periods:
        if (period, name) in seen:
            raise IntakeError(
                f"The heading {period!r} is there more than once.",
                do="Rename or delete all but one.",
            )
        seen.add((period, name))


def lay_out(
    table: Table, rows: Iterator[tuple[int, Cells, str]], *, ragged: bool = False
) -> Iterator[Row | Aside]:
    """The observations of a table, and what stands beside it.

    Parameters
    ----------
    table
        What :func:`find` found.
    rows
        Every row of the sheet with its number, and its fault if it has one.
    ragged
        Whether a row with more or fewer cells than the headings is at fault (it is in a text
        file, where a cell may have been lost; it is not on a sheet).
    """
    waiting: list[tuple[int, Cells]] = []
    empty = 0
    for number, cells, fault in rows:
        if number <= table.heading:
            yield from _before(table, number, cells)
        elif not fault and _is_empty(cells, ragged=ragged):
            empty += 1
        elif fault or (ragged and len(cells) != table.width):
            yield _faulty(table, number, cells, fault)
        elif (table.form == "wide" or not ragged) and _is_remark(table, cells):
            waiting.append((number, cells))
        else:
            for early, alone in waiting:
                yield _beside(early, alone)
            waiting.clear()
            yield from _observations(table, number, cells)
    for number, cells in waiting:
        yield _beside(number, cells)
    if empty and ragged:
        yield Aside(None, f"{empty} empty rows were left out")
    if table.columns.remark:
        yield Aside(table.heading, table.columns.remark)


def _before(table: Table, number: int, cells: Cells) -> Iterator[Aside]:
    if number < table.heading and any(cell.strip() for cell in cells):
        yield _beside(number, cells, "above the table")


def _beside(number: int, cells: Cells, where: str = "not part of the table") -> Aside:
    text = " | ".join(cell.strip() for cell in cells if cell.strip())
    return Aside(number, f"{where}: {text[:500]!r}")


def _is_empty(cells: Cells, *, ragged: bool) -> bool:
    if ragged:
        return len(cells) <= 1 and not any(cell.strip() for cell in cells)
    return not any(cell.strip() for cell in cells)


def _faulty(table: Table, number: int, cells: Cells, fault: str) -> Row:
    reason = fault or f"the row has {len(cells)} fields, and the headings {table.width}"
    return Row(number, ("",) * len(table.known), _raw(cells), reason)


def _is_remark(table: Table, cells: Cells) -> bool:
    filled = [place for place, cell in enumerate(cells) if cell.strip()]
    if table.form == "wide":
        return not any(place in filled for place, _, _ in table.periods)
    return len(filled) == 1


def _observations(table: Table, number: int, cells: Cells) -> Iterator[Row]:
    if any(len(cell) > _LONGEST_CELL for cell in cells):
        yield _faulty(table, number, cells, f"a cell is longer than {_LONGEST_CELL} characters")
    elif table.form == "long":
        picked = {name: _cell(cells, place) for name, place in table.columns.places.items()}
        raw = _named(table.names, cells)
        yield Row(number, tuple(picked.get(name, "") for name in table.known), raw)
    else:
        yield from _cells_of_row(table, number, cells)


def _cells_of_row(table: Table, number: int, cells: Cells) -> Iterator[Row]:
    shared = {name: _cell(cells, place) for name, place in table.columns.places.items()}
    amounts: dict[str, dict[str, str]] = {}
    for place, period, name in table.periods:
        if _cell(cells, place):
            amounts.setdefault(period, {})[name] = _cell(cells, place)
    for period, given in amounts.items():
        picked = {**shared, "period": period, **given}
        kept = {name: cell for name, cell in picked.items() if cell}
        raw = json.dumps(kept, ensure_ascii=False)[:_LONGEST_RAW]
        yield Row(number, tuple(picked.get(name, "") for name in table.known), raw)


def _cell(cells: Cells, place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""


def _raw(cells: Cells) -> str:
    return json.dumps(list(cells), ensure_ascii=False)[:_LONGEST_RAW]


def _named(names: Cells, cells: Cells) -> str:
    pairs = {
        (names[i].strip() if i < len(names) else "") or f"column {i + 1}": cell
        for i, cell in enumerate(cells)
        if cell.strip()
    }
    return json.dumps(pairs, ensure_ascii=False)[:_LONGEST_RAW]
