"""What is a measure whose amounts come from others: a sum of parts, a running or rolling total?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from make.model import Model, ModelError
from make.series import HEADLINE, Amount, First, Key, Line, Series, total
from perfcore.framework.model import Measure
from perfcore.periods import Calendar, Period


def from_parts(
    measure: Measure, parts: Sequence[Series], periods: Sequence[Period]
) -> tuple[dict[Key, Line], dict[tuple[Key, int], First]]:
    """The sums of the parts' amounts, in the whole's periods.

    Parameters
    ----------
    measure
        The whole.
    parts
        Its parts, of its own frequency or a finer one.
    periods
        The whole's periods.

    Returns
    -------
    tuple
        The lines, and what was first published where a part was restated.
    """
    wanted = [HEADLINE, *_common_members(measure, parts)]
    lines: dict[Key, Line] = {}
    first: dict[tuple[Key, int], First] = {}
    for key in wanted:
        coarse = [coarsened(part, key, periods) for part in parts]
        lines[key] = total(coarse)
        for index, period in enumerate(periods):
            earlier = _first_of(parts, key, period)
            if earlier is not None:
                first[(key, index)] = earlier
    return lines, first


def coarsened(part: Series, key: Key, periods: Sequence[Period]) -> Line:
    """A part's line in longer periods: the sum of the shorter ones, or the last of a stock."""
    line = part.lines[key]
    return tuple(_within(part, line, period.start, period.end) for period in periods)


def running(base: Series, key: Key, periods: Sequence[Period], calendar: Calendar) -> Line:
    """The total since the financial year began."""
    line = base.lines[key]
    starts = [calendar.containing(period.start, "year").start for period in periods]
    return tuple(
        _within(base, line, start, period.end, summed=True)
        for start, period in zip(starts, periods, strict=True)
    )


def rolling(base: Series, key: Key, periods: Sequence[Period], *, mean: bool) -> Line:
    """The total of the twelve months that end with each period.

    Parameters
    ----------
    mean
        Whether the denominator is the average over the months (staff), not their sum.
    """
    line, found = base.lines[key], []
    for period in periods:
        start = _year_before(period.end)
        cell = _within(base, line, start, period.end, summed=True)
        count = sum(start <= p.start and p.end <= period.end for p in base.periods)
        if cell is not None and mean and cell.denominator is not None:
            cell = Amount(cell.numerator, round(cell.denominator / count))
        found.append(cell)
    return tuple(found)


def from_base(
    measure: Measure, model: Model, base: Series, periods: Sequence[Period], calendar: Calendar
) -> dict[Key, Line]:
    """The running or rolling total of another measure, for the headline and the shared members.

    Raises
    ------
    ModelError
        If the measure is neither cumulative nor rolling.
    """
    keys = [HEADLINE, *_common_members(measure, [base])]
    mean = model.denominator == "mean"
    if measure.shape == "cumulative":
        lines = {key: running(base, key, periods, calendar) for key in keys}
    elif measure.shape == "rolling":
        lines = {key: rolling(base, key, periods, mean=mean) for key in keys}
    else:
        raise ModelError(f"{measure.id!r}: 'of' needs shape cumulative or rolling")
    return _balanced(lines) if mean else lines


def _balanced(lines: Mapping[Key, Line]) -> dict[Key, Line]:
    members = [line for key, line in lines.items() if key != HEADLINE]
    breakdowns = {key[0] for key in lines if key != HEADLINE}
    if len(breakdowns) != 1:
        return dict(lines)
    return {**lines, HEADLINE: total(members)}


def _common_members(measure: Measure, parts: Sequence[Series]) -> list[Key]:
    keys = [key for key in parts[0].lines if key[0] in measure.breakdowns]
    return [key for key in keys if all(key in part.lines for part in parts)]


def _within(
    part: Series, line: Line, start: date, end: date, *, summed: bool = False
) -> Amount | None:
    chosen = [k for k, p in enumerate(part.periods) if start <= p.start and p.end <= end]
    covered = sum((part.periods[k].end - part.periods[k].start).days + 1 for k in chosen)
    cells = [line[k] for k in chosen]
    if covered != (end - start).days + 1 or any(cell is None for cell in cells):
        return None
    if part.measure.combine == "last" and not summed:
        return cells[-1]
    return total([(cell,) for cell in cells])[0]


def _first_of(parts: Sequence[Series], key: Key, period: Period) -> First | None:
    amounts, until = [], ""
    for part in parts:
        at = [k for k, p in enumerate(part.periods) if p == period]
        earlier = part.first.get((key, at[0])) if at else None
        now = part.lines[key][at[0]] if at else None
        if earlier is None and now is None:
            return None
        until = earlier.until if earlier else until
        amounts.append(earlier.amount if earlier else now)
    whole = total([(amount,) for amount in amounts])[0]
    return First(whole, until) if until and whole else None


def _year_before(end: date) -> date:
    following = end + timedelta(days=1)
    return following.replace(year=following.year - 1)
