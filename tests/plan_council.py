"""A council whose plan has every case: shared measures, yearly ones, budget, a figure withheld."""

from __future__ import annotations

from pathlib import Path

from perfcore.engine.build import build
from tests.county import County

FRAMEWORK = """\
version: 1
organisation: {name: Planshire Council, code: E06000000, as_at: 2020-10-12, illustrative: true}
directorates:
  place: {name: Place}
  people: {name: People}
services:
  waste: {name: Waste, directorate: place}
  homes: {name: Homes, directorate: people}
priorities:
  environment: {name: Unique environment}
  housing: {name: Suitable housing}
  climate: {name: Climate emergency, cross_cutting: true}
defaults: {tolerance: 5%, due_after: 9 days, owner: Head of Waste, level: strategic, service: waste}
measures:
  recycling:
    name: Waste <recycled>
    priorities: [environment, climate]
    unit: percent
    frequency: month
    good: high
    combine: mean
    targets: [{from: "2020/21", value: 60}]
  paths:
    name: Paths open
    priorities: [environment]
    unit: percent
    frequency: month
    good: high
    combine: mean
    targets: [{from: "2020/21", value: 80}]
  emissions:
    name: Emissions
    priorities: [climate]
    unit: tonnes
    frequency: year
    due_after: 90 days
    good: low
    exceptional: 10%
    targets: [{from: "2018/19", value: 100}]
  rough-sleepers:
    name: Rough sleepers
    priorities: [housing]
    service: homes
    owner: Head of Homes
    unit: count
    frequency: month
    good: low
    disclosure: {min_count: 5}
    targets: [{from: "2020/21", value: 10}]
  housing-overspend:
    name: Housing overspend
    priorities: [housing]
    service: homes
    owner: Head of Homes
    tags: [budget]
    unit: gbp
    frequency: quarter
    good: low
    tolerance: 1000
    targets: [{from: "2019/20", value: 0}]
  reserves:
    name: Reserves
    tags: [budget]
    unit: gbp
    frequency: quarter
    good: none
"""
LOG = """\
measure,period,value,reported_on,note
recycling,2020-08,61,2020-09-09,
recycling,2020-09,55,2020-10-09,Centres <b>closed</b> for a week
paths,2020-08,79,2020-09-09,
paths,2020-09,70,2020-10-09,
emissions,2018/19,95,2019-06-20,
emissions,2019/20,80,2020-06-20,
rough-sleepers,2020-09,c,2020-10-09,
housing-overspend,2020/21 Q2,250000,2020-10-09,Emergency rooms
reserves,2020/21 Q2,30000000,2020-10-09,
"""


def plan_council(folder: Path) -> County:
    """Write the council's files into a folder and build its warehouse."""
    made = County(folder / "measures.yaml", folder / "data", folder / "build")
    (made.data / "observations").mkdir(parents=True)
    made.framework.write_text(FRAMEWORK, encoding="utf-8")
    (made.data / "observations" / "all.csv").write_text(LOG, encoding="utf-8")
    build(made.framework, made.data, made.out)
    return made
