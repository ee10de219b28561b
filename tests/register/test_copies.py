"""Does a backup bring everything back, in either database, and is a broken one refused whole?"""

from __future__ import annotations

import csv
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from perfcore.register import copies
from perfcore.register.connection import Register, open_register
from perfcore.register.errors import RegisterError
from perfcore.register.explanations import current, draft, save_draft, submit, versions
from perfcore.register.protection import protect, unprotect
from tests.people import HEAD, A, B, C
from tests.register.test_explanations import BINS, SEEN, WHOLE


def filled(register: Register) -> None:
    submit(register, HEAD, BINS, WHOLE, SEEN)
    submit(register, A, BINS, replace(WHOLE, why="It rained 🌧\r\n<b>"), replace(SEEN, based_on=1))
    save_draft(register, B, BINS, replace(WHOLE, plan=""), replace(SEEN, based_on=2))


def test_a_backup_of_either_database_restores_in_the_other(
    register: Register, tmp_path: Path, cluster: str
) -> None:
    filled(register)
    file = tmp_path / "backup.jsonl"
    assert str(copies.backup(register, file)) == "3 in change, 3 in explanation"
    other = open_register(tmp_path / "other")
    copies.restore(other, file)
    assert versions(other, BINS) == versions(register, BINS)
    assert draft(other, B, BINS) == draft(register, B, BINS)
    assert copies.verify(other) == ()
    back = tmp_path / "again.jsonl"
    copies.backup(other, back)
    assert back.read_bytes() == file.read_bytes()
    copies.restore(register, back, replace=True)
    assert copies.verify(register) == ()
    with pytest.raises(RegisterError, match="append-only"), register.writing() as connection:
        connection.execute(text("delete from explanation"))
    other.close()


def test_a_register_with_changes_is_not_overwritten_unless_told(
    register: Register, tmp_path: Path
) -> None:
    filled(register)
    file = tmp_path / "backup.jsonl"
    copies.backup(register, file)
    save_draft(register, C, BINS, WHOLE, SEEN)
    with pytest.raises(RegisterError, match="holds 4 changes"):
        copies.restore(register, file)
    assert draft(register, C, BINS) is not None
    copies.restore(register, file, replace=True)
    assert draft(register, C, BINS) is None


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda lines: lines[:-1], "not whole|not a backup"),
        (lambda lines: [*lines[:2], *lines[3:]], "not whole"),
        (lambda lines: [line.replace("redrawn", "redrwan") for line in lines], "not what was"),
        (lambda lines: ["not json"], "not a backup"),
        (lambda lines: ['{"format": "perfcore register 9"}', *lines[1:]], "not whole"),
    ],
)
def test_a_spoilt_backup_changes_nothing(
    register: Register, tmp_path: Path, spoil: object, said: str
) -> None:
    filled(register)
    file = tmp_path / "backup.jsonl"
    copies.backup(register, file)
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(spoil(lines)), encoding="utf-8")  # type: ignore[operator]
    before = current(register, BINS)
    with pytest.raises(RegisterError, match=said):
        copies.restore(register, file, replace=True)
    assert current(register, BINS) == before
    assert copies.verify(register) == ()


def test_a_register_that_is_not_in_order_is_not_backed_up(
    register: Register, tmp_path: Path
) -> None:
    filled(register)
    file = tmp_path / "backup.jsonl"
    copies.backup(register, file)
    good = file.read_bytes()
    with register.writing() as connection:
        unprotect(connection, ["change"])
        connection.execute(text("update change set who = 'nobody' where sequence = 1"))
        protect(connection, ["change"])
    with pytest.raises(RegisterError, match="Change 1 is not what was recorded"):
        copies.backup(register, file)
    assert file.read_bytes() == good


def test_an_export_is_read_by_any_program(register: Register, tmp_path: Path) -> None:
    filled(register)
    copies.export(register, tmp_path / "out")
    with (tmp_path / "out" / "explanation.csv").open(encoding="utf-8", newline="") as given:
        rows = list(csv.DictReader(given))
    assert [row["why"] for row in rows][1] == "It rained 🌧\r\n<b>"


def test_the_commands(tmp_path: Path, address: str) -> None:
    register = Register(address)
    filled(register)
    register.close()

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "perfcore.cli", "register", *arguments, "--url", address]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    file = str(tmp_path / "b.jsonl")
    assert run("backup", file).stdout == "Backed up 3 in change, 3 in explanation.\n"
    refused = run("restore", file)
    assert refused.returncode == 1 and "holds 3 changes" in refused.stderr
    assert run("restore", file, "--replace").returncode == 0
    assert run("export", str(tmp_path / "out")).returncode == 0
    assert "is what was recorded" in run("verify").stdout
    missing = run("restore", str(tmp_path / "none.jsonl"), "--replace")
    assert missing.returncode == 1 and "Traceback" not in missing.stderr
