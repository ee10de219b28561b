"""Does a build that is killed at any moment leave the last good warehouse in use?"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from perfcore.store import current_name, open_current
from perfcore.views.build_facts import build_facts
from tests.councils import Council, small_council

KILLS = 50
MOST = 150


@pytest.mark.slow
def test_the_last_good_warehouse_opens_after_each_of_many_kills(tmp_path: Path) -> None:
    council = small_council(tmp_path)
    whole = _timed_build(council)
    moments = random.Random(20201012)
    accepted = {current_name(council.out): 9}
    killed = 0
    for number in range(MOST):
        _add_a_row(council, number)
        killed += _kill_a_build(council, moments.uniform(0, whole))
        store = open_current(council.out)
        expected = accepted.setdefault(store.name, 9 + number + 1)
        assert build_facts(store).accepted == expected
        store.close()
        if killed == KILLS:
            break
    assert killed == KILLS


def _add_a_row(council: Council, number: int) -> None:
    with council.observations.open("a", encoding="utf-8") as file:
        file.write(f"missed-bins,{2000 + number}-01,{number},,,,,,\n")


def _timed_build(council: Council) -> float:
    started = time.monotonic()
    subprocess.run(_command(council), check=True, capture_output=True)
    return time.monotonic() - started


def _kill_a_build(council: Council, after: float) -> bool:
    process = subprocess.Popen(
        _command(council), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    return process.returncode == -signal.SIGKILL


def _command(council: Council) -> list[str]:
    return [sys.executable, "-m", "perfcore.cli", *council.arguments, "build"]
