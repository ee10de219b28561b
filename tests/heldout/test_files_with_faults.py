"""Is a faulty file said to be so, while the others are read?"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from perfcore.engine.build import build
from perfcore.errors import IntakeError
from perfcore.store import Store
from perfcore.views.source_files import unread_files
from tests.councils import Council, small_council
from tests.intake.sending import send


def unread(council: Council) -> list[tuple[str, str]]:
    """The files that a build could not read."""
    store = Store(build(council.framework, council.data, council.out).path)
    return [(file.file, file.problem or "") for file in unread_files(store)]


@pytest.mark.parametrize("place", [0.05, 0.3, 0.6])
def test_a_parquet_file_damaged_in_the_middle_is_named(tmp_path: Path, place: float) -> None:
    path = tmp_path / "made.parquet"
    duckdb.execute(
        "copy (select 'missed-bins' as measure, '2020-06' as period, hash(i) % 1000 as value, "
        f"hash(i)::varchar as note from range(5000) t(i)) to '{path}'"
    )
    content = bytearray(path.read_bytes())
    start = int(place * len(content))
    content[start : start + 400] = b"\xff" * 400
    outcome = send(tmp_path, bytes(content), "sent.parquet")
    assert outcome.problems == ["The Parquet file is damaged or incomplete. Have it written again."]


def test_a_second_table_in_a_text_file_is_refused(tmp_path: Path) -> None:
    outcome = send(
        tmp_path,
        "measure,period,numerator,denominator\n"
        "recycling,2020/21 Q1,119,200\n"
        "measure,period,denominator,numerator\n"
        "recycling,2020/21 Q2,200,120\n",
    )
    assert outcome.values == ["59.5"]
    assert outcome.reasons[1].startswith("it stands below the headings of row 3")


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo, "It is a broken link or no ordinary file."),
    "device": (lambda path: path.symlink_to("/dev/zero"), "no ordinary file."),
    "broken link": (lambda path: path.symlink_to("nowhere"), "It is a broken link"),
    "link to itself": (lambda path: path.symlink_to(path), "It is a broken link"),
    "folder": (Path.mkdir, "It is a folder. Put the files in it beside it."),
    "link to above": (lambda path: path.symlink_to(".."), "It is a folder."),
}


@pytest.mark.parametrize("file", ["observations/b.csv", "feeds/b.sql", "benchmarks/b.csv"])
@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_no_file_is_listed_and_the_rest_is_built(
    tmp_path: Path, fault: str, file: str
) -> None:
    make, reason = FAULTS[fault]
    council = small_council(tmp_path)
    path = council.data / file
    path.parent.mkdir(exist_ok=True)
    make(path)
    ((name, problem),) = unread(council)
    assert name == file
    assert reason in problem


def test_a_file_whose_name_is_not_utf8_is_listed(tmp_path: Path) -> None:
    council = small_council(tmp_path)
    name = os.fsdecode(b"caf\xe9.csv")
    (council.data / "observations" / name).write_text("measure,period,value\n")
    assert unread(council) == [
        ("observations/caf\ufffd.csv", "Its name is not written in UTF-8. Rename it.")
    ]


def test_a_folder_without_a_usable_row_says_why(tmp_path: Path) -> None:
    council = small_council(tmp_path)
    council.observations.write_text("measure,period,value\nmissed-bin,2020-06,5\n")
    (council.data / "observations" / "empty.csv").write_bytes(b"")
    with pytest.raises(IntakeError) as told:
        build(council.framework, council.data, council.out)
    assert "observations/empty.csv: The file is empty." in str(told.value)
    assert "observations/all.csv, row 2: unknown measure 'missed-bin'" in str(told.value)


def test_a_full_disk_is_a_message_and_leaves_nothing_behind(tmp_path: Path) -> None:
    council = small_council(tmp_path)
    small = (400_000, 400_000)
    done = subprocess.run(
        [sys.executable, "-m", "perfcore.cli", *council.arguments, "build"],
        capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, small),
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "The warehouse cannot be written" in done.stderr
    assert list(council.out.iterdir()) == []
