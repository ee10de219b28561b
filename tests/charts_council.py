"""A council whose control charts say everything that one can say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from perfcore.engine.build import build
from perfcore.store import Store, open_current

MONTHS = [f"{year}-{month:02d}" for year in (2017, 2018, 2019) for month in range(1, 13)]
QUIET = [9, 11] * 18
FRAMEWORK = """\
version: 1
organisation: {name: Smallshire Council, code: E06000000, as_at: 2020-02-12, illustrative: true}
directorates:
  place: {name: Place, lead: Executive Director of Place}
services:
  waste: {name: Waste, directorate: place, lead: Head of Waste}
quadrants:
  operational: {name: Operational, aim: a modern organisation}
breakdowns:
  depot: {name: Depot}
defaults:
  quadrant: operational
  level: service
  service: waste
  owner: Head of Waste
  unit: days
  decimals: 1
  frequency: month
  due_after: 9 days
  good: low
  tolerance: 10%
measures:
  steady: {name: "Steady <bins>", breakdowns: [depot], targets: [{from: "2016/17", value: 10}]}
  reliable: {name: Reliable, targets: [{from: "2016/17", value: 20}]}
  failing: {name: Failing, level: strategic, targets: [{from: "2016/17", value: 4}]}
  worse: {name: Worse, targets: [{from: "2016/17", value: 10}]}
  better: {name: Better, targets: [{from: "2016/17", value: 10}]}
  watched: {name: Watched, good: none}
  cut:
    name: Cut in two
    targets: [{from: "2016/17", value: 10}]
    spc:
      recalculate: [{from: "2018-09", reason: A new contract}]
      ghost: [{period: "2017-03", reason: Weighbridge closed}]
  running: {name: Running total, shape: cumulative}
  seasonal: {name: Seasonal, seasonal: true}
  rolling: {name: Rolling, shape: rolling}
  few: {name: Few, unit: count, decimals: 0}
  short: {name: Short}
  never: {name: Never supplied}
"""
WORSE = [*QUIET[:28], *[14 + place % 2 for place in range(8)]]
SERIES: Mapping[str, list[float]] = {
    "steady": QUIET,
    "reliable": QUIET,
    "failing": QUIET,
    "worse": WORSE,
    "better": [24 - one for one in WORSE],
    "watched": WORSE,
    "cut": [*QUIET[:2], 40, *QUIET[3:20], *(one + 1 for one in QUIET[20:])],
    "running": [
        sum((5 + place % 3) for place in range(12 * (number // 12), number + 1))
        for number in range(36)
    ],
    "seasonal": QUIET,
    "rolling": QUIET,
    "few": [place % 4 for place in range(36)],
    "short": QUIET[:5],
}


def charts_council(folder: Path) -> Store:
    """Build the council in an empty folder and open it.

    Parameters
    ----------
    folder
        Where everything is put.
    """
    data = folder / "data"
    (data / "observations").mkdir(parents=True)
    (folder / "measures.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (data / "observations" / "all.csv").write_text("\n".join(_lines()), encoding="utf-8")
    build(folder / "measures.yaml", data, folder / "build")
    return open_current(folder / "build")


def _lines() -> Iterator[str]:
    yield "measure,period,breakdown,member,value"
    for name, amounts in SERIES.items():
        for month, amount in zip(MONTHS, amounts, strict=False):
            yield f"{name},{month},,,{amount}"
    for month, amount in zip(MONTHS, WORSE, strict=True):
        yield f"steady,{month},depot,North,{amount}"
        yield f"steady,{month},depot,South,{24 - amount}"
