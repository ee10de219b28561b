"""Where does the council stand among others?

Worked by hand from docs/method.md section 8. The neighbours' figures are in order of name; "c" is
withheld, "z" does not run the service, "x" has none. Rank and quartile count the council among its
neighbours; the quartiles, the median and the deviation are those of the neighbours alone.

| good | council | neighbours         | rank | quartile | lower | median | upper | deviation | distance | refused    |
|------|---------|--------------------|------|----------|-------|--------|-------|-----------|----------|------------|
| high | 75      | 50 60 70 80 90     | 3    | 2        | 60    | 70     | 80    | 10        | 0.5      |            |
| low  | 75      | 50 60 70 80 90     | 4    | 3        | 60    | 70     | 80    | 10        | 0.5      |            |
| high | 95      | 50 60 70 80 90     | 1    | 1        | 60    | 70     | 80    | 10        | 2.5      |            |
| low  | 95      | 50 60 70 80 90     | 6    | 4        | 60    | 70     | 80    | 10        | 2.5      |            |
| high | 80      | 50 60 70 80 90     | 2    | 1        | 60    | 70     | 80    | 10        | 1        |            |
| high | 70      | 50 60 70 80 90     | 3    | 2        | 60    | 70     | 80    | 10        | 0        |            |
| low  | 70      | 50 60 70 80 90     | 3    | 2        | 60    | 70     | 80    | 10        | 0        |            |
| high | 60      | 50 60 70 80 90     | 4    | 3        | 60    | 70     | 80    | 10        | -1       |            |
| high | 59      | 50 60 70 80 90     | 5    | 4        | 60    | 70     | 80    | 10        | -1.1     |            |
| low  | 60      | 50 60 70 80 90     | 2    | 1        | 60    | 70     | 80    | 10        | -1       |            |
| none | 75      | 50 60 70 80 90     | -    | -        | 60    | 70     | 80    | 10        | 0.5      |            |
| high | 10      | 1 2 3 4 5 6        | 1    | 1        | 2.25  | 3.5    | 4.75  | 1.5       | 4.3333   |            |
| high | 4.75    | 1 2 3 4 5 6        | 3    | 1        | 2.25  | 3.5    | 4.75  | 1.5       | 0.8333   |            |
| high | 4       | 1 2 3 5 9 9 9      | 5    | 3        | 2.5   | 5      | 9     | 4         | -0.25    |            |
| high | 9       | 1 2 3 5 9 9 9      | 1    | 1        | 2.5   | 5      | 9     | 4         | 1        |            |
| high | 7       | 7 7 7 7 7          | 1    | -        | 7     | 7      | 7     | 0         | -        |            |
| low  | 8       | 7 7 7 7 7          | 6    | -        | 7     | 7      | 7     | 0         | -        |            |
| low  | 8       | 7 7 7 7 9          | 5    | -        | 7     | 7      | 7     | 0         | -        |            |
| high | -3      | -5 -4 -3 -2 -1     | 3    | 2        | -4    | -3     | -2    | 1         | 0        |            |
| high | 0       | 0 c 60 70 80 90    | 5    | 4        | 60    | 70     | 80    | 10        | -7       |            |
| high | 75      | c 50 60 70 80 90   | 3    | 2        | 60    | 70     | 80    | 10        | 0.5      |            |
| high | 75      | z 50 60 x 70 80 90 | 3    | 2        | 60    | 70     | 80    | 10        | 0.5      |            |
| high | 75      | c 60 70 80 90      | -    | -        | -     | -      | -     | -         | -        | too_few    |
| high | 75      | 60 70 80 90        | -    | -        | -     | -      | -     | -         | -        | too_few    |
| high | c       | 50 60 70 80 90     | -    | -        | 60    | 70     | 80    | 10        | -        | own_withheld |
| high | x       | 50 60 70 80 90     | -    | -        | 60    | 70     | 80    | 10        | -        | own_not_available |
| high | z       | 50 60 70 80 90     | -    | -        | 60    | 70     | 80    | 10        | -        | own_not_available |
| high | -       | 50 60 70 80 90     | -    | -        | 60    | 70     | 80    | 10        | -        | no_own     |
"""

# ruff: noqa: E501 (a worked table is read by its columns)

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from perfcore.framework.model import Comparator, Measure
from tests.engine_runs import Benchmark, Observed, framework_of, measure, run_engine, table
from tests.spec.spec_tables import rows_of

ROWS = rows_of(__doc__)
MARKERS = {"c": "suppressed", "x": "not_available", "z": "not_applicable"}
AREAS = tuple("ABCDEFG")
INTERVALS = """
    Worked from the formulas in docs/method.md section 8; the limits to two places.

    | good | unit                | scale  | numerator | denominator | value | limits  | other | method  | low   | high  | verdict | refused     |
    |------|---------------------|--------|-----------|-------------|-------|---------|-------|---------|-------|-------|---------|-------------|
    | high | percent             | 100    | 300       | 500         | -     | -       | 55    | wilson  | 55.65 | 64.20 | better  |             |
    | low  | percent             | 100    | 300       | 500         | -     | -       | 55    | wilson  | 55.65 | 64.20 | worse   |             |
    | none | percent             | 100    | 300       | 500         | -     | -       | 55    | wilson  | 55.65 | 64.20 | higher  |             |
    | none | percent             | 100    | 300       | 500         | -     | -       | 65    | wilson  | 55.65 | 64.20 | lower   |             |
    | high | percent             | 100    | 300       | 500         | -     | -       | 56    | wilson  | 55.65 | 64.20 | similar |             |
    | high | percent             | 100    | 0         | 10          | -     | -       | 27    | wilson  | 0.00  | 27.75 | similar |             |
    | high | percent             | 100    | 10        | 10          | -     | -       | 72    | wilson  | 72.25 | 100.00 | better |             |
    | low  | per 10,000 children | 10000  | 5         | 10000       | -     | -       | 12    | poisson | 1.62  | 11.67 | better  |             |
    | low  | per 10,000 children | 10000  | 0         | 10000       | -     | -       | 3     | poisson | 0.00  | 3.69  | similar |             |
    | low  | per 10,000 children | 10000  | 100       | 10000       | -     | -       | 81    | byar    | 81.36 | 121.63 | worse  |             |
    | low  | count               | 1      | -         | -           | 9     | -       | 18    | -       | -     | -     | -       | total       |
    | low  | per 1,000 people    | 1000   | 25        | 1000        | -     | -       | 17    | byar    | 16.17 | 36.91 | similar |             |
    | high | percent             | 100    | -         | -           | 60    | 58 to 62 | 57.9 | given   | 58.00 | 62.00 | better  |             |
    | high | percent             | 100    | -         | -           | 60    | 58 to 62 | 58   | given   | 58.00 | 62.00 | similar |             |
    | high | percent             | 100    | -         | -           | 60    | 61 to 62 | 58   | -       | -     | -     | -       | no_interval |
    | high | percent             | 100    | -         | -           | 60    | -       | 57    | -       | -     | -     | -       | no_interval |
    | high | days                | 1      | 300       | 500         | -     | -       | 0.1   | -       | -     | -     | -       | no_interval |
    | high | gbp                 | 1000   | 300       | 500         | -     | -       | 10    | -       | -     | -     | -       | no_interval |
    | high | percent             | 100    | 300.5     | 500         | -     | -       | 10    | -       | -     | -     | -       | no_interval |
    | high | percent             | 100    | 300       | 500         | -     | -       | c     | -       | -     | -     | -       | area_withheld |
    | high | percent             | 100    | 300       | 500         | -     | -       | z     | -       | -     | -     | -       | area_not_available |
"""
INTERVAL_ROWS = rows_of(INTERVALS)


@pytest.fixture(scope="module")
def among_neighbours() -> list[dict[str, Any]]:
    """The comparison of every row of the table above, from one run."""
    measures = [
        measure(id=f"row-{n}", unit="days", decimals=2, good=row["good"], comparators=("set",))
        for n, row in enumerate(ROWS)
    ]
    observations = [
        _observed(f"row-{n}", row["council"]) for n, row in enumerate(ROWS) if row["council"] != "-"
    ]
    benchmarks = [
        _benchmark(f"row-{n}", area, text)
        for n, row in enumerate(ROWS)
        for area, text in zip(AREAS, row["neighbours"].split(), strict=False)
    ]
    return _comparison(measures, observations, benchmarks)


@pytest.fixture(scope="module")
def beside_one_area() -> list[dict[str, Any]]:
    """The comparison of every row of the table of intervals, from one run."""
    measures = [
        measure(
            id=f"row-{n}", unit=row["unit"], scale=int(row["scale"]), good=row["good"],
            decimals=0 if row["unit"] == "count" else 1, comparators=("area",),
            combine="ratio",
        )
        for n, row in enumerate(INTERVAL_ROWS)
    ]  # fmt: skip
    observations = [_own(f"row-{n}", row) for n, row in enumerate(INTERVAL_ROWS)]
    limits = [
        Benchmark(
            "E06000099", "2020-06", Decimal(row["value"]), measure=f"row-{n}",
            lower=Decimal(row["limits"].split(" to ")[0]), upper=Decimal(row["limits"].split(" to ")[1]),
        )
        for n, row in enumerate(INTERVAL_ROWS) if row["limits"] != "-"
    ]  # fmt: skip
    others = [_benchmark(f"row-{n}", "E92", row["other"]) for n, row in enumerate(INTERVAL_ROWS)]
    return _comparison(measures, observations, [*limits, *others])


@pytest.mark.parametrize("number", range(len(ROWS)), ids=lambda n: "-".join(ROWS[n].values()))
def test_place_among_neighbours(number: int, among_neighbours: list[dict[str, Any]]) -> None:
    expected, found = ROWS[number], among_neighbours[number]
    assert {
        "rank": _number(found["rank"]),
        "quartile": _number(found["quartile"]),
        "lower": _number(found["lower_quartile"]),
        "median": _number(found["median"]),
        "upper": _number(found["upper_quartile"]),
        "deviation": _number(found["deviation"]),
        "distance": _number(found["distance"]),
        "refused": found["refusal"],
    } == {name: expected[name] for name in (
        "rank", "quartile", "lower", "median", "upper", "deviation", "distance", "refused",
    )}  # fmt: skip


def test_what_is_not_said_of_a_set_has_its_reason(among_neighbours: list[dict[str, Any]]) -> None:
    for row in among_neighbours:
        assert (row["rank"] is None) == bool(row["rank_refusal"])
        assert (row["quartile"] is None) == bool(row["quartile_refusal"])
        assert (row["distance"] is None) == bool(row["distance_refusal"])
        assert row["verdict"] is None and row["verdict_refusal"]


def test_areas_without_a_figure_are_counted_apart(among_neighbours: list[dict[str, Any]]) -> None:
    both = next(n for n, row in enumerate(ROWS) if row["neighbours"].startswith("z"))
    assert among_neighbours[both]["without_service"] == 1
    assert among_neighbours[both]["figures"] == 5
    withheld = next(n for n, row in enumerate(ROWS) if row["neighbours"].startswith("c"))
    assert among_neighbours[withheld]["withheld"] == 1


@pytest.mark.parametrize(
    "number", range(len(INTERVAL_ROWS)), ids=lambda n: "-".join(INTERVAL_ROWS[n].values())
)
def test_verdict_against_one_area(number: int, beside_one_area: list[dict[str, Any]]) -> None:
    expected, found = INTERVAL_ROWS[number], beside_one_area[number]
    low, high = found["interval_low"], found["interval_high"]
    assert {
        "method": found["interval_method"] or "-",
        "low": "-" if low is None else f"{low:.2f}",
        "high": "-" if high is None else f"{high:.2f}",
        "verdict": found["verdict"] or "-",
        "refused": found["verdict_refusal"],
    } == {name: expected[name] for name in ("method", "low", "high", "verdict", "refused")}


@pytest.mark.parametrize(
    "total",
    [{"unit": "count", "combine": "last"}, {"unit": "gbp", "combine": "sum"}, {"unit": "tonnes"}],
)
def test_a_total_ranks_nobody_because_it_grows_with_the_place(total: dict[str, Any]) -> None:
    ranked, beside = sorted(
        _comparison(
            [measure(comparators=("set", "area"), **total)],
            [_observed("measure", "75")],
            [_benchmark("measure", area, "70") for area in (*AREAS, "E92")],
        ),
        key=lambda row: row["kind"],
        reverse=True,
    )
    assert (ranked["rank"], ranked["quartile"], ranked["distance"]) == (None, None, None)
    assert (ranked["rank_refusal"], ranked["distance_refusal"]) == ("total", "total")
    assert (beside["verdict"], beside["verdict_refusal"]) == (None, "total")


def test_a_range_is_the_councils_own_and_ranks_nobody() -> None:
    (row,) = _comparison(
        [measure(unit="days", good="range", comparators=("set",))],
        [_observed("measure", "75")],
        [_benchmark("measure", area, "70") for area in AREAS],
    )
    assert (row["rank"], row["quartile"], row["rank_refusal"]) == (None, None, "own_range")
    assert (row["higher"], row["lower"], row["level"]) == (0, 7, 0)


def test_a_set_says_nothing_of_a_period_before_it_is_in_use() -> None:
    rows = _comparison(
        [measure(unit="days", comparators=("set",))],
        [Observed(month, Decimal(75)) for month in ("2020-02", "2020-03")],
        [
            Benchmark(area, month, Decimal(70))
            for area in AREAS
            for month in ("2020-02", "2020-03", "2020-07")
        ],
        since=date(2020, 3, 1),
    )
    assert [(row["period"], row["refusal"], row["median"]) for row in rows] == [
        ("2020-02", "before_set", None),
        ("2020-03", "", Decimal(70)),
        ("2020-07", "no_own", Decimal(70)),
    ]


def test_the_council_is_not_compared_with_itself() -> None:
    (row,) = _comparison(
        [measure(unit="days", comparators=("set",))],
        [_observed("measure", "75")],
        [_benchmark("measure", area, "70") for area in ("E06000099", *AREAS[:5])],
    )
    assert (row["figures"], row["rank"]) == (5, 6)


def test_what_was_reported_after_the_day_does_not_count() -> None:
    (row,) = _comparison(
        [measure(unit="days", comparators=("area",))],
        [_observed("measure", "75")],
        [
            Benchmark("E92", "2020-06", Decimal(70), date(2020, 7, 9)),
            Benchmark("E92", "2020-06", Decimal(80), date(2020, 7, 11)),
        ],
    )
    assert row["area_value"] == 70


def _comparison(
    measures: list[Measure],
    observations: list[Observed],
    benchmarks: list[Benchmark],
    since: date | None = None,
) -> list[dict[str, Any]]:
    framework = replace(
        framework_of(*measures),
        comparators={
            "area": Comparator("area", "England", "E92"),
            "set": Comparator("set", "Neighbours", since=since, members=("E06000099", *AREAS)),
        },
    )
    connection = run_engine(framework, observations, date(2020, 7, 10), benchmarks)
    return table(connection, "from comparison")


def _observed(name: str, text: str) -> Observed:
    marker = MARKERS.get(text, "")
    return Observed("2020-06", None if marker else Decimal(text), marker=marker, measure=name)


def _own(name: str, row: dict[str, str]) -> Observed:
    if row["value"] != "-":
        return Observed("2020-06", Decimal(row["value"]), measure=name)
    return Observed(
        "2020-06",
        numerator=Decimal(row["numerator"]),
        denominator=Decimal(row["denominator"]),
        measure=name,
    )


def _benchmark(name: str, area: str, text: str) -> Benchmark:
    marker = MARKERS.get(text, "")
    return Benchmark(
        area, "2020-06", None if marker else Decimal(text), measure=name, marker=marker
    )


def _number(amount: Any) -> str:
    return "-" if amount is None else f"{round(float(amount), 4):g}"
