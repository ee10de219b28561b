"""Would the forecasts of English emergency departments have held, given when they were due?

Monthly share of attendances seen within four hours, April 2016 to March 2019, from the open
NHSRdatasets: every provider of 36 months, forecast half a year ahead from 21, 25 and 29 months.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date

import pytest

from perfcore.engine.forecast.series import Series
from tests.cut_short import Found
from tests.real.published_files import folder

pytestmark = [pytest.mark.real, pytest.mark.slow]


def departments() -> list[Series]:
    months: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0]))
    path = folder("spc") / "NHSRdatasets_ae_attendances.csv"
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            month = months[row["org_code"]][row["period"]]
            month[0] += float(row["attendances"]) - float(row["breaches"])
            month[1] += float(row["attendances"])
    return [
        department(name, [counts for _, counts in sorted(of.items())])
        for name, of in sorted(months.items())
        if len(of) == 36 and all(counts[1] > 0 for counts in of.values())
    ]


def department(name: str, counts: list[list[float]]) -> Series:
    return Series(
        measure=name, unit="percent", scale=100, seen=(),
        values=tuple(100 * within / every for within, every in counts), first=0, adds_up=False,
        starts_again=False, so_far=0.0, season=12,
        numerators=tuple(within for within, _ in counts),
        denominators=tuple(every for _, every in counts), ahead=tuple(range(36, 42)),
        year_starts=date(2019, 4, 1), refusal="",
    )  # fmt: skip


def test_four_of_five_figures_lay_inside_and_the_last_figure_did_worse() -> None:
    found = Found()
    several = [one for one in departments() if max(one.values) > min(one.values)]
    assert len(several) > 100
    for series in several:
        for points in (21, 25, 29):
            found.add(series, points)
    assert found.tested > 2_000
    assert 0.75 <= found.inside / found.tested <= 0.85
    assert found.error < found.naive
