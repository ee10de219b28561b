"""Does a feed that someone else wrote end, and end in figures or in a reason?"""

from __future__ import annotations

from pathlib import Path

import pytest

from perfcore.intake.feed_process import Task, problem_of
from tests.intake.sending import Outcome, take

ROW = "select 'missed-bins' as measure, '2020-06' as period"


def feed(data: Path, text: str) -> Outcome:
    path = data / "feeds" / "sent.sql"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return take(data)


@pytest.mark.parametrize("ending", [";", ";\n-- the end\n", "; /* the end */ ;\n", " -- the end"])
def test_a_remark_may_follow_the_query(tmp_path: Path, ending: str) -> None:
    assert feed(tmp_path, f"{ROW}, 5 as value{ending}").values == ["5"]


def test_a_feed_may_take_longer_than_a_progress_bar_waits(tmp_path: Path) -> None:
    slow = "(select count(*) from range(150000000) t(i) where hash(i) % 7 < 7)"
    assert feed(tmp_path, f"{ROW}, {slow} as value").values == ["150000000"]


def test_a_column_returned_twice_is_refused(tmp_path: Path) -> None:
    outcome = feed(tmp_path, f"{ROW}, 1 as value, 2 as Value")
    assert outcome.values == []
    assert outcome.problems == [
        "The feed returns the column 'value' more than once. Rename all but one."
    ]


def test_a_feed_without_end_is_stopped(tmp_path: Path) -> None:
    endless = f"{ROW}, count(*) as value from range(100000000000) a, range(1000000) b"
    task = Task(str(tmp_path), "1GB", (), seconds=0.5)
    assert problem_of(endless, str(tmp_path / "result.parquet"), task) == (
        "The feed was stopped after 0.5 seconds. Let it read and return less."
    )
