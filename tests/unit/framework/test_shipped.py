"""The frameworks that come with the product."""

from __future__ import annotations

from pathlib import Path

import pytest

from perfcore.framework import load
from tests.frameworks import loaded_from
from tests.unit.framework.problem_lines import lines_of

ROOT = Path(__file__).parents[3]
SHIPPED = ["measures.yaml", "examples/open-data/measures.yaml"]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_framework_has_no_problem(name: str) -> None:
    assert list(map(str, load(ROOT / name).problems)) == []


def test_a_target_of_300_typed_as_30_is_a_warning(tmp_path: Path) -> None:
    lines = (ROOT / "measures.yaml").read_text(encoding="utf-8").splitlines()
    start = lines.index("  affordable-homes:")
    at = next(n for n, line in enumerate(lines) if n > start and 'from: "2020/21"' in line)
    assert "mar: 300}" in lines[at]
    lines[at] = lines[at].replace("mar: 300}", "mar: 30}")

    loaded = loaded_from("\n".join(lines), tmp_path)

    assert lines_of(loaded) == [
        f"{at + 1}: warning: measure 'affordable-homes': targets.profile: "
        "falls in the course of the year, which a running total does not"
    ]
