"""Does work beside other work see the same tables, and is its failure never lost?"""

from __future__ import annotations

import threading
from pathlib import Path

import duckdb
import pytest

from perfcore.engine.opening import open_to_make
from perfcore.engine.steps import beside


def test_both_go_on_at_once_over_the_same_tables(tmp_path: Path) -> None:
    met = threading.Barrier(2, timeout=30)

    def work(other: duckdb.DuckDBPyConnection) -> None:
        met.wait()
        other.execute("create table doubled as select number * 2 as number from given")

    with open_to_make(tmp_path / "warehouse.duckdb", tmp_path) as connection:
        connection.execute("create table given as select 21 as number")
        with beside(connection, work):
            met.wait()
        assert connection.execute("from doubled").fetchall() == [(42,)]
    with duckdb.connect(str(tmp_path / "warehouse.duckdb"), read_only=True) as kept:
        assert kept.execute("from doubled").fetchall() == [(42,)]


def test_its_failure_is_raised_when_the_block_has_ended(tmp_path: Path) -> None:
    def work(other: duckdb.DuckDBPyConnection) -> None:
        other.execute("from nothing_of_this_name")

    ended = threading.Event()
    with (
        open_to_make(tmp_path / "warehouse.duckdb", tmp_path) as connection,
        pytest.raises(duckdb.CatalogException, match="nothing_of_this_name"),
        beside(connection, work),
    ):
        ended.set()
    assert ended.is_set()


def test_a_failure_of_the_block_waits_for_the_work(tmp_path: Path) -> None:
    done = threading.Event()

    def work(other: duckdb.DuckDBPyConnection) -> None:
        other.execute("create table late as select 1 as number")
        done.set()

    with open_to_make(tmp_path / "warehouse.duckdb", tmp_path) as connection:
        with pytest.raises(ZeroDivisionError), beside(connection, work):
            raise ZeroDivisionError
        assert done.is_set()
