"""How far should a running total have come by the end of each month or quarter?"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from perfcore.framework.grammar.collections import Entry
from perfcore.framework.grammar.kind import Place, Reading
from perfcore.framework.keys import MONTH_KEYS, QUARTER_KEYS
from perfcore.periods import Calendar, Frequency


def profile(
    entry: Entry, reading: Reading, place: Place, calendar: Calendar, frequency: Frequency
) -> Mapping[int, Decimal] | None:
    """The target by the number of the month that ends each period, in the year's order.

    Parameters
    ----------
    entry
        Amounts by month (``apr``); on a quarterly measure by quarter (``q1``) or by the last month
        of each quarter.
    reading, place
        Where problems are noted.
    calendar
        Says which months end a quarter.
    frequency
        How often the measure is taken.

    Returns
    -------
    Mapping or None
        None if the keys do not suit the measure.
    """
    if frequency not in ("month", "quarter"):
        wrong = f"needs a monthly or quarterly measure; this one is {frequency}"
        reading.error(entry.line, place, wrong)
        return None
    ends = _period_ends(entry, calendar, frequency)
    strange = [key for key in entry.lines if key not in ends]
    if strange:
        wrong = f"is not one of {', '.join(ends)}, the periods of this measure"
        reading.error(entry.line_of(strange[0]), place.inside(strange[0]), wrong)
        return None
    missing = [key for key in ends if not entry.said(key)]
    if missing:
        reading.warning(entry.line, place, f"gives no target for {', '.join(missing)}")
    return MappingProxyType(
        {number: entry.values[key] for key, number in ends.items() if key in entry.values}
    )


def _period_ends(entry: Entry, calendar: Calendar, frequency: Frequency) -> dict[str, int]:
    """The keys that suit a measure, each with the number of the month that ends the period."""
    months = [(calendar.year_starts - 1 + step) % 12 + 1 for step in range(12)]
    if frequency == "quarter":
        months = months[2::3]
        if any(key in QUARTER_KEYS for key in entry.lines):
            return dict(zip(QUARTER_KEYS, months, strict=True))
    return {MONTH_KEYS[number - 1]: number for number in months}
