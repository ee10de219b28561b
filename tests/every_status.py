"""A council that holds every status, and a measure for every kind of chart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from perfcore.engine.build import build
from perfcore.store import Store, open_current

STATUSES = (
    "exceptional", "green", "amber", "red", "monitor", "no-data", "not-due", "suppressed",
    "not-available",
)  # fmt: skip
FRAMEWORK = """\
version: 1
organisation: {name: Smallshire Council, code: E06000000, as_at: 2020-10-12, illustrative: true}
directorates:
  place: {name: Place, lead: Executive Director of Place}
services:
  waste: {name: Waste, directorate: place, lead: Head of Waste}
portfolios:
  environment: {name: Environment}
quadrants:
  operational: {name: Operational, aim: an effective modern organisation}
priorities:
  unique-environment: {name: Unique environment}
defaults:
  quadrant: operational
  priorities: [unique-environment]
  level: service
  service: waste
  portfolio: environment
  owner: Head of Waste
  unit: count
  frequency: month
  due_after: 9 days
  good: low
  tolerance: 10%
measures:
  exceptional:
    name: Status exceptional
    exceptional: 50%
    targets: [{from: "2020/21", value: 100}]
  green: {name: Status green, targets: [{from: "2020/21", value: 100}]}
  amber: {name: Status amber, targets: [{from: "2020/21", value: 100}]}
  red: {name: Status red, targets: [{from: "2020/21", value: 100, why: local plan}]}
  monitor: {name: Status monitor}
  no-data: {name: Status no data, targets: [{from: "2020/21", value: 100}]}
  not-due: {name: Status not due, frequency: year, due_after: 400 days}
  suppressed:
    name: Status suppressed
    disclosure: {min_count: 5}
    targets: [{from: "2020/21", value: 100}]
  not-available: {name: Status not available}
  not-applicable: {name: Marker not applicable}
  monthly:
    name: Monthly with events
    definition: Bins that were not emptied on their day.
    targets: [{from: "2019/20", value: 100, why: first plan}, {from: "2020/21", value: 90}]
    drivers:
      - {influences: [weekly], expected: up, lag: 1}
  lettered: {name: Many events}
  quarterly:
    name: Quarterly range
    unit: gbp
    frequency: quarter
    good: range
    shape: stock
    combine: last
    tolerance: 2000000
    targets: [{from: "2019/20", range: [20000000, 30000000]}]
  annual:
    name: Annual on a path
    unit: tonnes
    tolerance: 50
    frequency: year
    targets: [{from: "2017/18", to: "2027/28", start: 1000, end: 0}]
  weekly: {name: Weekly, frequency: week, good: none}
  cumulative:
    name: Running total on a profile
    unit: percent
    decimals: 1
    good: high
    shape: cumulative
    combine: last
    tolerance: 1
    targets:
      - from: "2019-04"
        profile:
          {apr: 10, may: 19, jun: 28, jul: 37, aug: 46, sep: 55,
           oct: 64, nov: 73, dec: 82, jan: 91, feb: 95, mar: 97}
  rolling: {name: Rolling year, unit: days, decimals: 1, shape: rolling, combine: last}
  single: {name: One point, targets: [{from: "2020/21", value: 100}]}
  bounded:
    name: Judged by boundaries
    unit: percent
    good: high
    combine: mean
    thresholds: {green: 90, amber: 80, exceptional: 98}
"""
_HEADINGS = "measure,period,value,reported_on,note"
_LOG = """\
exceptional,2020-09,40,2020-10-09,
green,2020-08,90,2020-09-09,
green,2020-09,90,2020-10-09,
amber,2020-09,105,2020-10-09,
red,2020-08,120,2020-09-09,
red,2020-09,130,2020-10-09,"<i>flooded</i> depot"
monitor,2020-09,7,2020-10-09,
suppressed,2020-07,12,2020-08-09,
suppressed,2020-08,14,2020-09-01,
suppressed,2020-08,[c],2020-09-09,
suppressed,2020-09,[c],2020-10-09,
not-available,2020-08,8,2020-09-09,
not-available,2020-09,[x],2020-10-09,the system was down
not-applicable,2020-08,8,2020-09-09,
not-applicable,2020-09,[z],2020-10-09,
single,2020-09,95,2020-10-09,
rolling,2019-09,8.0,2019-10-09,
rolling,2020-08,7.6,2020-09-09,
rolling,2020-09,7.5,2020-10-09,
bounded,2020-08,85,2020-09-09,
bounded,2020-09,91,2020-10-09,
annual,2017/18,1000,2018-05-01,
annual,2018/19,880,2019-05-01,
annual,2019/20,850 [p],2020-05-01,
quarterly,2019/20 Q3,25000000,2020-01-09,
quarterly,2019/20 Q4,29000000,2020-04-09,
quarterly,2020/21 Q1,31500000,2020-07-09,
quarterly,2020/21 Q2,31000000,2020-10-09,
"""
_EVENTS = """\
date,title,kind,measure,source
2020-03-23,Lockdown begins,national,monthly,published
2020-06-15,Rounds changed,service,monthly,invented
2020-02-03,One,service,lettered,invented
2020-02-05,Two,service,lettered,invented
2020-03-02,Three,service,lettered,invented
2020-05-02,Four,service,lettered,invented
2020-08-02,Five,service,lettered,invented
"""
_MONTHS = [f"{2019 + n // 12}-{n % 12 + 1:02}" for n in range(3, 21)]


def every_status(folder: Path) -> Store:
    """Write the council's files into a folder, build its warehouse and open it."""
    framework, data, out = folder / "measures.yaml", folder / "data", folder / "build"
    (data / "observations").mkdir(parents=True)
    framework.write_text(FRAMEWORK, encoding="utf-8")
    log = "\n".join([_HEADINGS, _LOG.strip(), *_series(), ""])
    (data / "observations" / "all.csv").write_text(log, encoding="utf-8")
    (data / "events.csv").write_text(_EVENTS, encoding="utf-8")
    build(framework, data, out)
    return open_current(out)


def _series() -> Iterator[str]:
    for place, month in enumerate(_MONTHS):
        if month not in ("2020-01", "2020-06"):  # a gap, and one that was restated
            yield f"monthly,{month},{80 + place * 3}{' [p]' if month == '2020-09' else ''},,"
        yield f"lettered,{month},{50 - place},,"
        yield f"cumulative,{month},{10 + (place % 12) * 7.5},,"
    yield "monthly,2020-06,150,2020-07-01,"
    yield "monthly,2020-06,122,2020-08-01,"
    for week in range(30, 41):
        yield f"weekly,2020-W{week},{week * 10},,"
