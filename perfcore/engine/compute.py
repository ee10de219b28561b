"""How do observations and a framework become statuses and directions, as at a day?

Runs the numbered files of ``engine/sql`` in order: to 12 what everything rests on, then, side by
side, what pages read of headlines (13, 14) and what stands around a figure (16 to 18). Python
adds only what is not set-based: the calendar, the exact boundaries of targets and the limits of
the exact Poisson test.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Final

import duckdb

from perfcore.engine import calendar_table, comparison, framework_tables, poisson, target_rules
from perfcore.engine.rows import as_json
from perfcore.engine.steps import beside, fetch, run
from perfcore.errors import BuildError
from perfcore.framework.model import Framework, Measure
from perfcore.periods import Frequency

Progress = Callable[[str, float], None]
Spans = dict[Frequency, tuple[date, date]]
_A_YEAR_AND_A_BIT: Final = timedelta(days=380)
_AT_A_TIME: Final = 2_000_000


def unwatched(_step: str, _share: float) -> None:
    """Progress that nobody watches."""


def compute(
    connection: duckdb.DuckDBPyConnection,
    framework: Framework,
    as_at: date,
    progress: Progress = unwatched,
) -> None:
    """Compute every result as at a day (method 1 to 5).

    Parameters
    ----------
    connection
        Holds ``measure`` and ``driver`` (:func:`perfcore.engine.framework_tables.write`) and
        ``observation``, in the order of the log, and ``benchmark`` (intake). Gets ``status`` and
        ``target`` (views), ``restatement`` and the narrow tables they are made from.
    framework
        The framework those tables were written from.
    as_at
        Only what had been reported by this day counts.
    progress
        Told each step in words and the share of the build done before it.

    Raises
    ------
    BuildError
        If an observation has no place in the calendar: nothing is lost in silence.
    """
    progress("Ordering what was reported", 0.5)
    spans = _spans(connection, framework, as_at)
    calendar_table.write(connection, framework.organisation.calendar, spans)
    run(connection, "02_series", as_at=as_at)
    run(connection, "03_amounts", as_at=as_at)
    _nothing_lost(connection, as_at)
    progress("Combining members and parts", 0.6)
    _combine(connection, framework, as_at)
    run(connection, "06_increments")
    progress("Drawing control charts", 0.7)
    rules = framework.organisation.spc_rules
    run(connection, "07_charts", rules=rules)
    strides = fetch(connection, "strides", amounts=_AT_A_TIME)
    known = _known(connection, framework, spans, as_at)
    with beside(connection, partial(_write_targets, framework=framework, known=known)):
        for first, last in strides:
            run(connection, "07_variation", first=first, last=last, rules=rules)
    progress("Judging against targets", 0.8)
    run(connection, "08_rules", limits=list(poisson.limits()))
    for first, last in strides:
        run(connection, "09_results", first=first, last=last)
    run(connection, "10_directions")
    year = framework.organisation.calendar.containing(as_at, "year")
    run(connection, "10_expected", as_at=as_at, year_starts=year.start)
    progress("Finding what changed", 0.85)
    run(connection, "11_restatements")
    run(connection, "12_status", as_at=as_at)
    run(connection, "12_tidy")


def write_headlines(connection: duckdb.DuckDBPyConnection, as_at: date) -> None:
    """Write what pages read of headlines, once the results are there (:func:`compute`)."""
    run(connection, "13_latest", as_at=as_at)
    run(connection, "14_signals")
    run(connection, "14_headline")


def write_surroundings(
    connection: duckdb.DuckDBPyConnection, organisation: str, as_at: date
) -> None:
    """Write what stands around a figure: targets, charts, what moved it, how it compares.

    Needs nothing that :func:`write_headlines` makes, nor the other way about (method 5, 6, 8).
    """
    run(connection, "16_targets_drawn")
    run(connection, "16_spc")
    for step in ("segments", "decompositions", "contributions", "products", "influences"):
        run(connection, f"17_{step}")
    comparison.write(connection, organisation, as_at)


def _spans(connection: duckdb.DuckDBPyConnection, framework: Framework, as_at: date) -> Spans:
    seen = {frequency: (first, last) for frequency, first, last in fetch(connection, "reach")}
    spans: Spans = {}
    for measure in framework.measures.values():
        # a measure that nobody supplies begins with its parts
        sent = [seen[one] for one in _frequencies(framework, measure) if one in seen]
        days = [target.starts for target in measure.targets if target.starts < as_at]
        earlier, later = spans.get(measure.frequency, (as_at, as_at))
        spans[measure.frequency] = (
            min([earlier, *days, *(first for first, _ in sent)]),
            max([later, *(last for _, last in sent)]),
        )
    return {
        frequency: (first - _A_YEAR_AND_A_BIT, last + _ahead(frequency))
        for frequency, (first, last) in spans.items()
    }


def _frequencies(framework: Framework, measure: Measure) -> set[Frequency]:
    parts = (one.measure for one in measure.drivers if one.kind == "part")
    below = (_frequencies(framework, framework.measures[part]) for part in parts)
    return {measure.frequency}.union(*below)


def _ahead(frequency: Frequency) -> timedelta:
    return {"day": timedelta(days=2), "week": timedelta(weeks=2)}.get(frequency, _A_YEAR_AND_A_BIT)


def _nothing_lost(connection: duckdb.DuckDBPyConnection, as_at: date) -> None:
    ((placed, given),) = fetch(connection, "placed", as_at=as_at)
    if placed != given:
        raise BuildError(
            f"{given - placed} of {given} observations belong to no measure or period.",
            do="Run the check of the framework, and report this as a defect if it finds nothing.",
        )


def _combine(connection: duckdb.DuckDBPyConnection, framework: Framework, as_at: date) -> None:
    run(connection, "04_members", as_at=as_at)
    run(connection, "06_combine")
    depth = max(framework_tables.depths(framework).values(), default=0)
    for level in range(1, depth + 1):
        run(connection, "05_parts", as_at=as_at, depth=level)
        run(connection, "06_combine")
        run(connection, "04_members", as_at=as_at)
        run(connection, "06_combine")


def _known(
    connection: duckdb.DuckDBPyConnection, framework: Framework, spans: Spans, as_at: date
) -> target_rules.Known:
    improving = [one.id for one in framework.measures.values() if target_rules.improves(one)]
    return target_rules.Known(
        periods={
            frequency: calendar_table.periods(framework.organisation.calendar, frequency, *span)
            for frequency, span in spans.items()
        },
        benchmarks={
            (measure, area, starts): value
            for measure, area, starts, value in fetch(connection, "benchmarks", as_at=as_at)
        },
        published={
            (measure, starts): value
            for measure, starts, value in fetch(connection, "published", measures=improving)
        },
    )


def _write_targets(
    connection: duckdb.DuckDBPyConnection, framework: Framework, known: target_rules.Known
) -> None:
    run(connection, "07_targets", rows=as_json(target_rules.rules(framework, known)))
