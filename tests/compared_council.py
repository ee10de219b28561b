"""A council with every way to stand, or not to stand, among others."""

from __future__ import annotations

from pathlib import Path

from perfcore.engine.build import build
from tests.county import LOG_HEADINGS, County

COMPARATORS = """\
comparators:
  england: {name: England, code: E92000001}
  neighbours:
    name: Nearest neighbours
    since: "2020-05"
    members: [E1, E2, E3, E4, E5, E6, E7, E8]
"""
PLANS = """\
  plans:
    name: Plans <issued> in time
    level: service
    service: homes
    portfolio: housing
    unit: percent
    scale: 100
    decimals: 1
    frequency: month
    good: high
    combine: ratio
    comparators: [england, neighbours]
    targets: [{from: "2020/21", value: 75}]
"""
PLANS_LOG = """\
plans,2020-04,,60,100,,,2020-05-09,
plans,2020-05,,62,100,,,2020-06-09,
plans,2020-06,,64,100,,,2020-07-09,
plans,2020-07,,65,100,,,2020-08-09,
plans,2020-08,,66,100,,,2020-09-09,
plans,2020-09,,70,100,,,2020-10-09,
"""
PLANS_BESIDE = """\
plans,E92000001,England,2020-04,58,,,
plans,E92000001,England,2020-07,58.5,,,
plans,E92000001,England,2020-08,54.5,,,
plans,E1,Northshire,2020-04,60,,,
plans,E1,Northshire,2020-05,61,,,
plans,E2,Southshire,2020-05,62,,,
plans,E3,Eastshire,2020-05,63,,,
plans,E4,Westshire <new>,2020-05,70,,,
plans,E5,Midshire,2020-05,50,,,
plans,E1,Northshire,2020-06,60,,,
plans,E2,Southshire,2020-06,61,,,
plans,E3,Eastshire,2020-06,62.5,,,
plans,E4,Westshire <new>,2020-06,72,,,
plans,E5,Midshire,2020-06,55,,,
plans,E1,Northshire,2020-08,60,,,
plans,E2,Southshire,2020-08,62,,,
plans,E3,Eastshire,2020-08,66,,,
plans,E4,Westshire <new>,2020-08,71.5,,,
plans,E5,Midshire,2020-08,58,,,
plans,E6,Lowshire,2020-08,[c],,,
plans,E7,Highshire,2020-08,[z],,,
"""
BENCHMARK_HEADINGS = "measure,area_code,area_name,period,value,lower,upper,reported_on"
_HEAD = """\
version: 1
organisation: {name: Smallshire Council, code: E06000000, as_at: 2020-10-12, illustrative: true}
directorates:
  people: {name: People}
services:
  homes: {name: Homes, directorate: people}
portfolios:
  housing: {name: Housing}
"""
_MORE = """\
defaults:
  level: service
  service: homes
  portfolio: housing
  frequency: month
  unit: days
  decimals: 1
  good: low
  combine: mean
  comparators: [neighbours, england]
measures:
"""
_OTHERS = """\
  wait: {name: Wait for a home}
  watched: {name: Watched wait, good: none}
  ranged: {name: Wait in a range, good: range, targets: [{from: "2020/21", range: [5, 9]}]}
  cases: {name: Open cases, unit: count, decimals: 0, combine: last}
  alike: {name: All alike}
  same: {name: All the same as us}
  few: {name: Few answer}
  kept: {name: Our own is withheld}
  early: {name: Before the set was in use}
  missed: {name: Never the same month}
  unknown: {name: Nobody answers, comparators: [england]}
  hidden: {name: England is withheld, comparators: [england]}
  alone: {name: Compared with nobody, comparators: []}
  limited: {name: Known limits, comparators: [england]}
"""
_OWN = {
    "wait": "7", "watched": "7", "ranged": "7", "cases": "70", "alike": "6", "same": "5",
    "few": "7", "kept": "[c]", "unknown": "7", "hidden": "7", "alone": "7", "limited": "7",
}  # fmt: skip
_THEIRS = {
    "wait": "3 7 7 8 9 12 12.5", "watched": "3 5 7 7 9 12", "ranged": "3 5 8 9 12",
    "cases": "30 50 80 90 120", "alike": "5 5 5 5 5 7", "same": "5 5 5 5 5 5",
    "few": "3 5 [c] [x] 8 9", "kept": "3 5 8 9 12",
}  # fmt: skip
_NAMES = (
    "Northshire", "Southshire", "Eastshire", "Westshire <new>", "Midshire", "Lowshire", "Highshire",
)  # fmt: skip
_ONE_BY_ONE = """\
wait,E92000001,England,2020-09,8.4,,,
hidden,E92000001,England,2020-09,[c],,,
limited,E92000001,England,2020-09,6.4,,,
limited,E06000000,Smallshire,2020-09,7,6.5,7.5,
"""


def compared_council(folder: Path) -> County:
    """Write the council's files into a folder, and build its warehouse."""
    made = County(folder / "measures.yaml", folder / "data", folder / "build")
    for name in ("observations", "benchmarks"):
        (made.data / name).mkdir(parents=True)
    framework = _HEAD + COMPARATORS + _MORE + PLANS + _OTHERS
    made.framework.write_text(framework, encoding="utf-8")
    own = [f"{measure},2020-09,{value},,,,,," for measure, value in _OWN.items()]
    own += ["early,2020-04,7,,,,,,", "missed,2020-09,7,,,,,,"]
    log = "\n".join([LOG_HEADINGS, PLANS_LOG.strip(), *own, ""])
    (made.data / "observations" / "all.csv").write_text(log, encoding="utf-8")
    (made.data / "benchmarks" / "all.csv").write_text(_benchmarks(), encoding="utf-8")
    build(made.framework, made.data, made.out)
    return made


def _benchmarks() -> str:
    rows = [
        f"{measure},E{number},{_NAMES[number - 1]},2020-09,{value},,,"
        for measure, values in _THEIRS.items()
        for number, value in enumerate(values.split(), start=1)
    ]
    for measure, month in (("early", "2020-04"), ("missed", "2020-08")):
        rows += [
            f"{measure},E{number},{name},{month},{number},,,"
            for number, name in enumerate(_NAMES, start=1)
        ]
    return "\n".join([BENCHMARK_HEADINGS, PLANS_BESIDE.strip(), _ONE_BY_ONE.strip(), *rows, ""])
