"""Do the same inputs give the same rows in the same order where several threads share the work?"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from perfcore.engine.build import build

MEASURES = 100
WARDS = 50
MONTHS = 60

FRAMEWORK = """\
version: 1
organisation: {name: Exampleshire Council, code: E06000099, as_at: 2020-10-12}
directorates: {place: {name: Place}}
services: {waste: {name: Waste, directorate: place}}
quadrants: {}
breakdowns: {ward: {name: Ward}}
defaults: {tolerance: 5%, due_after: 9 days, owner: Head of Waste}
measures:
"""

MEASURE = """\
  m{number}:
    name: Measure {number}
    level: service
    service: waste
    unit: percent
    scale: 100
    decimals: 1
    frequency: month
    good: high
    combine: ratio
    breakdowns: [ward]
    targets: [{{from: "2016/17", value: 75}}]
"""

OBSERVATIONS = """
copy (
    with figure as (
        select
            'm' || measure as measure,
            case when ward < 0 then '' else 'ward' end as breakdown,
            case when ward < 0 then '' else 'Ward ' || ward end as member,
            strftime(date '2015-10-01' + to_months(month::int), '%Y-%m') as period,
            hash(measure, ward, month) as chance,
            vintage
        from range($measures) as a(measure), range(-1, $wards) as b(ward),
            range($months) as c(month), range(2) as d(vintage)
    )

    select
        measure,
        breakdown,
        member,
        period,
        chance % 60 + 40 - vintage as numerator,
        100 as denominator,
        case when vintage = 1 then date '2020-10-10' end as reported_on
    from figure
    where vintage = 0 or chance % 100 = 0
    order by chance, vintage
) to '{path}' (format parquet)
"""


@pytest.fixture(scope="module")
def warehouses(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("council")
    (folder / "measures.yaml").write_text(
        FRAMEWORK + "".join(MEASURE.format(number=number) for number in range(MEASURES))
    )
    observations = folder / "data" / "observations"
    observations.mkdir(parents=True)
    duckdb.execute(
        OBSERVATIONS.replace("{path}", str(observations / "all.parquet")),
        {"measures": MEASURES, "wards": WARDS, "months": MONTHS},
    )
    first, second = (
        build(folder / "measures.yaml", folder / "data", folder / out).path
        for out in ("first", "second")
    )
    return first, second


def test_every_table_of_many_rows_comes_out_in_the_same_order(
    warehouses: tuple[Path, Path],
) -> None:
    first, second = warehouses
    assert first.name == second.name
    with duckdb.connect() as connection:
        connection.execute(f"attach '{first}' as one (read_only)")
        connection.execute(f"attach '{second}' as other (read_only)")
        for table in _tables(connection):
            assert _differences(connection, table) == 0, table


@pytest.mark.parametrize(
    ("table", "order"),
    [
        ("observation", "position, breakdown, member, starts, reported_on"),
        ("result", "series, ordinal"),
    ],
)
def test_rows_that_are_read_together_lie_together(
    warehouses: tuple[Path, Path], table: str, order: str
) -> None:
    with duckdb.connect(str(warehouses[0]), read_only=True) as connection:
        assert _out_of_order(connection, table, order) == 0


def _tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = connection.execute(
        "select table_name from duckdb_tables() where database_name = 'one' order by table_name"
    ).fetchall()
    return [name for (name,) in found]


def _differences(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    ((count,),) = connection.execute(
        f"""
        select count(*)
        from (select row_number() over () as place, hash(t) as row from one.{table} t) a
        full join (select row_number() over () as place, hash(t) as row from other.{table} t) b
            using (place)
        where a.row is distinct from b.row
        """
    ).fetchall()
    return int(count)


def _out_of_order(connection: duckdb.DuckDBPyConnection, table: str, order: str) -> int:
    joined = "join measure using (measure)" if table == "observation" else ""
    ((count,),) = connection.execute(
        f"""
        with placed as (select row_number() over () as place, * from {table})

        select count(*)
        from (
            select place, lag(place) over (order by {order}, place) as before
            from placed {joined}
        )
        where before > place
        """
    ).fetchall()
    return int(count)
