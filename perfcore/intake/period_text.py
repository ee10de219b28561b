"""Which period does a text name, with the remarks that published tables put behind it?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from perfcore.errors import PeriodError
from perfcore.periods import Calendar, Frequency, Period

_REMARK: Final = re.compile(r"(.*\S)\s*[(\[]\s*([A-Za-z]+)\.?\s*[)\]]")
_QUALIFIERS: Final = {
    "p": "provisional", "prov": "provisional", "provisional": "provisional",
    "r": "revised", "rev": "revised", "revised": "revised",
    "e": "estimated", "est": "estimated", "estimate": "estimated", "estimated": "estimated",
}  # fmt: skip
_NOTES: Final = {"ot": "outturn", "outturn": "outturn", "f": "final", "final": "final"}
_INTERVAL: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:T00:00(?::00)?)?/P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text in the column ``period`` says.

    Attributes
    ----------
    period
        The period.
    qualifier
        ``provisional``, ``revised``, ``estimated`` or nothing.
    note
        A remark to keep, in words, or nothing.
    """

    period: Period
    qualifier: str = ""
    note: str = ""


def read_period(calendar: Calendar, text: str, frequency: Frequency) -> Reading:
    """The period that a text names, and what it says beside it.

    Parameters
    ----------
    calendar
        The council's calendar.
    text
        Anything that :meth:`Calendar.parse` takes, with ``(prov)``, ``(Rev)``, ``(OT)`` and the
        like behind it, or an ISO interval such as ``2024-04-01/P1Y``.
    frequency
        How often the measure is taken.

    Raises
    ------
    PeriodError
        If the text is not a period of that frequency.

    Examples
    --------
    >>> read_period(Calendar(), "2019-20 (prov)", "year").qualifier
    'provisional'
    >>> read_period(Calendar(), "2024-04-01/P1Y", "year").period.key
    '2024/25'
    """
    clean = " ".join(text.split())
    found = _REMARK.fullmatch(clean)
    word = found[2].lower() if found else ""
    if found and (word in _QUALIFIERS or word in _NOTES):
        period = _period(calendar, found[1], frequency)
        return Reading(period, _QUALIFIERS.get(word, ""), _NOTES.get(word, ""))
    return Reading(_period(calendar, clean, frequency))


def _period(calendar: Calendar, text: str, frequency: Frequency) -> Period:
    if not text:
        raise PeriodError("the period is empty")
    if not (found := _INTERVAL.fullmatch(text)):
        return calendar.parse(text, frequency)
    period = calendar.parse(found[1], frequency)
    years, months, weeks, days = (int(part or 0) for part in found.groups()[1:])
    after = _after(period.start, 12 * years + months, 7 * weeks + days)
    if after != period.end + timedelta(days=1):
        raise PeriodError(f"{text!r} is not as long as one {frequency.replace('_', ' ')}.")
    return period


def _after(start: date, months: int, days: int) -> date | None:
    years, month = divmod(start.month - 1 + months, 12)
    try:
        return date(start.year + years, month + 1, start.day) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
