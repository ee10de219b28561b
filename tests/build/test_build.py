"""Is a warehouse named by its inputs, put in use in one step, refused when it cannot be made?"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from perfcore.engine.build import build
from perfcore.engine.publish import kept_flushed
from perfcore.errors import BuildError, FrameworkError, IntakeError
from perfcore.store import current_name, open_current
from perfcore.views.build_facts import build_facts
from tests.councils import Council, small_council


@pytest.fixture
def council(tmp_path: Path) -> Council:
    return small_council(tmp_path)


def make(council: Council, **options: date) -> Path:
    return build(council.framework, council.data, council.out, **options).path


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(path), read_only=True) as connection:
        names = [row[0] for row in connection.execute("show tables").fetchall()]
        return {name: connection.execute(f"from {name}").fetchall() for name in names}


def test_counts_add_up_and_rejections_are_listed(council: Council) -> None:
    make(council)
    facts = build_facts(open_current(council.out))
    assert (facts.files, facts.read, facts.accepted, facts.rejected) == (1, 10, 9, 1)
    assert (facts.measures, facts.as_at) == (2, date(2020, 10, 12))
    listed = (council.out / "rejected.csv").read_text(encoding="utf-8").splitlines()
    assert listed[0] == "file,sheet,row,reason,raw"
    assert len(listed) == 2
    assert "observations/all.csv" in listed[1]
    assert "missed-bins" in listed[1]


def test_the_same_inputs_give_the_same_name_and_the_same_tables(tmp_path: Path) -> None:
    here, there = small_council(tmp_path / "here"), small_council(tmp_path / "there")
    first, second = make(here), make(there)
    assert first.name == second.name
    assert tables(first) == tables(second)


@pytest.mark.parametrize(
    "change",
    [
        lambda council: council.framework.write_text(
            council.framework.read_text().replace("value: 60", "value: 61")
        ),
        lambda council: council.observations.write_text(
            council.observations.read_text().replace("550", "551")
        ),
        lambda council: (council.data / "events.csv").write_text(
            "date,title,kind,measure,source\n2020-04-01,Centres closed,service,,Illustrative\n"
        ),
    ],
    ids=["framework", "observation", "event"],
)
def test_any_change_of_an_input_gives_another_name(
    council: Council, change: Callable[[Council], object]
) -> None:
    before = make(council)
    change(council)
    assert make(council).name != before.name


def test_the_as_at_date_is_an_input(council: Council) -> None:
    assert make(council).name != make(council, as_at=date(2020, 9, 12)).name


def test_inputs_already_built_are_only_put_back_in_use(council: Council) -> None:
    first = build(council.framework, council.data, council.out)
    build(council.framework, council.data, council.out, as_at=date(2020, 9, 12))
    again = build(council.framework, council.data, council.out)
    assert first.made
    assert not again.made
    assert current_name(council.out) == first.path.name


def test_a_damaged_warehouse_is_made_anew(council: Council) -> None:
    path = make(council)
    path.write_bytes(b"not a database")
    assert build(council.framework, council.data, council.out).made
    assert build_facts(open_current(council.out)).accepted == 9


def test_a_build_beside_leaves_the_warehouse_in_use(council: Council) -> None:
    used = make(council)
    build(council.framework, council.data, council.out, as_at=date(2020, 9, 12), use=False)
    assert current_name(council.out) == used.name


@pytest.mark.parametrize(
    ("break_it", "error"),
    [
        (lambda council: council.framework.write_text("measures: ["), FrameworkError),
        (lambda council: council.framework.unlink(), FrameworkError),
        (lambda council: council.observations.write_text("measure,period,value\n"), IntakeError),
        (lambda council: council.observations.unlink(), IntakeError),
    ],
    ids=["framework is not YAML", "no framework", "no rows", "no files"],
)
def test_a_failed_build_leaves_the_last_good_warehouse_in_use(
    council: Council, break_it: Callable[[Council], object], error: type[Exception]
) -> None:
    used = make(council)
    break_it(council)
    with pytest.raises(error):
        make(council)
    assert open_current(council.out).name == used.name
    assert not list(council.out.glob(".building-*"))


def test_no_data_folder_is_said(council: Council) -> None:
    with pytest.raises(IntakeError, match="no such data folder"):
        build(council.framework, council.data / "absent", council.out)


def test_a_folder_that_cannot_be_made_is_said(council: Council) -> None:
    council.out.write_text("a file where the folder should be")
    with pytest.raises(BuildError, match="cannot be written"):
        make(council)


def test_a_full_disk_is_said(council: Council, monkeypatch: pytest.MonkeyPatch) -> None:
    used = make(council)
    council.framework.write_text(council.framework.read_text().replace("60", "61"))

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BuildError, match="No space left on device"):
        make(council)
    monkeypatch.undo()
    assert open_current(council.out).name == used.name


def test_a_flush_that_failed_while_the_file_was_written_is_not_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, tried = tmp_path / "draft", threading.Event()
    file.write_text("half of it")

    def full(handle: int) -> None:
        tried.set()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BuildError, match="No space left on device"), kept_flushed(file):
        assert tried.wait(timeout=30)


def test_a_file_that_changes_while_it_is_read_is_refused(council: Council) -> None:
    def disturb(step: str, share: float) -> None:
        if share > 0:
            council.observations.write_text(council.observations.read_text() + "\n")

    with pytest.raises(BuildError, match="changed while"):
        build(council.framework, council.data, council.out, progress=disturb)
    assert current_name(council.out) is None


def test_only_the_newest_warehouses_are_kept(council: Council) -> None:
    for day in range(1, 9):
        make(council, as_at=date(2020, 10, day))
    assert len(list(council.out.glob("warehouse-*.duckdb"))) == 5
    assert build_facts(open_current(council.out)).as_at == date(2020, 10, 8)


def test_a_build_without_forecasts_has_their_tables_all_the_same(tmp_path: Path) -> None:
    council = small_council(tmp_path)
    described = []
    for forecasts in (True, False):
        report = build(council.framework, council.data, council.out, forecasts=forecasts)
        with duckdb.connect(str(report.path), read_only=True) as connection:
            described.append(
                [
                    connection.execute(f"describe {table}").fetchall()
                    for table in ("forecast", "forecast_verdict")
                ]
            )
            refusals = connection.execute("select distinct refusal from forecast_verdict")
            assert (refusals.fetchall() == [("left_out",)]) is not forecasts
    assert described[0] == described[1]
