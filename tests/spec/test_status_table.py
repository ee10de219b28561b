"""Which status does a published value get?

Worked by hand from docs/method.md section 3. All boundaries are inclusive and decimal; tolerance
and exceptional are in the measure's unit, or in percent of the target's size (of a range: of the
bound concerned).

| good  | target     | tolerance | exceptional | value    | status      | because                       |
|-------|------------|-----------|-------------|----------|-------------|-------------------------------|
| high  | 90         | 5         | 5           | 95       | exceptional | on the exceptional boundary   |
| high  | 90         | 5         | 5           | 94.99    | green       | just short of it              |
| high  | 90         | 5         | 5           | 90       | green       | on target                     |
| high  | 90         | 5         | 5           | 89.99    | amber       | just short of target          |
| high  | 90         | 5         | 5           | 85       | amber       | on the tolerance              |
| high  | 90         | 5         | 5           | 84.99    | red         | past it                       |
| high  | 90         | -         | -           | 89.99    | red         | no tolerance: no amber        |
| high  | 90         | 0         | -           | 89.99    | red         | tolerance of nothing          |
| high  | 90         | -         | -           | 1000     | green       | no exceptional: never         |
| low   | 10         | 20%       | 20%         | 8        | exceptional | 10 - 20%                      |
| low   | 10         | 20%       | 20%         | 8.01     | green       | just above it                 |
| low   | 10         | 20%       | 20%         | 10       | green       | on target                     |
| low   | 10         | 20%       | 20%         | 10.01    | amber       | just above target             |
| low   | 10         | 20%       | 20%         | 12       | amber       | 10 + 20%                      |
| low   | 10         | 20%       | 20%         | 12.01    | red         | past it                       |
| low   | 0.7        | 10%       | -           | 0.77     | amber       | 0.7 + 0.07 in decimals        |
| low   | 0.7        | 10%       | -           | 0.78     | red         | the next hundredth            |
| high  | 0.3        | 10%       | -           | 0.27     | amber       | 0.3 - 0.03 in decimals        |
| high  | 0.3        | -         | 10%         | 0.33     | exceptional | 0.3 + 0.03 in decimals        |
| low   | 0          | 2         | -           | 0        | green       | a target of nothing           |
| low   | 0          | 2         | -           | 2        | amber       | on its tolerance              |
| low   | 0          | 2         | -           | 3        | red         | past it                       |
| low   | 0          | 2         | 1           | -1       | exceptional | below nothing                 |
| high  | -10        | 20%       | 20%         | -8       | exceptional | -10 + 20% of 10               |
| high  | -10        | 20%       | 20%         | -10      | green       | on target                     |
| high  | -10        | 20%       | 20%         | -12      | amber       | -10 - 20% of 10               |
| high  | -10        | 20%       | 20%         | -12.01   | red         | past it                       |
| low   | -10        | 20%       | -           | -8       | amber       | -10 + 20% of 10               |
| low   | -10        | 20%       | -           | -7.99    | red         | past it                       |
| range | 5 to 6     | 0.5       | -           | 5        | green       | on the lower limit            |
| range | 5 to 6     | 0.5       | -           | 6        | green       | on the upper limit            |
| range | 5 to 6     | 0.5       | -           | 4.5      | amber       | on the tolerance below        |
| range | 5 to 6     | 0.5       | -           | 6.5      | amber       | on the tolerance above        |
| range | 5 to 6     | 0.5       | -           | 4.49     | red         | past it                       |
| range | 5 to 6     | 0.5       | -           | 6.51     | red         | past it                       |
| range | 5 to 6     | 0.5       | 0.1         | 5.5      | green       | a range is never exceptional  |
| range | 10 to 20   | 10%       | -           | 9        | amber       | 10% of the lower limit        |
| range | 10 to 20   | 10%       | -           | 8.99     | red         | past it                       |
| range | 10 to 20   | 10%       | -           | 22       | amber       | 10% of the upper limit        |
| range | 10 to 20   | 10%       | -           | 22.01    | red         | past it                       |
| none  | 10         | 2         | -           | 10       | monitor     | neither way is better         |
| high  | -          | 2         | -           | 10       | monitor     | no target                     |
"""

# ruff: noqa: E501 (a worked table is read by its columns)

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from perfcore.framework.model import DatedMargin, Margin, Measure, Target, Thresholds
from tests.engine_runs import Observed, framework_of, measure, run_engine, table
from tests.spec.spec_tables import rows_of

ROWS = rows_of(__doc__)
THRESHOLDS = """
    | good | green | amber | exceptional | value | status      |
    |------|-------|-------|-------------|-------|-------------|
    | high | 95    | 90    | 99          | 99    | exceptional |
    | high | 95    | 90    | 99          | 98.99 | green       |
    | high | 95    | 90    | 99          | 95    | green       |
    | high | 95    | 90    | 99          | 90    | amber       |
    | high | 95    | 90    | 99          | 89.99 | red         |
    | low  | 5     | 8     | -           | 5     | green       |
    | low  | 5     | 8     | -           | 8     | amber       |
    | low  | 5     | 8     | -           | 8.01  | red         |
    | low  | 5     | 8     | -           | -100  | green       |
"""
ALWAYS = date(2015, 4, 1)


@pytest.fixture(scope="module")
def statuses() -> dict[str, Any]:
    """The status of every row of the table above, from one run."""
    return _statuses(ROWS, [_measure(f"row-{n}", row) for n, row in enumerate(ROWS)])


@pytest.mark.parametrize("number", range(len(ROWS)), ids=lambda n: "-".join(ROWS[n].values()))
def test_status_of_a_value_beside_its_target(number: int, statuses: dict[str, Any]) -> None:
    assert statuses[f"row-{number}"] == ROWS[number]["status"]


def test_thresholds_state_the_boundaries_themselves() -> None:
    rows = rows_of(THRESHOLDS)
    measures = [
        measure(
            id=f"row-{number}",
            good=row["good"],
            decimals=2,
            thresholds=Thresholds(
                Decimal(row["green"]),
                Decimal(row["amber"]),
                None if row["exceptional"] == "-" else Decimal(row["exceptional"]),
            ),
        )
        for number, row in enumerate(rows)
    ]
    assert list(_statuses(rows, measures).values()) == [row["status"] for row in rows]


def _statuses(rows: list[dict[str, str]], measures: list[Measure]) -> dict[str, Any]:
    observations = [
        Observed("2020-06", Decimal(row["value"]), measure=f"row-{number}")
        for number, row in enumerate(rows)
    ]
    connection = run_engine(framework_of(*measures), observations, date(2020, 7, 10))
    found = table(connection, "select measure, status from latest order by series")
    return {row["measure"]: row["status"] for row in found}


def _measure(name: str, row: dict[str, str]) -> Measure:
    return measure(
        id=name,
        good=row["good"],
        decimals=2,
        unit="days",
        targets=_targets(row["target"]),
        tolerance=_margin(row["tolerance"]),
        exceptional=_margin(row["exceptional"]),
    )


def _targets(text: str) -> tuple[Target, ...]:
    if text == "-":
        return ()
    if " to " in text:
        low, high = text.split(" to ")
        return (Target("range", ALWAYS, low=Decimal(low), high=Decimal(high)),)
    return (Target("value", ALWAYS, value=Decimal(text)),)


def _margin(text: str) -> tuple[DatedMargin, ...]:
    if text == "-":
        return ()
    return (DatedMargin(Margin(Decimal(text.rstrip("%")), relative=text.endswith("%"))),)
