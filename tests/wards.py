"""A council with a tree of three levels, and wards that stand on a map."""

from __future__ import annotations

import json
from pathlib import Path

from perfcore.engine.build import build
from tests.county import County, county

FRAMEWORK = """\
version: 1
organisation: {name: Wardshire Council, code: E06000000, as_at: 2020-10-12, illustrative: true}
directorates: {place: {name: Place}}
services: {waste: {name: Waste, directorate: place}}
breakdowns:
  ward: {name: Ward, geography: true}
  team: {name: Team}
defaults: {tolerance: 5%, due_after: 9 days, owner: Head of Waste, service: waste, frequency: month}
measures:
  recycling:
    name: Waste recycled
    level: strategic
    unit: percent
    scale: 100
    decimals: 1
    good: high
    combine: ratio
    breakdowns: [ward, team]
    targets: [{from: "2019/20", value: 60}]
    drivers:
      - {parts: [kerbside, centres]}
      - {influences: [fly-tips, visits], lag: 1}
  kerbside:
    name: Kerbside waste recycled
    level: service
    unit: percent
    scale: 100
    decimals: 1
    good: high
    combine: ratio
    targets: [{from: "2019/20", value: 50}]
    drivers:
      - {influences: [visits]}
  centres:
    name: Centre waste recycled
    level: service
    unit: percent
    scale: 100
    decimals: 1
    good: high
    combine: ratio
    breakdowns: [team]
    targets: [{from: "2019/20", value: 70}]
  fly-tips:
    name: Fly-tips
    level: operational
    unit: count
    good: low
    breakdowns: [ward]
    disclosure: {min_count: 5}
    targets: [{from: "2019/20", value: 30}]
  visits:
    name: Visits
    level: operational
    unit: count
    good: none
  street-cleaning:
    name: Streets cleaned
    level: service
    unit: count
    good: high
    drivers:
      - {influences: [fly-tips]}
      - {influences: [recycling]}
  yearly:
    name: Yearly rate
    level: operational
    frequency: year
    unit: count
    good: none
    breakdowns: [ward]
  alone:
    name: Alone
    level: operational
    unit: count
    good: low
"""
_LOG = """\
measure,period,value,numerator,denominator,breakdown,member,reported_on
recycling,2019-09,,600,1000,,,2019-10-09
recycling,2020-08,,590,1000,,,2020-09-09
recycling,2020-09,,580,1000,,,2020-10-09
recycling,2019-09,,62,100,ward,North,2019-10-09
recycling,2020-08,,64,100,ward,North,2020-09-09
recycling,2020-09,,66,100,ward,North,2020-10-09
recycling,2020-09,,50,100,ward,South,2020-10-09
recycling,2020-09,,66,100,ward,East,2020-10-09
recycling,2020-08,,40,80,ward,West,2020-09-09
recycling,2020-08,[c],,,ward,Mid,2020-09-09
recycling,2020-09,[c],,,ward,Mid,2020-10-09
recycling,2020-09,,58,100,team,Red,2020-10-09
recycling,2020-09,,61,100,team,Blue,2020-10-09
kerbside,2020-09,,300,500,,,2020-10-09
centres,2020-09,,280,500,,,2020-10-09
centres,2020-09,,55,100,team,Red,2020-10-09
centres,2020-09,,60,100,team,Blue,2020-10-09
fly-tips,2020-08,36,,,,,2020-09-09
fly-tips,2020-09,40,,,,,2020-10-09
fly-tips,2020-08,16,,,ward,North,2020-09-09
fly-tips,2020-09,20,,,ward,North,2020-10-09
fly-tips,2020-09,10,,,ward,South,2020-10-09
fly-tips,2020-09,[c],,,ward,East,2020-10-09
fly-tips,2020-09,[c],,,ward,West,2020-10-09
visits,2020-09,500,,,,,2020-10-09
street-cleaning,2020-09,70,,,,,2020-10-09
yearly,2018/19,3,,,ward,North,2019-05-01
yearly,2019/20,4,,,ward,North,2020-05-01
yearly,2019/20,4,,,ward,South,2020-05-01
"""
HEXAGONS = {
    "layout": "odd-r",
    "hexes": {
        "W1": {"n": "North", "q": 0, "r": 1, "parent": "Upper"},
        "W2": {"n": "South", "q": 0, "r": 0, "parent": "Lower"},
        "W3": {"n": "East", "q": 1, "r": 1, "parent": "Upper"},
        "W4": {"n": "West", "q": 1, "r": 0, "parent": "Lower"},
        "W5": {"n": "Mid", "q": 2, "r": 0, "parent": "Lower"},
    },
}


def wards(folder: Path) -> County:
    """Write the council's files into a folder, and build its warehouse."""
    made = county(folder, built=False)
    made.framework.write_text(FRAMEWORK, encoding="utf-8")
    (made.data / "observations" / "all.csv").write_text(_LOG, encoding="utf-8")
    (made.data / "events.csv").unlink()
    (made.data / "places").mkdir()
    (made.data / "places" / "ward.hexjson").write_text(json.dumps(HEXAGONS), encoding="utf-8")
    build(made.framework, made.data, made.out)
    return made
