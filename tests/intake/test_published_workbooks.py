"""Are published workbooks read without error, and is what was not understood listed?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.intake.sending import take

REAL = Path(
    os.environ.get("PERFCORE_REAL_DATA", Path(__file__).parents[2] / ".." / "shared" / "real")
)
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not (REAL / "workbooks").is_dir(), reason="needs the published files"),
]


def test_nothing_in_them_is_lost_or_breaks_the_intake(tmp_path: Path) -> None:
    (tmp_path / "observations").symlink_to((REAL / "workbooks").resolve())
    outcome = take(tmp_path)
    workbooks = [path for path in (REAL / "workbooks").iterdir() if path.suffix == ".xlsx"]
    told = {file for (file,) in outcome.rows(
        "select file from intake_warning union select file from rejected "
        "union select file from source_file where problem <> ''"
    )}  # fmt: skip
    assert told >= {f"observations/{path.name}" for path in workbooks}
    assert outcome.report.read == outcome.report.accepted + outcome.report.rejected
    assert outcome.report.accepted == 0
