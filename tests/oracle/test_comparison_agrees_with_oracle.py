"""Does the engine place any figure among any others as the method says?"""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from perfcore.framework.model import Comparator
from tests.engine_runs import Benchmark, Observed, framework_of, measure, run_engine, table
from tests.oracle.comparison import place_among
from tests.oracle.figures import round_half_away

AREAS = tuple(f"A{number:02}" for number in range(16))
MARKERS = ("suppressed", "not_applicable", "not_available")
# few different values, so that ties and constant sets are common; and a long tail
figures = st.one_of(
    st.integers(-3, 3).map(Decimal),
    st.integers(-2000, 2000).map(lambda n: Decimal(n) / 8),
    st.integers(-(10**11), 10**11).map(lambda n: Decimal(n) / 1000),
)
answers = st.one_of(figures, figures, figures, st.sampled_from(MARKERS), st.none())
Answers = list[Decimal | str | None]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            figures,
            st.lists(answers, max_size=len(AREAS)),
            st.sampled_from(["high", "low", "none", "range"]),
            st.integers(0, 3),
        ),
        min_size=1,
        max_size=6,
    )
)
@example([(Decimal(7), [Decimal(7)] * 5, "high", 0), (Decimal(8), [Decimal(7)] * 6, "low", 2)])
def test_engine_and_oracle_agree(cases: list[tuple[Decimal, Answers, str, int]]) -> None:
    found = _engine(cases)
    for number, (own, given_, good, decimals) in enumerate(cases):
        supplied = [one for one in given_ if one is not None]
        if not supplied:
            assert number not in found
            continue
        others = [
            round_half_away(Fraction(one), decimals) for one in supplied if isinstance(one, Decimal)
        ]
        expected = place_among(round_half_away(Fraction(own), decimals), others, good)
        row = found[number]
        event(expected.refusal or "ranked")
        event("no spread" if expected.deviation == 0 else "spread")
        for name, amount in asdict(expected).items():
            assert _same(row[name], amount), (name, row[name], amount)
        assert row["figures"] == len(others)
        assert row["withheld"] == supplied.count("suppressed")
        assert row["without_service"] == supplied.count("not_applicable")
        for name in ("rank", "quartile", "distance", "verdict"):
            assert (row[name] is None) == bool(row[f"{name}_refusal"]), name


def _same(found: Any, expected: Any) -> bool:
    if isinstance(expected, Fraction) and isinstance(found, float):
        return abs(found - float(expected)) <= 1e-9 * max(1.0, abs(found))
    if isinstance(expected, Fraction):
        return Fraction(found) == expected
    return bool(found == expected)


def _engine(cases: list[tuple[Decimal, Answers, str, int]]) -> dict[int, dict[str, Any]]:
    measures = [
        measure(id=f"m{n}", unit="days", good=good, decimals=decimals, comparators=("set",))
        for n, (_, _, good, decimals) in enumerate(cases)
    ]
    framework = replace(
        framework_of(*measures),
        comparators={"set": Comparator("set", "Neighbours", members=AREAS)},
    )
    observations = [Observed("2020-06", own, measure=f"m{n}") for n, (own, *_) in enumerate(cases)]
    benchmarks = [
        Benchmark(
            area, "2020-06", one if isinstance(one, Decimal) else None, measure=f"m{n}",
            marker=one if isinstance(one, str) else "",
        )
        for n, (_, given_, *_) in enumerate(cases)
        for area, one in zip(AREAS, given_, strict=False)
        if one is not None
    ]  # fmt: skip
    with run_engine(framework, observations, date(2020, 7, 10), benchmarks) as connection:
        rows = table(connection, "from comparison")
    return {int(str(row["measure"])[1:]): row for row in rows}
