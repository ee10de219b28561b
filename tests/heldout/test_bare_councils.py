"""Does a council with less than the illustrative one has still get its statuses?"""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from perfcore.engine.build import build

FRAMEWORK = """\
version: 1
organisation: {name: Elsewhere Council, code: E06000054, as_at: 2020-08-10}
directorates: {place: {name: Place}}
services: {waste: {name: Waste, directorate: place}}
breakdowns: {ward: {name: Ward}}
measures:
  missed-bins: {name: Missed bins, level: operational, service: waste, owner: Head of Waste,
    unit: count, frequency: month, good: low, combine: sum, breakdowns: [ward]}
  complaints: {name: Complaints, level: operational, service: waste, owner: Head of Waste,
    unit: count, frequency: month, good: low}
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ["missed-bins,2020-07,3,ward,North", "missed-bins,2020-07,4,ward,South"],
            [("", 7), ("North", 3), ("South", 4)],
        ),
        (["missed-bins,2020-07,3,ward,Dŵr-y-felin"], [("", 3), ("Dŵr-y-felin", 3)]),
        (["missed-bins,2020-07,3,,"], [("", 3)]),
    ],
)
def test_a_council_may_send_members_alone_or_the_whole_alone(
    tmp_path: Path, rows: list[str], expected: list[tuple[str, int]]
) -> None:
    (tmp_path / "data" / "observations").mkdir(parents=True)
    (tmp_path / "measures.yaml").write_text(FRAMEWORK)
    text = "\n".join(["measure,period,value,breakdown,member", *rows, ""])
    (tmp_path / "data" / "observations" / "sent.csv").write_text(text, encoding="utf-8")
    path = build(tmp_path / "measures.yaml", tmp_path / "data", tmp_path / "out").path
    with duckdb.connect(str(path), read_only=True) as connection:
        found = connection.execute(
            "select cast(member as varchar) as member, cast(value as integer) from status "
            "where measure = 'missed-bins' and period = '2020-07' order by 1"
        )
        assert found.fetchall() == expected
