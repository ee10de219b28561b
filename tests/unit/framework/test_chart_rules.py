"""Control charts that cannot be drawn as their entries ask."""

from __future__ import annotations

from pathlib import Path

from tests.frameworks import loaded_from, measures_text
from tests.unit.framework.problem_lines import lines_of

GHOST = 'spc: {ghost: [{period: "2019-04", reason: Weighbridge closed}]}'
NHSR = "code: E06000099, spc_rules: nhsr"


def test_nhsr_sets_no_point_aside(tmp_path: Path) -> None:
    text = measures_text(m=GHOST)
    assert lines_of(loaded_from(text, tmp_path)) == []
    [problem] = lines_of(loaded_from(text.replace("code: E06000099", NHSR), tmp_path))
    assert problem.endswith(
        "error: measure 'm': spc.ghost: the rule set nhsr sets no points aside: use "
        "spc_rules: mdc, or leave it out"
    )
