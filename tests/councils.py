"""A small council to build, break and ask."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

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
  operational: {name: Operational, aim: a modern organisation}
priorities:
  unique-environment: {name: Unique environment}
breakdowns:
  depot: {name: Depot}
defaults: {tolerance: 5%, due_after: 9 days, owner: Head of Waste, portfolio: environment}
measures:
  recycling:
    name: Household waste recycled
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
    targets: [{from: "2020/21", value: 60}]
  missed-bins:
    name: Missed bins
    level: service
    service: waste
    unit: count
    frequency: month
    good: low
    targets: [{from: "2020/21", value: 100}]
"""

OBSERVATIONS = """\
measure,period,value,numerator,denominator,breakdown,member,reported_on,note
recycling,2020-07,,610,1000,,,2020-08-09,
recycling,2020-08,,600,1000,,,2020-09-09,
recycling,2020-09,,550,1000,,,2020-10-09,centres closed
recycling,2020-09,,300,500,depot,North,2020-10-09,
recycling,2020-09,,250,500,depot,South,2020-10-09,
missed-bins,2020-07,120,,,,,2020-08-09,
missed-bins,2020-08,90,,,,,2020-09-09,
missed-bins,2020-08,104,,,,,2020-09-30,
missed-bins,2020-09,[x],,,,,2020-10-09,
missed-bin,2020-09,95,,,,,2020-10-09,
"""


@dataclass(frozen=True)
class Council:
    """Where a council's files are.

    ``arguments`` are the command line's shared options.
    """

    framework: Path
    data: Path
    out: Path

    @property
    def arguments(self) -> list[str]:
        return [
            "--framework", str(self.framework), "--data", str(self.data), "--out", str(self.out),
        ]  # fmt: skip

    @property
    def observations(self) -> Path:
        return self.data / "observations" / "all.csv"


def small_council(folder: Path) -> Council:
    """Write a council of two measures with one restatement, one marker and one unknown measure."""
    council = Council(folder / "measures.yaml", folder / "data", folder / "build")
    council.observations.parent.mkdir(parents=True)
    council.framework.write_text(FRAMEWORK, encoding="utf-8")
    council.observations.write_text(OBSERVATIONS, encoding="utf-8")
    return council
