"""Which measures does the file define, with the defaults merged under each?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal

from perfcore.framework.assemble.dates import day_of
from perfcore.framework.assemble.targets import margins, targets, thresholds
from perfcore.framework.grammar.collections import Entry
from perfcore.framework.grammar.kind import Place, Reading
from perfcore.framework.keys import REQUIRED_OF_A_MEASURE
from perfcore.framework.model import (
    DatedReason,
    Disclosure,
    Driver,
    Measure,
    Retired,
    Service,
    Spc,
)
from perfcore.periods import Calendar, Frequency

_AS_WRITTEN: Final = (
    "name", "level", "service", "unit", "frequency", "good", "definition", "why", "portfolio",
    "quadrant", "group", "priorities", "covid_section", "statutory_return", "owner", "source",
    "tags", "scale", "decimals", "due_after", "shape", "combine", "seasonal", "epidemic", "noise",
    "breakdowns", "comparators", "public",
)  # fmt: skip


def merged(entry: Entry, defaults: Entry) -> Entry:
    """A measure's entry over the defaults; a key left empty in the measure undoes its default."""
    inherited = {key: value for key, value in defaults.values.items() if key not in entry.lines}
    return Entry(entry.line, {**inherited, **entry.values}, entry.lines, entry.nulls)


def complete(entry: Entry, place: Place, reading: Reading) -> bool:
    """Whether a merged entry has what a measure needs; what it lacks is noted."""
    for key in REQUIRED_OF_A_MEASURE:
        if key not in entry.values and not entry.wrong(key):
            reading.error(entry.line, place.inside(key), "is missing")
    return all(key in entry.values for key in ("name", *REQUIRED_OF_A_MEASURE))


def measure(
    name: str, entry: Entry, services: Mapping[str, Service], calendar: Calendar, reading: Reading
) -> Measure | None:
    """The measure of a merged entry, or None if it lacks a key it cannot do without.

    Parameters
    ----------
    name
        Its id.
    entry
        Its entry, merged over the defaults.
    services
        Gives the directorate.
    calendar
        Reads the periods named in the entry.
    reading
        Where problems are noted.
    """
    place = Place(measure=name)
    if not complete(entry, place, reading):
        return None
    service = services.get(entry.values["service"])
    frequency: Frequency = entry.values["frequency"]
    written: dict[str, Any] = {key: entry.values[key] for key in _AS_WRITTEN if key in entry.values}
    return Measure(
        id=name,
        directorate=service.directorate if service else "",
        targets=targets(entry, reading, place, calendar, frequency),
        tolerance=margins(entry, "tolerance", reading, place, calendar, frequency),
        exceptional=margins(entry, "exceptional", reading, place, calendar, frequency),
        thresholds=thresholds(entry),
        drivers=_drivers(entry, reading, place),
        spc=_spc(entry, reading, place, calendar, frequency),
        disclosure=_disclosure(entry),
        retired=_retired(entry, reading, place, calendar, frequency),
        line=entry.line,
        **written,
    )


def _drivers(entry: Entry, reading: Reading, place: Place) -> tuple[Driver, ...]:
    where = place.inside("drivers")
    return tuple(
        driver for one in entry.get("drivers", ()) for driver in _of_one(one, reading, where)
    )


def _of_one(entry: Entry, reading: Reading, place: Place) -> tuple[Driver, ...]:
    said = [key for key in ("parts", "influences", "product") if entry.said(key)]
    if len(said) != 1:
        either = "parts, influences or product" if "product" in said else "parts or influences"
        reading.error(entry.line, place, f"give either {either} in one entry")
        return ()
    if said != ["influences"]:
        for key in ("expected", "lag"):
            if key in entry.values:
                text = f"is for influences, not {'parts' if said == ['parts'] else 'a product'}"
                reading.error(entry.line_of(key), place.inside(key), text)
        kind: Literal["part", "factor"] = "part" if said == ["parts"] else "factor"
        return tuple(Driver(one, kind) for one in entry.get(said[0], ()))
    expected, lag = entry.get("expected", ""), entry.get("lag", 0)
    return tuple(Driver(one, "influence", expected, lag) for one in entry.get("influences", ()))


def _spc(
    entry: Entry, reading: Reading, place: Place, calendar: Calendar, frequency: Frequency
) -> Spc:
    found: Entry = entry.get("spc", Entry(entry.line))
    where = place.inside("spc")

    def reasons(under: str, key: str, entries: tuple[Entry, ...]) -> tuple[DatedReason, ...]:
        inside = where.inside(under)
        dated = (
            (day_of(one, key, inside, reading, calendar, frequency), one.get("reason"))
            for one in entries
        )
        return tuple(DatedReason(starts, reason) for starts, reason in dated if starts and reason)

    baseline = found.get("baseline")
    return Spc(
        recalculate=reasons("recalculate", "from", found.get("recalculate", ())),
        baseline=next(iter(reasons("baseline", "to", (baseline,) if baseline else ())), None),
        ghost=reasons("ghost", "period", found.get("ghost", ())),
        screen=found.get("screen", False),
        conflict=found.get("conflict", "improvement"),
    )


def _disclosure(entry: Entry) -> Disclosure | None:
    found: Entry | None = entry.get("disclosure")
    if found is None or "min_count" not in found.values:
        return None
    return Disclosure(found.values["min_count"], found.get("round_to"))


def _retired(
    entry: Entry, reading: Reading, place: Place, calendar: Calendar, frequency: Frequency
) -> Retired | None:
    found: Entry | None = entry.get("retired")
    if found is None:
        return None
    inside = place.inside("retired")
    starts: date | None = day_of(found, "from", inside, reading, calendar, frequency)
    reason = found.get("reason")
    return Retired(starts, reason) if starts and reason else None
