"""Which tables can be taken away from a measure's page?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from perfcore.present import wording
from perfcore.present.history.points import first_published
from perfcore.present.tables.cells import figure
from perfcore.present.take_away import Cell, Table
from perfcore.views.measure_page import HistoryRow, MeasurePage, Restatement


def titles(view: MeasurePage) -> list[str]:
    """The titles of the tables that have rows, in their order on the page."""
    return [title for title, has_rows, _ in _all(view) if has_rows]


def tables(view: MeasurePage) -> list[Table]:
    """The tables themselves, in the order of their titles."""
    return [make(view) for _, has_rows, make in _all(view) if has_rows]


def _all(view: MeasurePage) -> Iterator[tuple[str, bool, Callable[[MeasurePage], Table]]]:
    yield "History", bool(view.history), _history
    yield "Restated", bool(view.restatements), _restated
    yield "Targets", bool(view.target_spans), _targets
    yield "Drivers", bool(view.drivers or view.driven), _drivers
    yield "Events", bool(view.events), _events


def _history(view: MeasurePage) -> Table:
    columns = (
        "measure", "name", "unit", "period", "starts", "ends", "value", "numerator",
        "denominator", "last year", "target", "target low", "target high", "status", "direction",
        "reported on", "qualifier", "complete", "first published", "note",
    )  # fmt: skip
    first = first_published(view.restatements)
    rows = tuple(_period(view, row, first.get(row.period)) for row in view.history)
    return Table("History", columns, rows)


def _period(view: MeasurePage, row: HistoryRow, first: Decimal | None) -> tuple[Cell, ...]:
    facts = view.facts
    direction = wording.DIRECTION_WORDS[row.direction] if row.has_result else ""
    return (
        facts.measure, facts.name, facts.unit, row.period, row.starts, row.ends,
        value_or_marker(row.value, row.marker, facts.decimals), row.numerator, row.denominator,
        _published(row.last_year, facts.decimals), row.aim, row.target_low, row.target_high,
        wording.STATUS_WORDS.get(row.status, row.status), direction, row.reported_on,
        row.qualifier, row.parts, _published(first, facts.decimals), row.note,
    )  # fmt: skip


def value_or_marker(value: Decimal | None, marker: str, decimals: int) -> Cell:
    """A published value with its decimals, or the marker in its place such as ``[c]``."""
    return figure(_published(value, decimals), marker)


def _published(value: Decimal | None, decimals: int) -> Decimal | None:
    return None if value is None else value.quantize(Decimal(1).scaleb(-decimals))


def _restated(view: MeasurePage) -> Table:
    columns = (
        "measure", "period", "starts", "value then", "value now", "published on",
        "changed on", "status then", "status now", "why listed",
    )  # fmt: skip
    return Table("Restated", columns, tuple(_change(view, row) for row in view.restatements))


def _change(view: MeasurePage, row: Restatement) -> tuple[Cell, ...]:
    why = "running total fell" if row.kind == "cumulative_fall" else "published again"
    words = wording.STATUS_WORDS
    return (
        view.facts.measure, row.period, row.starts,
        value_or_marker(row.value_from, row.status_from, view.facts.decimals),
        value_or_marker(row.value_to, row.status_to, view.facts.decimals),
        row.reported_from, row.reported_to, words.get(row.status_from, ""),
        words.get(row.status_to, ""), why,
    )  # fmt: skip


def _targets(view: MeasurePage) -> Table:
    columns = (
        "measure", "kind", "form", "first period", "last period", "first target", "last target",
        "upper bound", "tolerance", "exceeding margin", "decides", "why",
    )  # fmt: skip
    rows = tuple(
        (
            view.facts.measure, span.kind, span.form, span.first_period, span.last_period,
            span.first_value, span.last_value, span.high, span.tolerance, span.exceptional,
            "yes" if span.decides else "no", span.why,
        )
        for span in view.target_spans
    )  # fmt: skip
    return Table("Targets", columns, rows)


def _drivers(view: MeasurePage) -> Table:
    columns = (
        "measure", "relation", "other measure", "name", "kind", "lag in periods", "period",
        "value", "unit", "status", "reported on",
    )  # fmt: skip
    rows = [
        (
            view.facts.measure, relation, one.result.measure, one.result.name, one.link.kind,
            one.link.lag, one.result.period,
            value_or_marker(one.result.value, one.result.marker, one.result.decimals),
            one.result.unit, wording.STATUS_WORDS.get(one.result.status, one.result.status),
            one.result.reported_on,
        )
        for relation, others in (("is moved by", view.drivers), ("moves", view.driven))
        for one in others
    ]  # fmt: skip
    return Table("Drivers", columns, tuple(rows))


def _events(view: MeasurePage) -> Table:
    rows: tuple[tuple[str, date, str, str], ...] = tuple(
        (view.facts.measure, event.date, event.title, event.kind) for event in view.events
    )
    return Table("Events", ("measure", "date", "title", "kind"), rows)
