"""Is a faulty file said to be so, while the others are read?"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.intake.sending import send


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
