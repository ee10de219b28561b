"""Does the five-minute example of README do what README says?"""

from __future__ import annotations

import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook

from perfcore.cli import app
from perfcore.framework import read
from perfcore.store import open_current
from perfcore.views.filters import Filters
from perfcore.views.outline import outline
from perfcore.views.overview import overview
from tests.docs.fenced import README, example, table


@dataclass(frozen=True)
class Row:
    measure: str
    period: str
    value: str
    status: str


LATEST = "select measure, period, cast(value as varchar) as value, status from latest"


@pytest.fixture
def followed(tmp_path: Path) -> Path:
    """A folder in which a newcomer has followed steps 1 and 2."""
    (tmp_path / "my" / "data" / "observations").mkdir(parents=True)
    framework = example(README, "version: 1")
    (tmp_path / "my" / "measures.yaml").write_text(framework, encoding="utf-8")
    figures = example(README, "measure,period")
    csv = tmp_path / "my" / "data" / "observations" / "figures.csv"
    csv.write_text(figures, encoding="utf-8")
    return tmp_path


def commands() -> list[list[str]]:
    lines = example(README, "perfcore --framework my/measures.yaml").splitlines()
    return [shlex.split(line)[1:] for line in lines]


def run(folder: Path, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "perfcore.cli", *arguments]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_framework_is_checked_without_a_complaint(followed: Path) -> None:
    check, _ = commands()
    done = run(followed, check)
    assert done.returncode == 0, done.stdout
    assert "0 errors, 0 warnings" in done.stdout


def test_the_figures_are_built_and_shown_on_the_overview(followed: Path) -> None:
    _, serve = commands()
    assert serve.pop() == "serve"
    done = run(followed, [*serve, "build", "--strict"])
    assert done.returncode == 0, done.stderr
    store = open_current(followed / "my" / "build")
    row = store.fetch(LATEST, {}, Row)[0]
    assert (row.period, float(row.value), row.status) == ("2020-09", 72.0, "red")
    view = overview(store, outline(store), Filters())
    assert [one.result.measure for one in view.exceptions] == ["missed-bins"]
    assert not view.freshness.overdue


def test_a_wide_workbook_says_the_same(followed: Path) -> None:
    observations = followed / "my" / "data" / "observations"
    (observations / "figures.csv").unlink()
    book = Workbook()
    book.active.append(["Measure", "Aug 2020", "Sep 2020"])
    book.active.append(["Missed bins per 100,000 collections", 57.8, 72])
    book.save(observations / "Bins to September.xlsx")
    _, serve = commands()
    done = run(followed, [*serve[:-1], "build", "--strict"])
    assert done.returncode == 0, done.stdout + done.stderr
    row = open_current(followed / "my" / "build").fetch(LATEST, {}, Row)[0]
    assert (row.period, float(row.value), row.status) == ("2020-09", 72.0, "red")


def test_every_command_is_in_the_table_and_there_are_no_others() -> None:
    shown = [one.name or one.callback.__name__ for one in app.registered_commands if one.callback]
    shown += [group.name for group in app.registered_groups]
    named = [cells[0].strip("`").split()[1] for cells in table(README, "command")]
    assert set(named) == set(shown)


def test_the_framework_of_the_example_says_whose_it_is(followed: Path) -> None:
    assert read(followed / "my" / "measures.yaml").organisation.name == "My Council"
