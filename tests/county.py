"""A council with something of everything that a page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from perfcore.engine.build import build
from perfcore.store import Store, open_current

FRAMEWORK = """\
version: 1
organisation: {name: Smallshire Council, code: E06000000, as_at: 2020-10-12, illustrative: true}
directorates:
  place: {name: Place, lead: Executive Director of Place}
  people: {name: People & families, lead: Executive Director of People}
services:
  waste: {name: Waste, directorate: place, lead: Head of Waste}
  homes: {name: Homes, directorate: people, lead: Head of Homes}
portfolios:
  environment: {name: Environment}
  housing: {name: Housing}
quadrants:
  operational: {name: Operational, aim: a modern organisation}
  customer: {name: Customer, aim: a customer focused organisation}
priorities:
  unique-environment: {name: Unique environment}
  suitable-housing: {name: Suitable housing}
covid_sections:
  schools: {name: School attendance, order: 2}
  shielding: {name: Shielded people, order: 1}
forums:
  cabinet: {name: Cabinet, meets: quarterly, receives: {levels: [strategic]}}
  audit: {name: Audit Committee, meets: quarterly, receives: {statuses: [red, no_data]}}
escalation:
  - {when: {status: red}, to: audit}
breakdowns:
  depot: {name: Depot}
defaults: {tolerance: 5%, due_after: 9 days, owner: Head of Waste, portfolio: environment}
measures:
  recycling:
    name: Household waste <recycled>
    definition: Tonnes recycled divided by tonnes collected.
    level: strategic
    service: waste
    quadrant: operational
    priorities: [unique-environment]
    unit: percent
    scale: 100
    decimals: 1
    frequency: month
    good: high
    combine: ratio
    breakdowns: [depot]
    targets: [{from: "2020/21", value: 60, why: local plan}]
    drivers:
      - {influences: [missed-bins], expected: down, lag: 1}
  missed-bins:
    name: Missed bins
    level: service
    service: waste
    quadrant: operational
    group: Collections
    unit: count
    frequency: month
    good: low
    targets: [{from: "2020/21", value: 100}]
    drivers:
      - {influences: [crews-absent], expected: up}
  crews-absent:
    name: Crew members absent
    level: operational
    service: waste
    unit: count
    frequency: month
    good: low
  calls-answered:
    name: Calls answered in time
    level: service
    service: homes
    portfolio: housing
    quadrant: customer
    owner: Head of Homes
    unit: percent
    decimals: 1
    frequency: month
    good: high
    combine: mean
    exceptional: 10
    targets: [{from: "2020/21", value: 80}]
  homes-built:
    name: Homes built
    level: strategic
    service: homes
    portfolio: housing
    priorities: [suitable-housing]
    owner: Head of Homes
    unit: count
    frequency: quarter
    due_after: 60 days
    good: high
    targets: [{from: "2019/20", value: 100}]
  reserves:
    name: General reserves
    level: service
    service: homes
    portfolio: housing
    quadrant: customer
    tags: [budget]
    unit: gbp
    frequency: quarter
    good: range
    shape: stock
    combine: last
    tolerance: 2000000
    targets: [{from: "2019/20", range: [20000000, 30000000]}]
  appeals:
    name: Appeals upheld
    level: service
    service: homes
    portfolio: housing
    quadrant: customer
    unit: percent
    frequency: month
    good: low
    combine: mean
    targets: [{from: "2020/21", value: 10}]
  delayed-transfers:
    name: Delayed transfers
    level: operational
    service: homes
    portfolio: housing
    unit: count
    frequency: month
    good: low
    retired: {from: 2020-03, reason: National collection suspended}
  shielded-contacted:
    name: Shielded people contacted
    level: operational
    service: homes
    portfolio: housing
    covid_section: shielding
    unit: count
    frequency: week
    good: none
    epidemic: true
  pupils-attending:
    name: Pupils attending
    level: operational
    service: homes
    portfolio: housing
    covid_section: schools
    unit: percent
    decimals: 1
    frequency: week
    good: high
    combine: mean
    epidemic: true
"""

LOG_HEADINGS = "measure,period,value,numerator,denominator,breakdown,member,reported_on,note"
_LOG = """\
recycling,2020-07,,610,1000,,,2020-08-09,
recycling,2020-08,,600,1000,,,2020-09-09,
recycling,2020-09,,550,1000,,,2020-10-09,<b>centres</b> closed
recycling,2020-08,,330,500,depot,North,2020-09-09,
recycling,2020-09,,300,500,depot,North,2020-10-09,
recycling,2020-09,,250,500,depot,South,2020-10-09,
missed-bins,2020-07,90,,,,,2020-08-09,
missed-bins,2020-08,98,,,,,2020-09-09,
missed-bins,2020-08,104,,,,,2020-09-30,
missed-bins,2020-09,180,,,,,2020-10-09,
crews-absent,2020-08,4,,,,,2020-09-09,
crews-absent,2020-09,9,,,,,2020-10-09,
calls-answered,2020-08,78,,,,,2020-09-09,
calls-answered,2020-09,93,,,,,2020-10-09,
homes-built,2019/20 Q4,120,,,,,2020-04-20,
homes-built,2020/21 Q1,101,,,,,2020-07-20,
reserves,2020/21 Q1,25000000,,,,,2020-07-20,
delayed-transfers,2020-02,31,,,,,2020-03-09,
recycled,2020-09,95,,,,,2020-10-09,
"""
EVENTS = """\
date,title,kind,measure,source
2020-03-23,Lockdown begins,national,,published
2020-06-15,Shops reopen,national,,published
2020-09-01,Rounds changed,service,missed-bins,invented
"""


@dataclass(frozen=True)
class County:
    """Where the council's files are."""

    framework: Path
    data: Path
    out: Path

    @property
    def environment(self) -> dict[str, str]:
        """The variables that point the dashboard to it."""
        return {
            "PERFCORE_FRAMEWORK": str(self.framework),
            "PERFCORE_DATA": str(self.data),
            "PERFCORE_OUT": str(self.out),
        }

    def open(self) -> Store:
        """Its warehouse, which must have been built."""
        return open_current(self.out)


def county(folder: Path, *, built: bool = True, framework: str = FRAMEWORK) -> County:
    """Write the council's files into a folder, and build its warehouse unless told not to."""
    made = County(folder / "measures.yaml", folder / "data", folder / "build")
    (made.data / "observations").mkdir(parents=True)
    made.framework.write_text(framework, encoding="utf-8")
    log = made.data / "observations" / "all.csv"
    log.write_text("\n".join([LOG_HEADINGS, _LOG.strip(), *_weeks(), ""]), encoding="utf-8")
    (made.data / "events.csv").write_text(EVENTS, encoding="utf-8")
    if built:
        build(made.framework, made.data, made.out)
    return made


def _weeks() -> Iterator[str]:
    for week in range(12, 41):
        note = "All have been called" if week == 40 else ""
        yield f"shielded-contacted,2020-W{week},{(week - 11) * 10},,,,,,{note}"
        if not 30 <= week <= 35:
            yield f"pupils-attending,2020-W{week},{60 + week},,,,,,"
