"""What is published of a value or a ratio?

Rounded half away from zero to the measure's decimals (docs/method.md section 2), exactly.

| numerator | denominator | scale | value  | decimals | published |
|-----------|-------------|-------|--------|----------|-----------|
|           |             | 1     | 2.345  | 2        | 2.35      |
|           |             | 1     | 2.344  | 2        | 2.34      |
|           |             | 1     | -2.345 | 2        | -2.35     |
|           |             | 1     | 0.5    | 0        | 1         |
|           |             | 1     | -0.5   | 0        | -1        |
|           |             | 1     | -0.49  | 0        | 0         |
|           |             | 1     | 1.005  | 2        | 1.01      |
|           |             | 1     | 2.5    | 0        | 3         |
| 1         | 8           | 100   |        | 0        | 13        |
| 1         | 8           | 100   |        | 1        | 12.5      |
| -1        | 8           | 100   |        | 0        | -13       |
| 1         | 3           | 100   |        | 4        | 33.3333   |
| 2         | 3           | 1     |        | 0        | 1         |
| 67        | 40          | 100   |        | 0        | 168       |
| 1005      | 1000        | 1     |        | 2        | 1.01      |
| 0.15      | 1.2         | 1     |        | 2        | 0.13      |
| 7         | 56000       | 100000 |       | 0        | 13        |
| 999999999999999 | 2     | 1     |        | 0        | 500000000000000 |
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine_runs import Observed, framework_of, measure, run_engine, table
from tests.oracle.figures import round_half_away
from tests.spec.spec_tables import rows_of

AS_AT = date(2020, 10, 12)


def test_published_value_of_every_row() -> None:
    rows = rows_of(__doc__)
    measures = [
        measure(id=f"row-{n}", scale=int(row["scale"]), decimals=int(row["decimals"]))
        for n, row in enumerate(rows)
    ]
    observations = [
        Observed(
            "2020-08",
            _decimal(row["value"]),
            _decimal(row["numerator"]),
            _decimal(row["denominator"]),
            measure=f"row-{n}",
        )
        for n, row in enumerate(rows)
    ]
    connection = run_engine(framework_of(*measures), observations, AS_AT)
    found = table(connection, "select value from latest order by series")
    assert [row["value"] for row in found] == [Decimal(row["published"]) for row in rows]


@st.composite
def ratios(draw: st.DrawFn, scale: int, decimals: int) -> tuple[Decimal, Decimal]:
    """Ratios of which many lie on a tie, and others as near to one as they can."""
    if draw(st.booleans()):
        denominator = draw(st.integers(1, 10**9))
        most = 10**5 * denominator
        numerator = draw(st.integers(-most, most))
        return Decimal(numerator).scaleb(-draw(st.integers(0, 4))), Decimal(denominator)
    times = draw(st.integers(1, 1000))
    half = 2 * draw(st.integers(-(10**6), 10**6)) + 1
    near = draw(st.sampled_from([Decimal(0), Decimal(0), Decimal("1e-6"), Decimal("-1e-6")]))
    return Decimal(half * times) + near, Decimal(2 * scale * 10**decimals * times)


@settings(max_examples=25, deadline=None)
@given(st.data(), st.sampled_from([1, 100, 1000, 100000]), st.integers(0, 6))
def test_a_published_ratio_is_exact(data: st.DataObject, scale: int, decimals: int) -> None:
    given_ratios = data.draw(st.lists(ratios(scale, decimals), min_size=1, max_size=40))
    first = AS_AT - timedelta(days=len(given_ratios) + 1)
    observations = [
        Observed((first + timedelta(days=n)).isoformat(), numerator=top, denominator=bottom)
        for n, (top, bottom) in enumerate(given_ratios)
    ]
    one = measure(frequency="day", scale=scale, decimals=decimals, combine="ratio")
    connection = run_engine(framework_of(one), observations, AS_AT)
    found = table(connection, "select value from status where status = 'monitor' order by starts")
    assert [Fraction(row["value"]) for row in found] == [
        round_half_away(Fraction(top) / Fraction(bottom) * scale, decimals)
        for top, bottom in given_ratios
    ]


def test_a_figure_too_large_to_be_exact_is_not_available_and_says_why() -> None:
    connection = run_engine(
        framework_of(measure()), [Observed("2020-08", Decimal(10) ** 13)], AS_AT
    )
    ((status, sentence),) = connection.execute("select status, sentence from latest").fetchall()
    assert (status, sentence) == (
        "not_available",
        "Not available: the figure for Aug 2020 is too large to be exact.",
    )


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None
