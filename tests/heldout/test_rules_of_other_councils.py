"""Do the published rules of other councils give their ratings, in one framework?

Buckinghamshire (2020) calls amber what is within 5% of target, Maidstone (2023) within 10%; BCP
(2020) has an intervention level of its own for each measure; Rotherham (2018) has no amber.
"""

from __future__ import annotations

import json

import duckdb
import pytest

from perfcore.engine.build import build

RULES = {
    "buckinghamshire": {"tolerance": "5%"},
    "maidstone": {"tolerance": "10%"},
    "rotherham": {"tolerance": 0},
}
RATINGS = [
    ("buckinghamshire", "high", 95, "95.0", "green"),
    ("buckinghamshire", "high", 95, "94.99", "amber"),
    ("buckinghamshire", "high", 95, "90.25", "amber"),
    ("buckinghamshire", "high", 95, "90.24", "red"),
    ("buckinghamshire", "low", 10, "10.5", "amber"),
    ("buckinghamshire", "low", 10, "10.51", "red"),
    ("maidstone", "high", 66, "59.4", "amber"),
    ("maidstone", "high", 66, "59.39", "red"),
    ("maidstone", "low", 0.7, "0.77", "amber"),
    ("maidstone", "low", 0.7, "0.78", "red"),
    ("maidstone", "high", -100, "-110", "amber"),
    ("maidstone", "high", -100, "-110.01", "red"),
    ("rotherham", "high", 60, "59.995", "green"),
    ("rotherham", "high", 60, "59.994", "red"),
]
LEVELS = [
    ("high", {"green": 95, "amber": 90}, "95", "green"),
    ("high", {"green": 95, "amber": 90}, "90", "amber"),
    ("high", {"green": 95, "amber": 90}, "89.99", "red"),
    ("low", {"green": 10, "amber": 15}, "15", "amber"),
    ("low", {"green": 10, "amber": 15}, "15.01", "red"),
]
HEAD = """\
version: 1
organisation: {name: Elsewhere Council, code: E06000054}
directorates: {place: {name: Place}}
services: {waste: {name: Waste, directorate: place}}
measures:
"""


def block(number: int, good: str, **rule: object) -> str:
    facts = {
        "name": f"Measure {number}", "level": "service", "service": "waste", "unit": "index",
        "decimals": 2, "frequency": "month", "owner": "Head of Waste", "good": good, **rule,
    }  # fmt: skip
    return f"  m{number}: {json.dumps(facts)}\n"


@pytest.fixture(scope="module")
def rated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("elsewhere")
    blocks, rows = [], ["measure,period,value"]
    for number, (council, good, target, value, _) in enumerate(RATINGS):
        targets = [{"from": "2020/21", "value": target}]
        blocks.append(block(number, good, targets=targets, **RULES[council]))
        rows.append(f"m{number},2020-06,{value}")
    for number, (good, levels, value, _) in enumerate(LEVELS, start=len(RATINGS)):
        blocks.append(block(number, good, thresholds=levels))
        rows.append(f"m{number},2020-06,{value}")
    (folder / "data" / "observations").mkdir(parents=True)
    (folder / "measures.yaml").write_text(HEAD + "".join(blocks))
    (folder / "data" / "observations" / "sent.csv").write_text("\n".join(rows) + "\n")
    path = build(folder / "measures.yaml", folder / "data", folder / "out").path
    with duckdb.connect(str(path), read_only=True) as connection:
        found = connection.execute("select measure, status from status where period = '2020-06'")
        return dict(found.fetchall())


EXPECTED = [rating[-1] for rating in (*RATINGS, *LEVELS)]


@pytest.mark.parametrize(("number", "expected"), enumerate(EXPECTED))
def test_each_rating_is_the_published_one(
    rated: dict[str, str], number: int, expected: str
) -> None:
    assert rated[f"m{number}"] == expected
