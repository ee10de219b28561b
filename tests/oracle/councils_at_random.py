"""Small frameworks and observation logs of every kind, for Hypothesis."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from hypothesis import strategies as st

from perfcore.framework.model import (
    DatedMargin,
    DatedReason,
    Driver,
    Framework,
    Margin,
    Measure,
    Retired,
    Spc,
    Target,
    Thresholds,
)
from perfcore.periods import FREQUENCIES, Calendar, Frequency, Period
from tests.engine_runs import Benchmark, Observed, framework_of, measure

CALENDAR = Calendar()
AS_AT = date(2020, 10, 12)
MARKERS = ("suppressed", "not_available", "not_applicable", "low")
EARLIEST = {
    "day": date(2020, 9, 20), "week": date(2019, 9, 1), "month": date(2019, 4, 1),
    "quarter": date(2017, 4, 1), "year": date(2012, 4, 1), "academic_year": date(2012, 9, 1),
    "calendar_year": date(2012, 1, 1),
}  # fmt: skip


@dataclass(frozen=True)
class Council:
    """One example."""

    framework: Framework
    observations: tuple[Observed, ...]
    benchmarks: tuple[Benchmark, ...]
    as_at: date


def periods_of(frequency: Frequency) -> list[Period]:
    """The periods in which figures may fall, the last of them perhaps still running."""
    found = [CALENDAR.containing(EARLIEST[frequency], frequency)]
    while found[-1].end < AS_AT:
        found.append(CALENDAR.shift(found[-1], 1))
    return found


amounts = st.one_of(
    st.integers(-30, 300).map(lambda n: Decimal(n) / 4),
    st.integers(0, 60).map(Decimal),
    st.integers(-2000, 2000).map(lambda n: Decimal(5 * n) / 1000),
    st.integers(-(10**13), 10**13).map(lambda n: Decimal(n) / 1000),
)
margins = st.one_of(
    st.none(),
    st.builds(Margin, st.sampled_from([Decimal(n) for n in (0, 1, 2, 5, 25)]), st.just(False)),
    st.builds(Margin, st.sampled_from([Decimal(n) for n in (5, 10, 50)]), st.just(True)),
)


@st.composite
def dated(draw: st.DrawFn, periods: list[Period]) -> tuple[DatedMargin, ...]:
    """No margin, one for ever, or one that changes."""
    first = draw(margins)
    if first is None:
        return ()
    second = draw(margins)
    later = () if second is None else (DatedMargin(second, draw(st.sampled_from(periods)).start),)
    return (DatedMargin(first), *later)


@st.composite
def targets(draw: st.DrawFn, periods: list[Period]) -> tuple[Target, ...]:
    """Up to three targets of any form and of two kinds, each from its own period."""
    found = {}
    for _ in range(draw(st.integers(0, 3))):
        target = draw(target_of(periods))
        found[(target.kind, target.starts)] = target
    return tuple(sorted(found.values(), key=lambda one: one.starts))


@st.composite
def target_of(draw: st.DrawFn, periods: list[Period]) -> Target:
    """One target."""
    form = draw(
        st.sampled_from(["value", "value", "range", "profile", "line", "comparator", "improve_on"])
    )
    starts = draw(st.sampled_from(periods[: len(periods) // 2])).start
    kind = draw(st.sampled_from(["local", "local", "statutory"]))
    near = st.one_of(
        st.integers(0, 60).map(Decimal), st.sampled_from([Decimal("0.7"), Decimal(40)])
    )
    low, high = sorted((draw(near), draw(st.one_of(near, amounts))))
    match form:
        case "value":
            return Target("value", starts, kind, value=low)
        case "range":
            return Target("range", starts, kind, low=low, high=high)
        case "profile":
            months = draw(st.sets(st.integers(1, 12), min_size=6))
            profile = MappingProxyType({month: low + month for month in months})
            return Target("profile", starts, kind, profile=profile)
        case "line":
            ends = max(starts, draw(st.sampled_from(periods)).start)
            return Target("line", starts, kind, ends=ends, start=low, end=high)
        case "comparator":
            comparator = draw(st.sampled_from(["england", "england", "neighbours"]))
            return Target("comparator", starts, kind, comparator=comparator)
        case _:
            return Target("improve_on", starts, kind, improve_on="last_year", by=draw(margins))


@st.composite
def measure_of(draw: st.DrawFn, name: str, frequency: Frequency | None = None) -> Measure:
    """One measure of any kind."""
    frequency = frequency or draw(st.sampled_from(FREQUENCIES))
    periods = periods_of(frequency)
    green, amber, best = sorted((draw(amounts), draw(amounts), draw(amounts)))
    retired = draw(st.booleans()) and draw(st.booleans())
    return measure(
        id=name,
        unit=draw(st.sampled_from(["count", "count", "percent", "days", "gbp"])),
        frequency=frequency,
        good=draw(st.sampled_from(["high", "low", "range", "none"])),
        shape=draw(st.sampled_from(["flow", "flow", "stock", "rolling", "cumulative"])),
        combine=draw(st.sampled_from(["ratio", "sum", "mean", "last"])),
        scale=draw(st.sampled_from([1, 100, 1000, 100000])),
        decimals=draw(st.sampled_from([0, 0, 0, 1, 2, 3, 4])),
        due_after=draw(st.integers(0, 60)),
        seasonal=draw(st.booleans()) and draw(st.booleans()),
        epidemic=draw(st.booleans()) and draw(st.booleans()),
        noise=draw(margins) or Margin(Decimal(1), relative=True),
        targets=draw(targets(periods)),
        tolerance=draw(dated(periods)),
        exceptional=draw(dated(periods)),
        thresholds=draw(st.one_of(st.none(), st.none(), st.just(Thresholds(green, amber, best)))),
        breakdowns=("team",),
        spc=draw(cuts(periods)),
        retired=Retired(draw(st.sampled_from(periods)).start, "replaced") if retired else None,
    )


@st.composite
def cuts(draw: st.DrawFn, periods: list[Period]) -> Spc:
    """How a control chart is cut up: now and then a recalculation, a baseline, a ghost."""

    def some(most: int) -> tuple[DatedReason, ...]:
        starts = draw(st.sets(st.sampled_from(periods), max_size=most)) if rare() else set()
        return tuple(DatedReason(one.start, "a reason") for one in sorted(starts, key=_start))

    def rare() -> bool:
        return draw(st.integers(0, 4)) == 0

    return Spc(
        recalculate=some(2),
        baseline=next(iter(some(1)), None),
        ghost=some(3),
        screen=rare(),
        conflict=draw(st.sampled_from(["improvement", "concern"])),
    )


def _start(period: Period) -> date:
    return period.start


@st.composite
def said_of(draw: st.DrawFn, one: Measure, period: Period, style: str) -> Observed:
    """What somebody reported of a period: a ratio, a count, an amount, or a marker."""
    if draw(st.integers(0, 11)) == 0:
        return Observed(period.key, measure=one.id, marker=draw(st.sampled_from(MARKERS)))
    if style == "mixed":
        style = draw(st.sampled_from(["ratio", "count", "amount"]))
    if style == "ratio":
        denominator = draw(st.one_of(st.integers(0, 400), st.sampled_from([8, 16, 40, 125])))
        numerator = draw(st.integers(0, max(denominator, 1) + draw(st.sampled_from([0, 0, 50]))))
        return Observed(
            period.key, measure=one.id, numerator=Decimal(numerator),
            denominator=Decimal(denominator),
        )  # fmt: skip
    counts = st.integers(0, 60).map(Decimal)
    return Observed(period.key, measure=one.id, value=draw(counts if style == "count" else amounts))


@st.composite
def series_of(
    draw: st.DrawFn, one: Measure, breakdown: str = "", member: str = ""
) -> list[Observed]:
    """The log of one series: gaps, late figures and second thoughts."""
    periods = periods_of(one.frequency)
    first = draw(st.integers(0, len(periods) - 1))
    style = draw(st.sampled_from(["ratio", "count", "amount", "mixed"]))
    found = []
    for period in periods[first : first + draw(st.integers(4, 34))]:
        if draw(st.integers(0, 7)) == 0:
            continue
        reported = period.end + timedelta(days=draw(st.sampled_from([1, 1, 1, 20])))
        for vintage in range(2 if draw(st.integers(0, 7)) == 0 else 1):
            said = draw(said_of(one, period, style))
            found.append(_moved(said, breakdown, member, reported + timedelta(days=45 * vintage)))
    return found


def _moved(said: Observed, breakdown: str, member: str, reported_on: date) -> Observed:
    return Observed(
        said.period, said.value, said.numerator, said.denominator, said.marker, "", reported_on,
        breakdown, member, said.measure,
    )  # fmt: skip


@st.composite
def councils(draw: st.DrawFn) -> Council:
    """A framework of a few measures, two of them perhaps the parts of a third, with its log."""
    measures = [draw(measure_of(f"m{n}")) for n in range(draw(st.integers(3, 6)))]
    if draw(st.booleans()):
        measures += draw(family())
    observations: list[Observed] = []
    for one in measures:
        if not one.drivers and draw(st.integers(0, 5)):
            observations += draw(series_of(one))
        if draw(st.booleans()):
            for member in ("North", "South", "West")[: draw(st.integers(1, 3))]:
                observations += draw(series_of(one, "team", member))
    benchmarks = [draw(benchmark_of(one)) for one in measures for _ in range(3)]
    rules: Literal["mdc", "nhsr"] = draw(st.sampled_from(["mdc", "mdc", "nhsr"]))
    if rules == "nhsr":
        measures = [replace(one, spc=replace(one.spc, ghost=())) for one in measures]
    return Council(
        framework_of(*measures, spc_rules=rules),
        tuple(observations),
        tuple({(one.measure, one.period): one for one in benchmarks}.values()),
        AS_AT - timedelta(days=draw(st.sampled_from([0, 0, 0, 0, 11, 12, 13, 90, 400]))),
    )


@st.composite
def family(draw: st.DrawFn) -> list[Measure]:
    """A parent and the two parts it is made of, which have one frequency, as fine or finer."""
    fine, coarse = draw(
        st.sampled_from([("month", "month"), ("month", "quarter"), ("quarter", "year")])
    )
    parts = [draw(measure_of(f"part{n}", fine)) for n in range(2)]
    parent = draw(measure_of("parent", coarse))
    drivers = tuple(Driver(part.id, "part") for part in parts)
    return [*parts, measure(**{**_fields(parent), "drivers": drivers})]


def _fields(one: Measure) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__slots__}


@st.composite
def benchmark_of(draw: st.DrawFn, one: Measure) -> Benchmark:
    """England's figure for some period."""
    period = draw(st.sampled_from(periods_of(one.frequency)))
    reported = draw(st.sampled_from([None, period.end, AS_AT + timedelta(days=1)]))
    return Benchmark("E92000001", period.key, draw(amounts), reported, one.id)
