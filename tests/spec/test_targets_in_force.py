"""Which target is in force for a period?

The latest of its kind that starts on or before the period starts (docs/method.md section 3).

| forms        | targets                                                | period     | target | why               |
|--------------|--------------------------------------------------------|------------|--------|-------------------|
| dated        | value 60 from 2019-04; value 61 from 2020-04           | 2019-03    |        | before the first  |
| dated        | value 60 from 2019-04; value 61 from 2020-04           | 2019-04    | 60     | from its month    |
| dated        | value 60 from 2019-04; value 61 from 2020-04           | 2020-03    | 60     | until the next    |
| dated        | value 60 from 2019-04; value 61 from 2020-04           | 2020-04    | 61     | the next          |
| within year  | value 60 from 2020-04; value 30 from 2020-06           | 2020-05    | 60     | before the change |
| within year  | value 60 from 2020-04; value 30 from 2020-06           | 2020-06    | 30     | from the change   |
| two kinds    | value 60 from 2020-04; statutory 50 from 2019-04       | 2020-05    | 60     | local decides     |
| two kinds    | value 60 from 2020-04; statutory 50 from 2019-04       | 2019-05    | 50     | alone it decides  |
| straight     | line 100 to 88 from 2020-01 to 2020-07                 | 2019-12    |        | absent before     |
| straight     | line 100 to 88 from 2020-01 to 2020-07                 | 2020-01    | 100    | its start         |
| straight     | line 100 to 88 from 2020-01 to 2020-07                 | 2020-04    | 94     | three steps of 2  |
| straight     | line 100 to 88 from 2020-01 to 2020-07                 | 2020-07    | 88     | its end           |
| straight     | line 100 to 88 from 2020-01 to 2020-07                 | 2020-08    | 88     | stays at its end  |
| profile      | profile 4=8.9 5=17.6 6=26.1 from 2019-04               | 2020-05    | 17.6   | May's figure      |
| profile      | profile 4=8.9 5=17.6 6=26.1 from 2019-04               | 2020-08    |        | no figure for it  |
| comparator   | comparator england from 2019-04                        | 2020-05    | 43     | 42.5 as published |
| comparator   | comparator england from 2019-04                        | 2020-06    |        | not known         |
| comparator   | comparator neighbours from 2019-04                     | 2020-05    |        | a set of areas    |
| last year    | improve by 2% from 2019-04                             | 2020-05    | 49     | 2% below 50       |
| last year    | improve by 2% from 2019-04                             | 2020-06    |        | no figure then    |
"""

# ruff: noqa: E501 (a worked table is read by its columns)

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from perfcore.framework.model import DatedMargin, Margin, Target
from tests.engine_runs import Benchmark, Observed, framework_of, measure, run_engine, table
from tests.spec.spec_tables import rows_of

ROWS = rows_of(__doc__)
AS_AT = date(2020, 10, 12)


@pytest.fixture(scope="module")
def found() -> list[dict[str, Any]]:
    """The status row of each row of the table above, from one run."""
    measures = [measure(id=f"row-{n}", targets=_targets(row)) for n, row in enumerate(ROWS)]
    observations, benchmarks = [], []
    for one, row in zip(measures, ROWS, strict=True):
        observations.append(Observed(row["period"], Decimal(70), measure=one.id))
        if row["period"] == "2020-05":
            observations.append(Observed("2019-05", Decimal(50), measure=one.id))
        benchmarks.append(Benchmark("E92000001", "2020-05", Decimal("42.5"), measure=one.id))
    connection = run_engine(framework_of(*measures), observations, AS_AT, benchmarks)
    rows = table(connection, "select * from status")
    return [
        next(one for one in rows if (one["measure"], one["period"]) == (f"row-{n}", row["period"]))
        for n, row in enumerate(ROWS)
    ]


@pytest.mark.parametrize("number", range(len(ROWS)), ids=lambda n: "-".join(ROWS[n].values()))
def test_target_of_a_period(number: int, found: list[dict[str, Any]]) -> None:
    expected = ROWS[number]["target"]
    assert found[number]["target"] == (Decimal(expected) if expected else None)
    assert (found[number]["status"] == "monitor") == (not expected)


def test_editing_a_target_today_leaves_last_years_status() -> None:
    tolerance = (DatedMargin(Margin(Decimal(0))), DatedMargin(Margin(Decimal(9)), date(2020, 4, 1)))
    first = Target("value", date(2019, 4, 1), value=Decimal(60))
    second = Target("value", date(2020, 4, 1), value=Decimal(70))
    one = measure(targets=(first, second), tolerance=tolerance)
    observations = [Observed("2020-03", Decimal(62)), Observed("2020-04", Decimal(75))]
    connection = run_engine(framework_of(one), observations, AS_AT)
    rows = table(connection, "select status from status where value is not null order by starts")
    assert [row["status"] for row in rows] == ["red", "amber"]


def test_a_year_that_starts_in_january_has_its_quarters() -> None:
    one = measure(
        frequency="quarter", targets=(Target("value", date(2020, 1, 1), value=Decimal(5)),)
    )
    connection = run_engine(
        framework_of(one, year_starts=1), [Observed("2020/21 Q1", Decimal(5))], AS_AT
    )
    rows = table(connection, "select period, starts, status from status where value is not null")
    assert rows == [{"period": "2020/21 Q1", "starts": date(2020, 1, 1), "status": "green"}]


def _targets(row: dict[str, str]) -> tuple[Target, ...]:
    return tuple(_target(text.strip()) for text in row["targets"].split(";"))


def _target(text: str) -> Target:
    word, rest = text.split(" ", 1)
    *_, starts = re.findall(r"from (\d{4}-\d{2})", rest)
    day = date.fromisoformat(f"{starts}-01")
    match word:
        case "line":
            start, end, ends = re.findall(r"(\d+) to (\d+) from \S+ to (\S+)", rest)[0]
            return Target(
                "line", day, start=Decimal(start), end=Decimal(end),
                ends=date.fromisoformat(f"{ends}-01"),
            )  # fmt: skip
        case "profile":
            months = re.findall(r"(\d+)=([\d.]+)", rest)
            return Target("profile", day, profile={int(m): Decimal(amount) for m, amount in months})
        case "comparator":
            return Target("comparator", day, comparator=rest.split()[0])
        case "improve":
            by = Margin(Decimal(2), relative=True)
            return Target("improve_on", day, improve_on="last_year", by=by)
        case _:
            kind = "local" if word == "value" else word
            return Target("value", day, kind, value=Decimal(rest.split()[0]))
