"""Does a page say what is wrong and what to do, and does the rest work?"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from perfcore.errors import BuildError
from perfcore.store import current_name
from tests.app.conftest import Open
from tests.app.reading import blocks, code, complaints
from tests.county import County, county


def test_a_missing_warehouse_is_built_first(open_page: Open, tmp_path: Path) -> None:
    council = county(tmp_path, built=False)
    app = open_page(council)
    assert not app.exception
    assert current_name(council.out) is not None
    assert "What needs attention" in blocks(app)


def test_a_warehouse_by_another_edition_is_left_in_use_and_one_of_our_own_shown(
    open_page: Open, tmp_path: Path
) -> None:
    council = county(tmp_path)
    theirs = council.out / "warehouse-000000000000.duckdb"
    (council.out / str(current_name(council.out))).rename(theirs)
    with duckdb.connect(str(theirs)) as connection:
        connection.execute("update build set code_hash = 'of another edition'")
        connection.execute("drop table latest_headline")
    (council.out / "current").write_text(f"{theirs.name}\n")
    app = open_page(council)
    assert not app.exception
    assert complaints(app) == ""
    assert "What needs attention" in blocks(app)
    assert current_name(council.out) == theirs.name


def test_a_broken_framework_without_a_warehouse_lists_every_error(
    open_page: Open, tmp_path: Path
) -> None:
    council = county(tmp_path, built=False)
    broken = council.framework.read_text().replace("good: high", "good: hihg")
    council.framework.write_text(broken)
    app = open_page(council)
    assert not app.exception
    assert "The dashboard cannot be built" in complaints(app)
    assert "hihg" in complaints(app) + code(app)
    assert (complaints(app) + code(app)).count("hihg") == broken.count("hihg")


def test_a_broken_framework_leaves_the_last_good_warehouse_on_show(
    open_page: Open, tmp_path: Path
) -> None:
    council = county(tmp_path)
    council.framework.write_text(council.framework.read_text().replace("unit: gbp", "unitt: gbp"))
    app = open_page(council)
    assert "What needs attention" in blocks(app)
    assert "last good build, as at 12 October 2020" in complaints(app)
    assert "unitt" in code(app)


def test_a_changed_framework_says_that_it_is_not_on_show_yet(
    open_page: Open, tmp_path: Path
) -> None:
    council = county(tmp_path)
    council.framework.write_text(
        council.framework.read_text().replace("Missed bins", "Bins missed")
    )
    app = open_page(council)
    assert "perfcore build" in complaints(app)
    assert not app.error


def test_a_framework_that_is_gone_leaves_the_warehouse_on_show(
    open_page: Open, tmp_path: Path
) -> None:
    council = county(tmp_path)
    council.framework.unlink()
    app = open_page(council)
    assert "What needs attention" in blocks(app)
    assert "The framework file cannot be read" in complaints(app)


@pytest.mark.parametrize("damage", ["corrupt", "truncated", "gone", "pointer"])
def test_a_damaged_warehouse_is_reported_and_can_be_built_again(
    open_page: Open, tmp_path: Path, damage: str
) -> None:
    council = county(tmp_path)
    _damage(council, damage)
    app = open_page(council)
    assert not app.exception
    assert "The figures cannot be read" in complaints(app)
    assert "perfcore build" in complaints(app)
    app.button[0].click().run()
    assert not app.exception
    assert "What needs attention" in blocks(app)


def _damage(council: County, damage: str) -> None:
    warehouse = council.out / str(current_name(council.out))
    match damage:
        case "corrupt":
            warehouse.write_bytes(b"not a warehouse" * 1000)
        case "truncated":
            warehouse.write_bytes(warehouse.read_bytes()[:5000])
        case "gone":
            warehouse.unlink()
        case _:
            (council.out / "current").write_text("../elsewhere\n")


def test_a_folder_that_cannot_be_written_is_named(open_page: Open, tmp_path: Path) -> None:
    council = county(tmp_path, built=False)
    council.out.write_text("a file where the folder should be")
    app = open_page(council)
    assert not app.exception
    assert str(council.out) in complaints(app)


def test_a_full_disk_is_reported(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    council = county(tmp_path, built=False)

    def full(*_: object, **__: object) -> None:
        raise BuildError("No space left on device.", where="build", do="Free some space.")

    monkeypatch.setattr("perfcore.engine.build.build", full)
    app = open_page(council)
    assert not app.exception
    assert "No space left on device." in complaints(app)
    assert "Free some space." in complaints(app)


@pytest.mark.parametrize("page", ["measure", "drill-down"])
def test_an_unknown_measure_offers_the_nearest_and_the_search(
    open_page: Open, built: County, page: str
) -> None:
    app = open_page(built, page, measure="missed-bin")
    assert not app.exception
    assert "Did you mean 'missed-bins'?" in complaints(app)
    assert [link.value for link in app.get("page_link")] == ["Search all measures"]


@pytest.mark.parametrize("page", ["measure", "drill-down"])
def test_no_measure_asks_for_one(open_page: Open, built: County, page: str) -> None:
    app = open_page(built, page)
    assert not app.exception
    assert "No measure is chosen yet" in complaints(app)


@pytest.mark.parametrize("name", ["directorate", "portfolio", "period"])
def test_a_filter_that_there_is_not_falls_back_and_says_so(
    open_page: Open, built: County, name: str
) -> None:
    app = open_page(built, **{name: "<b>nowhere</b>"})
    assert not app.exception
    assert f"asks for the {name}" in complaints(app)
    assert "Calls answered in time" in blocks(app)


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("measures", {"page": "999"}),
        ("measures", {"page": "x", "status": "nothing", "level": "?"}),
        ("covid-19", {"week": "yesterday"}),
        ("drill-down", {"measure": "recycling", "split": "planet"}),
    ],
)
def test_other_bad_values_in_the_address_do_no_harm(
    open_page: Open, built: County, page: str, address: dict[str, str]
) -> None:
    app = open_page(built, page, **address)
    assert not app.exception
    assert "<h1>" in blocks(app)


def test_filters_that_leave_nothing_offer_to_clear_them(open_page: Open, built: County) -> None:
    app = open_page(built, "scorecard", directorate="Place", portfolio="Housing")
    assert "No measures match these filters" in blocks(app)
    assert "Clear the portfolio filter" in blocks(app)
