"""How does the framework file become tables that SQL can join?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import duckdb

from perfcore.engine import amounts, comparator_table, entry_table
from perfcore.engine.rows import as_json
from perfcore.engine.steps import run
from perfcore.framework.model import Framework, Measure


def write(connection: duckdb.DuckDBPyConnection, framework: Framework) -> None:
    """Write the tables that lay the framework out: measures, drivers, forums and their kin.

    Parameters
    ----------
    connection
        An open DuckDB connection; tables of those names are replaced.
    framework
        A framework without errors.
    """
    run(
        connection,
        "00_framework",
        measures=as_json(_measures(framework)),
        drivers=as_json(_drivers(framework)),
        forums=as_json(_forums(framework)),
        escalations=as_json(_escalations(framework)),
        chart_notes=as_json(_chart_notes(framework)),
    )
    entry_table.write(connection, framework)
    comparator_table.write(connection, framework)


def depths(framework: Framework) -> dict[str, int]:
    """How many levels of parts lie under each measure; 0 for a measure without parts."""
    known: dict[str, int] = {}

    def depth(measure: str) -> int:
        if measure not in known:
            parts = _parts(framework.measures[measure])
            known[measure] = 1 + max(map(depth, parts)) if parts else 0
        return known[measure]

    return {measure: depth(measure) for measure in framework.measures}


def _parts(measure: Measure) -> list[str]:
    return [driver.measure for driver in measure.drivers if driver.kind == "part"]


_AS_THEY_ARE = (
    "name", "definition", "why", "level", "service", "directorate", "portfolio", "quadrant",
    "group", "covid_section", "statutory_return", "owner", "source", "unit", "scale", "decimals",
    "frequency", "due_after", "good", "shape", "combine", "seasonal", "epidemic", "public", "tags",
    "priorities", "breakdowns", "comparators", "line",
)  # fmt: skip


def _measures(framework: Framework) -> Iterator[Mapping[str, Any]]:
    depth = depths(framework)
    for position, measure in enumerate(framework.measures.values()):
        portfolio = framework.portfolios.get(measure.portfolio)
        yield {
            **{name: getattr(measure, name) for name in _AS_THEY_ARE},
            "position": position,
            "measure": measure.id,
            "service_name": framework.services[measure.service].name,
            "directorate_name": framework.directorates[measure.directorate].name,
            "portfolio_name": portfolio.name if portfolio else "",
            "noise": str(measure.noise),
            "noise_amount": measure.noise.amount,
            "noise_relative": measure.noise.relative,
            "depth": depth[measure.id],
            "screen": measure.spc.screen,
            "concern_wins": measure.spc.conflict == "concern",
            "unit_before": amounts.before(measure.unit),
            "unit_after": amounts.after(measure.unit),
            "unit_after_one": amounts.after_one(measure.unit),
            **_disclosure(measure),
            **_retirement(measure),
        }


def _disclosure(measure: Measure) -> Mapping[str, Any]:
    rule = measure.disclosure
    return {
        "disclosure_min_count": rule.min_count if rule else None,
        "disclosure_round_to": rule.round_to if rule else None,
    }


def _retirement(measure: Measure) -> Mapping[str, Any]:
    retired = measure.retired
    return {
        "retired_from": retired.starts if retired else None,
        "retired_reason": retired.reason if retired else "",
    }


def _drivers(framework: Framework) -> Iterator[Mapping[str, Any]]:
    for measure in framework.measures.values():
        for position, driver in enumerate(measure.drivers):
            yield {
                "measure": measure.id,
                "position": position,
                "driver": driver.measure,
                "kind": driver.kind,
                "expected": driver.expected,
                "lag": driver.lag,
            }


def _forums(framework: Framework) -> Iterator[Mapping[str, Any]]:
    for position, forum in enumerate(framework.forums.values()):
        yield {
            "position": position,
            "forum": forum.id,
            "name": forum.name,
            "meets": forum.meets,
            **asdict(forum.receives),
        }


def _escalations(framework: Framework) -> Iterator[Mapping[str, Any]]:
    for position, rule in enumerate(framework.escalation):
        yield {
            "position": position,
            "status": rule.status,
            "periods": rule.periods,
            "level": rule.level,
            "directorate": rule.directorate,
            "forum": rule.to,
            "escalated_as": rule.as_,
        }


def _chart_notes(framework: Framework) -> Iterator[Mapping[str, Any]]:
    for measure in framework.measures.values():
        chart = measure.spc
        kinds = {
            "recalculate": chart.recalculate,
            "baseline": (chart.baseline,) if chart.baseline else (),
            "ghost": chart.ghost,
        }
        for kind, notes in kinds.items():
            for note in notes:
                yield {
                    "measure": measure.id,
                    "kind": kind,
                    "starts": note.starts,
                    "reason": note.reason,
                }
