"""Does the record of changes refuse to be changed, and show it when it was?"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from perfcore.register.audit import changes, faults, record
from perfcore.register.connection import Register, open_register
from perfcore.register.errors import RegisterError
from perfcore.register.protection import protect, unprotect


def three(register: Register) -> None:
    for number in range(3):
        with register.writing() as connection:
            record(connection, "A", "test", f"thing {number}", None, {"number": number})


def found_faults(register: Register) -> list[str]:
    with register.reading() as connection:
        return list(faults(connection))


@pytest.mark.parametrize(
    "statement", ["update change set who = 'B'", "delete from change where sequence = 2"]
)
def test_nothing_recorded_can_be_changed(register: Register, statement: str) -> None:
    three(register)
    with pytest.raises(RegisterError, match="append-only"), register.writing() as connection:
        connection.execute(text(statement))
    assert found_faults(register) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("update change set who = 'B' where sequence = 2", "Change 2 is not what was recorded."),
        ("delete from change where sequence = 2", "Change 2 is missing: 3 follows 1."),
        (
            "update change set previous_hash = hash where sequence = 3",
            "Change 3 does not follow the one before it.",
        ),
    ],
)
def test_what_somebody_changed_all_the_same_shows(
    register: Register, statement: str, said: str
) -> None:
    three(register)
    with register.writing() as connection:
        unprotect(connection, ["change"])
        connection.execute(text(statement))
        protect(connection, ["change"])
    assert said in found_faults(register)


def test_a_clock_set_back_changes_no_order(register: Register) -> None:
    for year in (2020, 2019):
        with register.writing() as connection:
            record(connection, "A", "test", "x", None, None, datetime(year, 1, 1, tzinfo=UTC))
    with register.reading() as connection:
        assert [one.at.year for one in changes(connection)] == [2020, 2019]
    assert found_faults(register) == []


def test_an_error_leaves_nothing_behind(register: Register) -> None:
    class StopError(Exception):
        pass

    with pytest.raises(StopError), register.writing() as connection:
        record(connection, "A", "test", "x", None, None)
        raise StopError
    with register.reading() as connection:
        assert list(changes(connection)) == []


def test_opening_again_finds_everything(register: Register, address: str) -> None:
    three(register)
    again = Register(address)
    with again.reading() as connection:
        assert len(list(changes(connection))) == 3
    again.close()


def test_a_newer_register_is_told_apart(register: Register, address: str) -> None:
    with register.writing() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(RegisterError, match="newer version"):
        Register(address)


@pytest.mark.parametrize("url", ["nonsense", "sqlite:////nowhere/at/all.sqlite", "oracle://x"])
def test_an_address_that_cannot_be_used_is_said(url: str) -> None:
    with pytest.raises(RegisterError):
        Register(url)


def test_sqlite_lies_beside_the_warehouses(tmp_path: Path) -> None:
    folder = tmp_path / "build"
    opened = open_register(folder)
    assert (folder / "register.sqlite").is_file()
    opened.close()
