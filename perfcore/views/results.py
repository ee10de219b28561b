"""What is the latest result of each measure, as far as the reader's filters go?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TypeVar

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.queries import query

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Result:
    """A measure with its latest result; the figures are those of the table ``latest``.

    Attributes
    ----------
    period, starts, ends
        The period of the result; empty and None where there is none at all.
    target_low, target_high
        The bounds of a target range; None where the target is one value.
    status
        A code of method 3; ``no_data`` where there is no result.
    direction, arrow
        The direction of travel (method 4) and where the value went.
    since_periods
        How many periods this status has lasted; None where there is no result.
    previous_status, previous_value
        Of the result before this one.
    late_period, late_days
        The period that is overdue, and the days since it was due; empty and 0 if none is.
    retired_from
        The first day from which the measure is no longer reported; None for a live one.
    position
        The measure's place in the framework file.
    """

    measure: str
    name: str
    level: str
    service_name: str
    directorate: str
    directorate_name: str
    quadrant: str
    group: str
    covid_section: str
    priorities: list[str]
    tags: list[str]
    owner: str
    unit: str
    decimals: int
    frequency: str
    good: str
    shape: str
    period: str
    starts: date | None
    ends: date | None
    value: Decimal | None
    target: Decimal | None
    target_low: Decimal | None
    target_high: Decimal | None
    status: str
    direction: str
    arrow: str
    reason: str
    reported_on: date | None
    marker: str
    qualifier: str
    parts: str
    since_periods: int | None
    previous_status: str
    previous_value: Decimal | None
    late_period: str
    late_days: int
    next_due: date | None
    retired_from: date | None
    position: int


_COLUMNS = ", ".join(f'"{one.name}"' for one in fields(Result))


def fetch(
    store: Store,
    name: str,
    filters: Filters,
    into: type[T],
    parameters: Mapping[str, object],
    since: date | None = None,
) -> list[T]:
    """The rows of a query over the results that the filters leave.

    Parameters
    ----------
    store
        The warehouse.
    name
        A query of ``views/sql`` that selects from ``{results}``, or from the few columns of
        ``{standing}`` where it only counts or ranks the measures that are not retired, or from
        ``{compared}``, the same with the status and value before. ``{columns}`` are those of a
        :class:`Result`, and ``{worst_first}`` is the order of method 9.
    filters
        What the reader asks about.
    into
        A dataclass with the query's columns.
    parameters
        The query's own parameters.
    since
        The day that results are compared with, if the query compares; None for each measure's own
        previous result.
    """
    text = query(name).replace("{columns}", _COLUMNS)
    text = text.replace("{worst_first}", query("worst_first"))
    for base, meant in _bases(filters, since):
        text = text.replace(base, f"({meant})")
    named = {"until": filters.until, "forum": filters.forum or None, "since": since}
    chosen = {key: value for key, value in named.items() if value is not None}
    return store.fetch(text, {**filters.parameters(), **chosen, **parameters}, into)


def _bases(filters: Filters, since: date | None) -> Iterator[tuple[str, str]]:
    """What the names in a query stand for; each may name those that follow."""
    yield "{compared}", query("compared_result" if since is None else "compared_day")
    yield "{then}", query("standing_until").replace("$until", "$since")
    for name in ("standing", "results"):
        base = query(f"{name}_now" if filters.until is None else f"{name}_until")
        received = query("received").replace("{measured}", f"({base})")
        yield f"{{{name}}}", received if filters.forum else base
    yield "{receives}", query("receives")


def pick(store: Store, filters: Filters, measures: Iterable[str]) -> dict[str, Result]:
    """The results of some measures by id, in the framework's order."""
    wanted = list(dict.fromkeys(measures))
    if not wanted:
        return {}
    rows = fetch(store, "picked", Filters(until=filters.until), Result, {"measures": wanted})
    return {row.measure: row for row in sorted(rows, key=lambda row: row.position)}
