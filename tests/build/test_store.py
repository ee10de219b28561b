"""Does the store read whole answers, from many threads, and say what is wrong with a file?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from perfcore.engine.build import build
from perfcore.errors import OutdatedWarehouseError, WarehouseError
from perfcore.store import Store, current_name, open_current
from perfcore.views.statuses import Selection, statuses
from tests.councils import Council, small_council


@dataclass(frozen=True)
class Count:
    measure: str
    rows: int


COUNTS = "select measure, count(*) as rows from observation group by measure order by measure"


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Council:
    made = small_council(tmp_path_factory.mktemp("council"))
    build(made.framework, made.data, made.out)
    return made


def test_rows_come_as_values_of_the_dataclass(council: Council) -> None:
    store = open_current(council.out)
    assert store.fetch(COUNTS, {}, Count) == [Count("missed-bins", 4), Count("recycling", 5)]


def test_columns_that_are_not_the_fields_are_a_fault_of_the_program(council: Council) -> None:
    store = open_current(council.out)
    with pytest.raises(TypeError, match="Count has"):
        store.fetch("select measure from measure", {}, Count)


def test_eight_threads_get_equal_answers(council: Council) -> None:
    store = open_current(council.out)
    everything = Selection(all_periods=True)
    alone = statuses(store, everything)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: statuses(store, everything), range(200)))
    assert len(alone) > 5
    assert all(answer == alone for answer in answers)


@pytest.mark.parametrize(
    "statement",
    [
        "create table mine (a int)",
        "delete from observation",
        "copy observation to 'stolen.csv'",
        "select * from read_csv('/etc/hostname')",
        "attach 'other.duckdb'",
        "set enable_external_access = true",
    ],
)
def test_a_reader_can_neither_write_nor_reach_another_file(
    council: Council, statement: str
) -> None:
    with pytest.raises(duckdb.Error):
        open_current(council.out).fetch(statement, {}, Count)


def test_no_warehouse_yet_is_said(tmp_path: Path) -> None:
    assert current_name(tmp_path) is None
    with pytest.raises(WarehouseError, match="No warehouse has been built"):
        open_current(tmp_path)


@pytest.mark.parametrize(
    "content",
    [b"", b"../../etc/passwd\n", b"\xff\xfe", b"warehouse-.txt\n"],
    ids=["empty", "a path", "not text", "another name"],
)
def test_a_damaged_pointer_is_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "current").write_bytes(content)
    with pytest.raises(WarehouseError, match="current"):
        open_current(tmp_path)


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all" * 400], ids=["empty", "something else"]
)
def test_a_damaged_warehouse_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "warehouse-000000000000.duckdb"
    path.write_bytes(content)
    with pytest.raises(WarehouseError, match="cannot be read"):
        Store(path)


def test_a_warehouse_that_is_gone_is_said(tmp_path: Path) -> None:
    (tmp_path / "current").write_text("warehouse-000000000000.duckdb\n")
    with pytest.raises(WarehouseError, match="no such warehouse"):
        open_current(tmp_path)


def test_a_warehouse_of_another_version_is_said(tmp_path: Path) -> None:
    path = tmp_path / "warehouse-000000000000.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table build as select '0.0.1' as version, '' as code_hash")
    with pytest.raises(OutdatedWarehouseError, match=r"made by version 0\.0\.1"):
        Store(path)


def test_a_warehouse_by_another_edition_of_the_same_version_is_said(tmp_path: Path) -> None:
    made = small_council(tmp_path)
    path = build(made.framework, made.data, made.out).path
    with duckdb.connect(str(path)) as connection:
        connection.execute("update build set code_hash = 'of an edited rule'")
    with pytest.raises(OutdatedWarehouseError, match="made by another edition"):
        Store(path)


def test_amounts_are_decimals(council: Council) -> None:
    latest = statuses(open_current(council.out), Selection(measure="recycling"))
    assert [row.value for row in latest] == [Decimal("55.0")]
