"""What was promised for a measure, from when, and with what margins?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from perfcore.framework.assemble.dates import day_of
from perfcore.framework.assemble.profiles import profile
from perfcore.framework.grammar.collections import Entry
from perfcore.framework.grammar.kind import Place, Reading
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
    said = {form: [key for key in keys if entry.said(key)] for form, keys in _FORMS.items()}
    written = [form for form, keys in said.items() if keys]
    if not written:
        ways = "value, range, profile, start with end and to, comparator, improve_on with by"
        reading.error(entry.line, place, f"says no target: give one of {ways}")
        return None
    if len(written) > 1:
        first, second = (said[form][0] for form in written[:2])
        text = f"cannot stand beside {first!r}: give each target its own entry"
        reading.error(entry.line_of(second), place.inside(second), text)
        return None
    form = written[0]
    for key in _FORMS[form]:
        if key not in said[form]:
            beside = ", ".join(said[form])
            reading.error(entry.line, place.inside(key), f"is missing beside {beside}")
    return form


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
    found = profile(written, reading, place.inside("profile"), calendar, frequency)
    return None if found is None else {"profile": found}


_DETAILS: Final[dict[TargetForm, _Details]] = {
    "value": _as_written("value"),
    "range": _range,
    "profile": _profile,
    "line": _line,
    "comparator": _as_written("comparator"),
    "improve_on": _as_written("improve_on", "by"),
}
