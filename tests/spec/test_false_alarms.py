"""How often does a chart cry wolf over processes in which nothing happens?"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

import pytest

from tests.engine_runs import Observed, framework_of, measure, run_engine, table

AS_AT = date(2021, 1, 1)
MONTHS = [f"{year}-{month:02d}" for year in (2018, 2019) for month in range(1, 13)]
SERIES = 2000
Noise = Callable[[random.Random], list[float]]


def stable(chance: random.Random) -> list[float]:
    """24 independent draws of one normal distribution."""
    return [chance.gauss(100, 10) for _ in MONTHS]


def rolling(chance: random.Random) -> list[float]:
    """24 means of 12 independent draws each, one new draw at a time."""
    draws = [chance.gauss(100, 10) for _ in range(len(MONTHS) + 11)]
    return [sum(draws[place : place + 12]) / 12 for place in range(len(MONTHS))]


def observed(noise: Noise) -> Iterator[Observed]:
    chance = random.Random(20201012)
    for number in range(SERIES):
        for month, amount in zip(MONTHS, noise(chance), strict=True):
            yield Observed(
                month, Decimal(f"{amount:.4f}"), breakdown="team", member=f"{number:04d}"
            )


def icons(
    noise: Noise, rules: Literal["mdc", "nhsr"], shape: Literal["flow", "rolling"] = "flow"
) -> list[str]:
    """The variation icon of each series that has one: that of its last point."""
    one = measure(unit="days", decimals=2, shape=shape, breakdowns=("team",))
    connection = run_engine(framework_of(one, spc_rules=rules), observed(noise), AS_AT)
    rows = table(
        connection,
        "select variation::varchar as icon from chart inner join series using (series) "
        "where member <> '' and variation is not null",
    )
    return [row["icon"] for row in rows]


@pytest.mark.slow
@pytest.mark.parametrize(("rules", "most"), [("mdc", 0.04), ("nhsr", 0.02)])
def test_few_icons_of_stable_series_are_special_cause(
    rules: Literal["mdc", "nhsr"], most: float
) -> None:
    found = icons(stable, rules)
    assert len(found) == SERIES
    alarms = sum(icon != "common_cause" for icon in found) / SERIES
    assert 0 < alarms <= most


@pytest.mark.slow
def test_rolling_means_of_noise_raise_no_icon_since_they_are_refused() -> None:
    assert icons(rolling, "mdc", "rolling") == []
    # what they would raise if they were not
    wrong = icons(rolling, "mdc", "flow")
    assert sum(icon != "common_cause" for icon in wrong) / SERIES > 0.5
