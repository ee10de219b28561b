"""Is every acknowledged write there after a kill, and nothing half done?"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from perfcore.register.audit import changes, faults
from perfcore.register.connection import Register

WRITERS = Path(__file__).with_name("killed_writers.py")
ROUNDS = 200


@pytest.mark.slow
def test_what_was_acknowledged_survives_a_kill(register: Register, address: str) -> None:
    done = subprocess.run(
        [sys.executable, str(WRITERS), address, str(ROUNDS), "7"],
        check=True, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    acknowledged = json.loads(done.stdout)
    assert len(acknowledged) == ROUNDS and sum(acknowledged) > ROUNDS
    kept: dict[int, list[int]] = defaultdict(list)
    with register.reading() as connection:
        assert list(faults(connection)) == []
        for change in changes(connection):
            assert change.after is not None
            writer, place = change.after["why"].split("-")
            kept[int(writer)].append(int(place))
    for writer, number in enumerate(acknowledged):
        # a write that was on its way when the kill came may be there; nothing after it is
        assert kept[writer] in (list(range(number)), list(range(number + 1)))
