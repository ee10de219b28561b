"""Which directorates, portfolios, quadrants, priorities and months can pages be laid out by?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from perfcore.store import Store
from perfcore.views.build_facts import build_facts
from perfcore.views.queries import query

_MONTHS_OFFERED = 36


@dataclass(frozen=True, slots=True)
class Entry:
    """A directorate, quadrant or the like.

    ``note`` is a quadrant's aim, or the short name of a section of the weekly report.
    """

    id: str
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """The framework's own headings, as the warehouse was built with, in the framework's order.

    Attributes
    ----------
    months
        Last days of the months that can be reported on, the latest first.
    """

    directorates: tuple[Entry, ...]
    portfolios: tuple[Entry, ...]
    quadrants: tuple[Entry, ...]
    priorities: tuple[Entry, ...]
    covid_sections: tuple[Entry, ...]
    breakdowns: tuple[Entry, ...]
    months: tuple[date, ...]

    def months_before(self, until: date | None) -> tuple[date, ...]:
        """The months before one of them; None for the latest."""
        last = until or next(iter(self.months), None)
        return tuple(day for day in self.months if last is not None and day < last)


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    id: str
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class _Span:
    first: date | None
    last: date | None


def outline(store: Store) -> Outline:
    """The headings of a warehouse."""
    entries = _by_kind(store.fetch(query("entries"), {}, _Row))
    span = store.fetch(query("first_period"), {}, _Span)[0]
    return Outline(
        directorates=entries.get("directorate", ()),
        portfolios=entries.get("portfolio", ()),
        quadrants=entries.get("quadrant", ()),
        priorities=entries.get("priority", ()),
        covid_sections=entries.get("covid_section", ()),
        breakdowns=entries.get("breakdown", ()),
        months=tuple(_months(span, build_facts(store).as_at)),
    )


def _by_kind(rows: list[_Row]) -> Mapping[str, tuple[Entry, ...]]:
    kinds = dict.fromkeys(row.kind for row in rows)
    return {
        kind: tuple(Entry(row.id, row.name, row.note) for row in rows if row.kind == kind)
        for kind in kinds
    }


def _months(span: _Span, as_at: date) -> Iterator[date]:
    if span.first is None or span.last is None:
        return
    last = _month_end_before(min(as_at, span.last + timedelta(days=1)))
    for _ in range(_MONTHS_OFFERED):
        if last < span.first:
            return
        yield last
        last = _month_end_before(last)


def _month_end_before(day: date) -> date:
    return day.replace(day=1) - timedelta(days=1)
