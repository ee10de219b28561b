"""Does every point of every control chart say what the method's table says?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from perfcore.framework.model import DatedReason, Framework, Measure, Spc
from perfcore.periods import Calendar
from tests.engine_runs import Observed, framework_of, measure, run_engine, table
from tests.oracle.charts import Point, Rules, chart, suggested_from

AS_AT = date(2022, 1, 1)
MONTHS = [f"{year}-{month:02d}" for year in range(2017, 2022) for month in range(1, 13)]
STARTS = [Calendar().parse(one, "month").start for one in MONTHS]
FLAGS = ("is_single", "is_shift", "is_trend", "is_two_in_three", "variation")


@dataclass(frozen=True)
class Series:
    """The amounts of one measure, by the number of the month."""

    measure: Measure
    amounts: dict[int, Decimal]


@st.composite
def amounts(draw: st.DrawFn) -> list[Decimal]:
    """Noise, steps, slopes, ties and constants, alone or one after another."""
    found: list[Decimal] = []
    for _ in range(draw(st.integers(1, 4))):
        length = draw(st.integers(3, 16))
        level = draw(st.integers(-40, 40))
        kind = draw(st.sampled_from(["noise", "noise", "coarse", "slope", "constant", "spike"]))
        if kind == "noise":
            steps = draw(st.lists(st.integers(-900, 900), min_size=length, max_size=length))
            found += [level + Decimal(one) / 100 for one in steps]
        elif kind == "coarse":
            steps = draw(st.lists(st.integers(-2, 2), min_size=length, max_size=length))
            found += [Decimal(level + one) for one in steps]
        elif kind == "slope":
            slope = draw(st.integers(-3, 3))
            found += [Decimal(level + slope * one) for one in range(length)]
        elif kind == "constant":
            found += [Decimal(level) / 3 // Decimal("0.001") * Decimal("0.001")] * length
        else:
            found += [Decimal(level)] * (length - 1) + [Decimal(level * 5 + 1)]
    return found


@st.composite
def one_series(draw: st.DrawFn, number: int, ghosts: bool) -> Series:
    """A series with gaps, and a chart cut up now and then."""
    gaps = draw(st.sets(st.integers(0, 59), max_size=8))
    places = [number for number in range(60) if number not in gaps]
    found = dict(zip(places, draw(amounts()), strict=False))

    def dated(most: int) -> tuple[DatedReason, ...]:
        chosen = draw(st.sets(st.integers(0, 50), max_size=most))
        return tuple(DatedReason(STARTS[one], "a reason") for one in sorted(chosen))

    cut = Spc(
        recalculate=dated(2) if draw(st.booleans()) else (),
        baseline=next(iter(dated(1)), None) if draw(st.integers(0, 3)) == 0 else None,
        ghost=dated(4) if ghosts and draw(st.booleans()) else (),
        screen=draw(st.booleans()),
        conflict=draw(st.sampled_from(["improvement", "concern"])),
    )
    good = draw(st.sampled_from(["high", "low", "none"]))
    one = measure(
        id=f"m{number}", good=good, unit=draw(st.sampled_from(["days", "count"])), spc=cut,
        decimals=draw(st.sampled_from([0, 2])),
    )  # fmt: skip
    return Series(one, found)


@st.composite
def charted(draw: st.DrawFn) -> tuple[Framework, list[Series]]:
    """Eight series under one rule set."""
    rules: Literal["mdc", "nhsr"] = draw(st.sampled_from(["mdc", "nhsr"]))
    several = [draw(one_series(number, rules == "mdc")) for number in range(8)]
    return framework_of(*(one.measure for one in several), spc_rules=rules), several


@pytest.mark.slow
@settings(
    max_examples=50, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(charted())
def test_every_point_agrees(example: tuple[Framework, list[Series]]) -> None:
    framework, several = example
    observations = [
        Observed(MONTHS[number], amount, measure=one.measure.id)
        for one in several
        for number, amount in one.amounts.items()
    ]
    connection = run_engine(framework, observations, AS_AT)
    rows = table(connection, "select * from spc order by measure, starts")
    charts = {
        row["measure"]: row
        for row in table(
            connection,
            "select measure, refusal, starts from chart inner join series using (series) "
            "left join calendar_period on calendar_period.frequency = series.frequency "
            "and calendar_period.ordinal = suggested_from",
        )
    }
    for one in several:
        _agrees(framework, one, [row for row in rows if row["measure"] == one.measure.id])
        suggested = suggested_from(_points(framework, one))
        expected = None if suggested is None else STARTS[suggested]
        assert charts[one.measure.id]["starts"] == expected


def _points(framework: Framework, one: Series) -> list[Point]:
    points = [_point(one.measure, number, amount) for number, amount in one.amounts.items()]
    rules = Rules(
        framework.organisation.spc_rules,
        one.measure.good,
        one.measure.spc.screen,
        one.measure.spc.conflict == "concern",
    )
    return chart(points, rules, one.measure.unit == "count")


def _agrees(framework: Framework, one: Series, rows: list[dict[str, object]]) -> None:
    points = _points(framework, one)
    assert len(rows) == len(points)
    for row, point in zip(rows, points, strict=True):
        event(f"{framework.organisation.spc_rules} {point.variation}")
        expected = (
            point.single, point.shift, point.rising or point.falling, point.two_in_three,
            point.variation,
        )  # fmt: skip
        assert tuple(row[name] for name in FLAGS) == expected, (one, row)
        assert row["ghosted"] == point.ghosted
        if point.mean is not None:
            assert row["mean"] == pytest.approx(point.mean, rel=1e-12, abs=1e-12)
        if point.reach is not None:
            assert row["lower"] == pytest.approx(point.mean - point.reach, rel=1e-9, abs=1e-9)
            assert row["upper"] == pytest.approx(point.mean + point.reach, rel=1e-9, abs=1e-9)


def _point(one: Measure, number: int, amount: Decimal) -> Point:
    starts, cut = STARTS[number], one.spc
    partition = sum(entry.starts <= starts for entry in cut.recalculate)
    in_limits = True
    if cut.baseline:
        its = sum(entry.starts <= cut.baseline.starts for entry in cut.recalculate)
        in_limits = partition != its or starts <= cut.baseline.starts
    ghosted = any(entry.starts == starts for entry in cut.ghost)
    return Point(number, Fraction(amount), partition, ghosted, in_limits)
