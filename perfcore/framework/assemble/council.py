"""Which organisation, parts, meetings and escalations does the file define?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from perfcore.framework.assemble.dates import day_of
from perfcore.framework.assemble.measures import measure, merged
from perfcore.framework.grammar.collections import Entry
from perfcore.framework.grammar.kind import Place, Reading
from perfcore.framework.model import (
    Breakdown,
    Comparator,
    CovidSection,
    Directorate,
    Escalation,
    Exceptions,
    Forum,
    Framework,
    Measure,
    Organisation,
    Portfolio,
    Priority,
    Quadrant,
    Receives,
    Service,
)
from perfcore.periods import MONTHS, Calendar

_T = TypeVar("_T")


def framework(entry: Entry, path: Path, reading: Reading) -> Framework:
    """The framework of a file's root entry, with whatever of it is right.

    What is wrong has been noted by then; the rest is put together all the same, so that one run
    finds what is wrong between the entries too.

    Parameters
    ----------
    entry
        The root mapping as read.
    path
        The file, kept in the framework.
    reading
        Where further problems are noted.
    """
    organisation = _organisation(entry.get("organisation", Entry(entry.line)))
    services = _table(entry, "services", _built(Service, "name", "directorate"))
    return Framework(
        organisation=organisation,
        directorates=_table(entry, "directorates", _built(Directorate, "name")),
        services=services,
        portfolios=_table(entry, "portfolios", _built(Portfolio, "name")),
        quadrants=_table(entry, "quadrants", _built(Quadrant, "name")),
        priorities=_table(entry, "priorities", _built(Priority, "name")),
        covid_sections=_covid_sections(entry),
        comparators=_table(entry, "comparators", _comparator(reading, organisation.calendar)),
        breakdowns=_table(entry, "breakdowns", _built(Breakdown, "name")),
        forums=_table(entry, "forums", _forum),
        escalation=_escalation(entry),
        exceptions=_exceptions(entry.get("exceptions", Entry(entry.line))),
        measures=_measures(entry, services, organisation.calendar, reading),
        path=path,
    )


def _organisation(entry: Entry) -> Organisation:
    months = [month.lower() for month in MONTHS]
    return Organisation(
        name=entry.get("name", ""),
        code=entry.get("code", ""),
        calendar=Calendar(months.index(entry.get("year_starts", "april")) + 1),
        as_at=entry.get("as_at"),
        illustrative=entry.get("illustrative", False),
        spc_rules=entry.get("spc_rules", "mdc"),
    )


def _table(
    entry: Entry, section: str, build: Callable[[str, Entry], _T | None]
) -> Mapping[str, _T]:
    entries: Mapping[str, Entry] = entry.get(section, {})
    built = {name: build(name, one) for name, one in entries.items()}
    return MappingProxyType({name: value for name, value in built.items() if value is not None})


def _built(kind: Callable[..., _T], *needed: str) -> Callable[[str, Entry], _T | None]:
    """A builder for a type whose fields are its entry's keys."""

    def build(name: str, entry: Entry) -> _T | None:
        return kind(id=name, **entry.values) if set(needed) <= entry.values.keys() else None

    return build


def _covid_sections(entry: Entry) -> Mapping[str, CovidSection]:
    entries: Mapping[str, Entry] = entry.get("covid_sections", {})
    found = {
        name: CovidSection(
            name, one.values["name"], one.get("order", position), one.get("short", "")
        )
        for position, (name, one) in enumerate(entries.items(), start=1)
        if "name" in one.values
    }
    return MappingProxyType(found)


def _comparator(reading: Reading, calendar: Calendar) -> Callable[[str, Entry], Comparator | None]:
    def build(name: str, entry: Entry) -> Comparator | None:
        place = Place(key=f"comparators.{name}")
        if ("code" in entry.values) == ("members" in entry.values):
            reading.error(entry.line, place, "give either the code of one area or the members")
        since = day_of(entry, "since", place, reading, calendar, "month")
        if "name" not in entry.values:
            return None
        members = entry.get("members", ())
        return Comparator(name, entry.values["name"], entry.get("code", ""), since, members)

    return build


def _forum(name: str, entry: Entry) -> Forum | None:
    if "name" not in entry.values:
        return None
    receives: Entry = entry.get("receives", Entry(entry.line))
    wanted: dict[str, Any] = {
        field.name: receives.values[field.name]
        for field in fields(Receives)
        if field.name in receives.values
    }
    return Forum(name, entry.values["name"], entry.get("meets", ""), Receives(**wanted))


def _escalation(entry: Entry) -> tuple[Escalation, ...]:
    found = []
    for one in entry.get("escalation", ()):
        when: Entry = one.get("when", Entry(one.line))
        if "to" not in one.values or "status" not in when.values:
            continue
        found.append(
            Escalation(
                status=when.values["status"],
                to=one.values["to"],
                periods=when.get("for", 1),
                level=when.get("level", ""),
                directorate=when.get("directorate", ""),
                as_=one.get("as", "exception"),
            )
        )
    return tuple(found)


def _exceptions(entry: Entry) -> Exceptions:
    given = {
        one.name: entry.values[one.name] for one in fields(Exceptions) if one.name in entry.values
    }
    return Exceptions(**given)


def _measures(
    entry: Entry, services: Mapping[str, Service], calendar: Calendar, reading: Reading
) -> Mapping[str, Measure]:
    defaults: Entry = entry.get("defaults", Entry(entry.line))
    return _table(
        entry,
        "measures",
        lambda name, one: measure(name, merged(one, defaults), services, calendar, reading),
    )
