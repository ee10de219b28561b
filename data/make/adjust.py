"""What is said outright of a measure's figures: pinned values, first vintages, markers?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from make.making import Making
from make.model import Model, ModelError
from make.series import HEADLINE, Amount, First, Key, Line, Series, reaching
from make.split import apportion
from make.timeline import day_of
from perfcore.periods import Calendar


def pinned(making: Making, lines: dict[Key, Line]) -> dict[Key, Line]:
    """The lines with each pinned value exact, its members sharing the difference.

    Raises
    ------
    ModelError
        If a pinned period was not reported.
    """
    measure, model = making.measure, making.model
    starts = {period.start: k for k, period in enumerate(making.periods)}
    for key, value in model.pin.items():
        at = starts.get(day_of(key, measure.frequency, making.calendar))
        if at is None:
            raise ModelError(f"{model.file}: {measure.id!r}: pin {key} is not a reported period")
        now = lines[HEADLINE][at]
        if now is not None:
            lines = _replaced(lines, at, reaching(value, now, measure))
    return lines


def _replaced(lines: Mapping[Key, Line], at: int, whole: Amount) -> dict[Key, Line]:
    members = [key for key in lines if key != HEADLINE]
    cells = [cell for key in members if (cell := lines[key][at]) is not None]
    amounts = {HEADLINE: whole, **dict(zip(members, shared(whole, cells), strict=True))}
    return {
        key: (*line[:at], amounts[key], *line[at + 1 :]) if key in amounts else line
        for key, line in lines.items()
    }


def shared(whole: Amount, cells: list[Amount]) -> list[Amount]:
    """The whole shared in proportion to the present cells, exactly."""
    if not cells:
        return []
    above = apportion(whole.numerator, [max(0, cell.numerator) for cell in cells])
    if whole.denominator is None:
        return [Amount(n) for n in above]
    below = apportion(whole.denominator, [cell.denominator or 0 for cell in cells])
    return [Amount(n, d) for n, d in zip(above, below, strict=True)]


def with_first(series: Series, model: Model, calendar: Calendar) -> Series:
    """The series with what was published first where the model says it was restated.

    Raises
    ------
    ModelError
        If a restated period has no figure.
    """
    first = dict(series.first)
    starts = {period.start: k for k, period in enumerate(series.periods)}
    for key, restated in model.restated.items():
        at = starts.get(day_of(key, series.measure.frequency, calendar))
        now = series.lines[HEADLINE][at] if at is not None else None
        if at is None or now is None:
            raise ModelError(f"{model.file}: {model.id!r}: restated {key} has no figure")
        whole = reaching(restated.first, now, series.measure)
        first[(HEADLINE, at)] = First(whole, restated.on)
        for breakdown in series.breakdowns:
            lines = series.members(breakdown)
            cells = shared(whole, [cell for line in lines.values() if (cell := line[at])])
            for member, cell in zip(lines, cells, strict=True):
                first[((breakdown, member), at)] = First(cell, restated.on)
    return replace(series, first=first)


def blanked(series: Series, model: Model) -> Series:
    """The series without the figures of periods that have a marker instead."""
    markers = {*model.blank, *model.marker}
    gone = [k for k, period in enumerate(series.periods) if period.key in markers]
    lines = {
        key: tuple(None if k in gone else cell for k, cell in enumerate(line))
        for key, line in series.lines.items()
    }
    return replace(series, lines=lines)


def without_empty(series: Series) -> Series:
    """The series without the periods that could not be made, as a part was missing.

    Raises
    ------
    ModelError
        If none could.
    """
    kept = [k for k, cell in enumerate(series.lines[HEADLINE]) if cell is not None]
    if not kept:
        raise ModelError(f"{series.measure.id!r} has no figure in any period")
    at = {k: position for position, k in enumerate(kept)}
    return Series(
        series.measure,
        tuple(series.periods[k] for k in kept),
        {key: tuple(line[k] for k in kept) for key, line in series.lines.items()},
        tuple(series.reported[k] for k in kept),
        {(key, at[k]): first for (key, k), first in series.first.items() if k in at},
    )
