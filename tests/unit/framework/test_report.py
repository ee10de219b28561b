"""What the check prints."""

from __future__ import annotations

from pathlib import Path

from perfcore.framework.check import check, report
from tests.frameworks import EXAMPLE, loaded_from, measures_text


def test_a_framework_without_a_problem_is_summed_up() -> None:
    assert report(check(EXAMPLE)) == "9 measures: 0 errors, 0 warnings"


def test_every_problem_has_its_line_and_the_last_line_counts(tmp_path: Path) -> None:
    loaded = loaded_from(measures_text(m="decimals: 7\ntolerence: 1\nunit: percent"), tmp_path)

    file = tmp_path / "measures.yaml"
    assert report(loaded).splitlines() == [
        f"{file}:9: warning: measure 'm': combine: sum adds percentages up: write ratio",
        f"{file}:15: error: measure 'm': decimals: 7 is not between 0 and 6",
        f"{file}:16: error: measure 'm': tolerence: is not a known key (did you mean 'tolerance'?)",
        "2 errors, 1 warning",
    ]
