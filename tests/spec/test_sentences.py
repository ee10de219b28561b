"""In which words is a status explained?"""

# ruff: noqa: E501 (the sentences are the specification; broken up they could not be read)

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from perfcore.framework.model import DatedMargin, Margin, Target, Thresholds
from tests.engine_runs import Observed, framework_of, measure, run_engine

AS_AT = date(2020, 10, 12)
START = date(2019, 4, 1)
D = Decimal


def _value(amount: str, kind: str = "local") -> dict[str, Any]:
    return {"targets": (Target("value", START, kind, value=D(amount)),)}


def _margins(tolerance: str, exceptional: str = "") -> dict[str, Any]:
    return {"tolerance": _margin(tolerance), "exceptional": _margin(exceptional)}


def _margin(text: str) -> tuple[DatedMargin, ...]:
    return (DatedMargin(Margin(D(text.rstrip("%")), text.endswith("%"))),) if text else ()


DAYS = {"unit": "working days", "good": "low", **_value("10"), **_margins("20%", "50%")}
SHARE = {"unit": "percent", "good": "high", "decimals": 1, **_value("61"), **_margins("2", "5")}
RESERVES = {
    "unit": "percent", "good": "range", "decimals": 1, **_margins("0.5"),
    "targets": (Target("range", START, low=D(5), high=D(6)),),
}  # fmt: skip
MONEY = {"unit": "gbp", "good": "low", **_value("5000", "statutory")}
MILLIONS = {"unit": "gbp million", "good": "high", "decimals": 1, **_value("13.5")}
NONE_AT_ALL = {"good": "low", "unit": "families", **_value("0"), **_margins("2")}
STATED = {"unit": "percent", "good": "high", "thresholds": Thresholds(D(95), D(90), D(99))}

WORDS = [
    (DAYS, {"value": D(55)}, "55 working days against a target of 10 or fewer; red because it is above 12 (target + 20%)."),
    (DAYS, {"value": D(11)}, "11 working days against a target of 10 or fewer; amber because it is above the target but not above 12 (target + 20%)."),
    (DAYS, {"value": D(10)}, "10 working days against a target of 10 or fewer; green because it meets the target."),
    (DAYS, {"value": D(1)}, "1 working day against a target of 10 or fewer; exceptional because it is at or below 5 (target − 50%)."),
    (NONE_AT_ALL, {"value": D(6)}, "6 families against a target of 0; red because it is above 2 (target + 2)."),
    (SHARE, {"value": D("66.04")}, "66.0% against a target of 61% or more; exceptional because it is at or above 66% (target + 5 points)."),
    (SHARE, {"value": D("59.4")}, "59.4% against a target of 61% or more; amber because it is below the target but not below 59% (target − 2 points)."),
    (SHARE, {"value": D("58.9")}, "58.9% against a target of 61% or more; red because it is below 59% (target − 2 points)."),
    (RESERVES, {"value": D("6.6")}, "6.6% against a target between 5% and 6%; red because it is above 6.5% (upper limit + 0.5 points)."),
    (RESERVES, {"value": D("4.8")}, "4.8% against a target between 5% and 6%; amber because it is below the lower limit but not below 4.5% (lower limit − 0.5 points)."),
    (MONEY, {"value": D(5001)}, "£5,001 against a statutory target of £5,000 or less; red because it is above the target."),
    (MONEY, {"value": D(-4902)}, "−£4,902 against a statutory target of £5,000 or less; green because it meets the target."),
    (MILLIONS, {"value": D("13.4")}, "£13.4m against a target of £13.5m or more; red because it is below the target."),
    (STATED, {"value": D(92)}, "92% against a target of 95% or more; amber because it is below the target but not below 90% (amber threshold)."),
    ({}, {"value": D(1412)}, "1,412: no target in force for Aug 2020."),
    ({"good": "none", **_value("3")}, {"value": D(1412)}, "1,412: neither high nor low is better, so it is not judged."),
    ({"targets": (Target("comparator", START, comparator="england"),)}, {"value": D(3)}, "3: the figure of England for Aug 2020 is not known."),
    ({"targets": (Target("comparator", START, comparator="neighbours"),)}, {"value": D(3)}, "3: Neighbours is a set of areas and has no single value."),
    ({}, {"marker": "suppressed"}, "Withheld: the figure for Aug 2020 could identify someone."),
    ({}, {"marker": "not_available"}, "Not available: no figure could be given for Aug 2020."),
    ({}, {"marker": "not_applicable"}, "Not applicable in Aug 2020."),
    ({"combine": "ratio"}, {"numerator": D(0), "denominator": D(0)}, "Not available: the denominator for Aug 2020 is zero."),
    ({**_value("3")}, {"marker": "low"}, "0 against a target of 3 or fewer; green because it meets the target."),
    ({**_value("3")}, {"value": D(2), "qualifier": "provisional"}, "2 (provisional) against a target of 3 or fewer; green because it meets the target."),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "said", "sentence"), WORDS)
def test_sentence(keys: dict[str, Any], said: dict[str, Any], sentence: str) -> None:
    framework = framework_of(measure(**keys))
    connection = run_engine(framework, [Observed("2020-08", **said)], AS_AT)
    assert connection.execute("select sentence from latest").fetchall() == [(sentence,)]


def test_a_late_figure_says_when_it_was_due_and_a_later_one_when_it_is() -> None:
    framework = framework_of(measure(due_after=9), measure(id="slower", due_after=12))
    rows = run_engine(framework, [], AS_AT).execute(
        "select measure, status, sentence, reason from status where period = '2020-09' order by measure"
    )
    assert rows.fetchall() == [
        ("measure", "no_data", "Overdue: was due by 9 Oct 2020 and has not arrived.",
         "No figure for Sep 2020: it was due by 9 Oct 2020."),
        ("slower", "not_due", "Not due until 12 Oct 2020.",
         "No figure for Sep 2020 yet: it is due by 12 Oct 2020."),
    ]  # fmt: skip


def test_the_councils_target_for_a_sum_is_no_target_for_a_part_of_it() -> None:
    one = measure(breakdowns=("team",), **_value("3"))
    said = [Observed("2020-08", D(2), breakdown="team", member="North")]
    connection = run_engine(framework_of(one), said, AS_AT)
    rows = connection.execute("select status, target, sentence from latest where member = 'North'")
    assert rows.fetchall() == [
        ("monitor", None, "2: the target is for the whole council, not for a part of it.")
    ]
