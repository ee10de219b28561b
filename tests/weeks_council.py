"""A council whose weekly report runs over the year's end, with a week 53 and a total that falls."""

from __future__ import annotations

from pathlib import Path

from perfcore.engine.build import build
from tests.county import County

FRAMEWORK = """\
version: 1
organisation: {name: Weekshire Council, code: E06000000, as_at: 2021-01-20, illustrative: true}
directorates:
  place: {name: Place}
  people: {name: People}
services:
  health: {name: Health, directorate: people}
  streets: {name: Streets, directorate: place}
covid_sections:
  health: {name: Headline updates from health, short: Health}
  streets: {name: Streets}
defaults:
  level: operational
  service: health
  owner: Director of Health
  frequency: week
  good: none
  unit: count
  epidemic: true
measures:
  cases:
    name: Cases to date
    covid_section: health
    shape: cumulative
    combine: last
  contacted:
    name: People <contacted> to date
    covid_section: health
    shape: cumulative
    combine: last
  in-hospital:
    name: People in hospital
    covid_section: health
    shape: stock
    combine: last
    disclosure: {min_count: 5}
  crews-absent:
    name: Crews absent
    covid_section: streets
    service: streets
    unit: percent
    decimals: 1
    shape: stock
    combine: mean
"""
LOG = """\
measure,period,value,reported_on,note
cases,2020-W51,100,2020-12-22,
cases,2020-W52,130,2020-12-29,
cases,2020-W53,190,2021-01-05,
cases,2021-W01,310,2021-01-12,Cases have doubled; most are <b>young</b>. Tests are slow.
contacted,2020-W51,500,2020-12-22,
contacted,2020-W52,620,2020-12-29,
contacted,2020-W53,560,2021-01-05,Counted twice before
contacted,2021-W01,600,2021-01-12,
in-hospital,2020-W53,7,2021-01-05,
in-hospital,2021-W01,c,2021-01-12,
crews-absent,2020-W51,4.0,2020-12-22,
crews-absent,2020-W53,5.0,2021-01-05,
crews-absent,2020-W53,6.5,2021-01-08,
crews-absent,2021-W01,6.0,2021-01-12,
"""
EVENTS = """\
date,title,kind,measure,source
2020-11-05,Second lockdown,phase,,published
2020-12-16,Tier three,national,,published
2021-01-04,Third lockdown announced,national,,published
2021-01-05,Third lockdown,phase,,published
"""


def weeks_council(folder: Path) -> County:
    """Write the council's files into a folder and build its warehouse."""
    made = County(folder / "measures.yaml", folder / "data", folder / "build")
    (made.data / "observations").mkdir(parents=True)
    made.framework.write_text(FRAMEWORK, encoding="utf-8")
    (made.data / "observations" / "all.csv").write_text(LOG, encoding="utf-8")
    (made.data / "events.csv").write_text(EVENTS, encoding="utf-8")
    build(made.framework, made.data, made.out)
    return made
