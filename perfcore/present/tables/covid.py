"""Which tables of the weekly report can be taken away?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from perfcore.present.tables.cells import figure
from perfcore.present.take_away import Cell, Table
from perfcore.present.week_words import revision, revisions
from perfcore.views.covid import Covid, CovidSection, WeeklyMeasure, WeekPoint

TITLES: Final = ("Change in the week", "Every week", "Restated figures", "Key events")
_MEASURE: Final = ("Section", "Measure", "Measure id", "Counted", "Unit")


def tables(view: Covid) -> tuple[Table, ...]:
    """The week's change, all weeks so far, what was restated, and the events."""
    return (
        Table(
            TITLES[0],
            (*_MEASURE, "This week", "Week before", "Change", "Peak", "Peak week ending", "Note"),
            tuple((*_named(*pair), *_changed(pair[1])) for pair in view.measures),
        ),
        Table(
            TITLES[1],
            (*_MEASURE, "Week", "Week ending", "Value", "Total to date", "Reported on",
             "Restated", "Note"),
            tuple(_weeks(view)),
        ),
        Table(
            TITLES[2],
            ("Measure", "Measure id", "Week ending", "First said", "Now", "What"),
            tuple(_revised(view)),
        ),
        Table(
            TITLES[3],
            ("Date", "Event", "Kind"),
            tuple((event.date, event.title, event.kind) for event in view.events),
        ),
    )  # fmt: skip


def _named(section: CovidSection, one: WeeklyMeasure) -> tuple[Cell, ...]:
    counted = "running total" if one.running else "as reported"
    name = section.entry.name
    return (name, one.name, one.measure, "added in the week" if one.derived else counted, one.unit)


def _changed(one: WeeklyMeasure) -> tuple[Cell, ...]:
    restated = one.revised is not None and one.revised.of_total
    return (
        _figure(one.now),
        _figure(one.before),
        None if restated else one.change,
        one.peak.value if one.peak else None,
        one.peak.ends if one.peak else None,
        one.now.note if one.now else "",
    )


def _weeks(view: Covid) -> Iterator[tuple[Cell, ...]]:
    for section, one in view.measures:
        for point in one.points:
            told = revision(one, point.revised) if point.revised else ""
            yield (
                *_named(section, one), point.period, point.ends, _figure(point), point.total,
                point.reported_on, told, point.note,
            )  # fmt: skip


def _revised(view: Covid) -> Iterator[tuple[Cell, ...]]:
    for one, point, told in revisions(view):
        if point.revised:
            before, after = point.revised.before, point.revised.after
            yield (one.name, one.measure, point.ends, before, after, told)


def _figure(point: WeekPoint | None) -> Cell:
    return None if point is None else figure(point.value, point.marker)
