"""A council with a measure by depot, one of which gets worse, and one by many rounds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from perfcore.engine.build import build
from perfcore.store import Store, open_current

MONTHS = [f"{year}-{month:02d}" for year in (2018, 2019) for month in range(1, 13)]
QUIET = [9, 11] * 12
ROUNDS = 20
FRAMEWORK = """\
version: 1
organisation: {name: Smallshire Council, code: E06000000, as_at: 2020-01-12, illustrative: true}
directorates:
  place: {name: Place}
services:
  waste: {name: Waste, directorate: place}
quadrants: {}
breakdowns:
  depot: {name: Depot}
  round: {name: Round}
defaults:
  level: service
  service: waste
  unit: days
  decimals: 1
  frequency: month
  due_after: 9 days
  good: low
  tolerance: 10%
  combine: mean
  targets: [{from: "2017/18", value: 10}]
measures:
  bins: {name: Bins by depot, breakdowns: [depot]}
  many: {name: Bins by round, breakdowns: [round]}
"""
DEPOTS = {
    "North": QUIET,
    "South": [*QUIET[:16], *[14 + place % 2 for place in range(8)]],
    "East": [*QUIET[:16], *[6 - place % 2 for place in range(8)]],
    "New": QUIET[:5],
}


def bins_by_depot(folder: Path) -> Store:
    """Its warehouse, opened."""
    framework, data, out = folder / "measures.yaml", folder / "data", folder / "build"
    (data / "observations").mkdir(parents=True)
    framework.write_text(FRAMEWORK, encoding="utf-8")
    lines = ["measure,breakdown,member,period,value", *_rows()]
    (data / "observations" / "figures.csv").write_text("\n".join(lines), encoding="utf-8")
    build(framework, data, out, forecasts=False)
    return open_current(out)


def _rows() -> Iterator[str]:
    for place, month in enumerate(MONTHS):
        yield f"bins,,,{month},{QUIET[place]}"
        yield f"many,,,{month},{QUIET[place]}"
    for depot, values in DEPOTS.items():
        for month, value in zip(MONTHS[-len(values) :], values, strict=True):
            yield f"bins,depot,{depot},{month},{value}"
    for number in range(ROUNDS):
        for place, month in enumerate(MONTHS):
            yield f"many,round,Round {number},{month},{QUIET[place]}"
