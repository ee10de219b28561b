"""What was promised for a measure, from when, and with what margins?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, cast

from perfcore.framework.assemble.dates import day_of
from perfcore.framework.grammar.collections import Entry
from perfcore.framework.grammar.kind import Place, Reading
from perfcore.framework.keys import MONTH_KEYS, QUARTER_KEYS
from perfcore.framework.model import DatedMargin, Target, TargetForm, Thresholds
from perfcore.periods import Calendar, Frequency

_FORMS: Final[dict[TargetForm, tuple[str, ...]]] = {
    "value": ("value",),
    "range": ("range",),
    "profile": ("profile",),
    "line": ("to", "start", "end"),
    "comparator": ("comparator",),
    "improve_on": ("improve_on", "by"),
}
_DayOf = Callable[[Entry, str], date | None]


def targets(
    entry: Entry, reading: Reading, place: Place, calendar: Calendar, frequency: Frequency
) -> tuple[Target, ...]:
    """The targets of a measure that are right; problems of the others go to ``reading``."""
    where = place.inside("targets")
    found = (_target(one, reading, where, calendar, frequency) for one in entry.get("targets", ()))
    return tuple(target for target in found if target is not None)


def margins(
    entry: Entry, key: str, reading: Reading, place: Place, calendar: Calendar, frequency: Frequency
) -> tuple[DatedMargin, ...]:
    """The margins under ``tolerance`` or ``exceptional``, oldest first."""
    found = []
    for one in entry.get(key, ()):
        starts = day_of(one, "from", place.inside(key), reading, calendar, frequency)
        if (margin := one.get("value")) is not None and (starts or "from" not in one.lines):
            found.append(DatedMargin(margin, starts))
    return tuple(sorted(found, key=lambda dated: dated.starts or date.min))


def thresholds(entry: Entry) -> Thresholds | None:
    """The boundaries stated outright, if both are there."""
    found: Entry | None = entry.get("thresholds")
    if found is None or not {"green", "amber"} <= found.values.keys():
        return None
    return Thresholds(found.values["green"], found.values["amber"], found.get("exceptional"))


def _target(
    entry: Entry, reading: Reading, place: Place, calendar: Calendar, frequency: Frequency
) -> Target | None:
    form = _form(entry, reading, place)
    starts = day_of(entry, "from", place, reading, calendar, frequency)
    if form is None or starts is None:
        return None
    if any(key not in entry.values for key in _FORMS[form]):
        return None
    details = _DETAILS[form](entry, reading, place, calendar, frequency)
    if details is None:
        return None
    return Target(
        form=form, starts=starts, kind=entry.get("kind", "local"), why=entry.get("why", ""),
        line=entry.line, **details,
    )  # fmt: skip


def _form(entry: Entry, reading: Reading, place: Place) -> TargetForm | None:
    """The one form whose keys are written; anything else is noted as an error."""
    written = [form for form, keys in _FORMS.items() if any(key in entry.lines for key in keys)]
    if not written:
        ways = "value, range, profile, start with end and to, comparator, improve_on with by"
        reading.error(entry.line, place, f"says no target: give one of {ways}")
        return None
    if len(written) > 1:
        first, second = (_FORMS[form][0] for form in written[:2])
        text = f"cannot stand beside {first!r}: give each target its own entry"
        reading.error(entry.line_of(second), place.inside(second), text)
        return None
    for key in _FORMS[written[0]]:
        if key not in entry.lines or key in entry.nulls:
            others = ", ".join(other for other in _FORMS[written[0]] if other != key)
            reading.error(entry.line, place.inside(key), f"is missing beside {others}")
    return written[0]


_Details = Callable[[Entry, Reading, Place, Calendar, Frequency], dict[str, Any] | None]


def _as_written(*keys: str) -> _Details:
    def details(entry: Entry, *_: object) -> dict[str, Any]:
        return {key: entry.values[key] for key in keys}

    return details


def _range(entry: Entry, *_: object) -> dict[str, Any] | None:
    bounds = entry.values["range"]
    return {"low": bounds[0], "high": bounds[1]} if bounds else None


def _line(
    entry: Entry, reading: Reading, place: Place, calendar: Calendar, frequency: Frequency
) -> dict[str, Any] | None:
    ends = day_of(entry, "to", place, reading, calendar, frequency)
    if ends is None:
        return None
    return {"ends": ends, "start": entry.values["start"], "end": entry.values["end"]}


def _profile(
    entry: Entry, reading: Reading, place: Place, calendar: Calendar, frequency: Frequency
) -> dict[str, Any] | None:
    written: Entry = entry.values["profile"]
    inside = place.inside("profile")
    line = entry.line_of("profile")
    if frequency not in ("month", "quarter"):
        reading.error(
            line, inside, f"needs a monthly or quarterly measure; this one is {frequency}"
        )
        return None
    quarters = [key for key in written.lines if key in QUARTER_KEYS]
    if quarters and (frequency == "month" or len(quarters) < len(written.lines)):
        text = "quarters stand alone, on a quarterly measure; write months instead"
        reading.error(written.line_of(quarters[0]), inside.inside(quarters[0]), text)
        return None
    ends = _month_numbers(calendar, frequency)
    if not quarters and (odd := [key for key in written.lines if ends.get(key) is None]):
        text = f"is not the last month of a quarter: those are {', '.join(_months(ends))}"
        reading.error(written.line_of(odd[0]), inside.inside(odd[0]), text)
        return None
    amounts = {number: written.values[key] for key, number in ends.items() if key in written.values}
    missing = [
        key for key in (QUARTER_KEYS if quarters else _months(ends)) if key not in written.lines
    ]
    if missing:
        reading.warning(line, inside, f"gives no target for {', '.join(missing)}")
    return {"profile": cast(Mapping[int, Decimal], MappingProxyType(amounts))}


def _months(ends: Mapping[str, int]) -> list[str]:
    return [key for key in ends if key in MONTH_KEYS]


def _month_numbers(calendar: Calendar, frequency: Frequency) -> dict[str, int]:
    """The last month of each period of a year, by month and by quarter key, in the year's order."""
    order = [(calendar.year_starts - 1 + step) % 12 + 1 for step in range(12)]
    if frequency == "month":
        return {MONTH_KEYS[number - 1]: number for number in order}
    last = order[2::3]
    months = {MONTH_KEYS[number - 1]: number for number in last}
    return months | dict(zip(QUARTER_KEYS, last, strict=True))


_DETAILS: Final[dict[TargetForm, _Details]] = {
    "value": _as_written("value"),
    "range": _range,
    "profile": _profile,
    "line": _line,
    "comparator": _as_written("comparator"),
    "improve_on": _as_written("improve_on", "by"),
}
