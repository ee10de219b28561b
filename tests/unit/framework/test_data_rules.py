"""Rules that compare the framework with the latest values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from perfcore.framework.rules.data import LatestValue, outdated
from tests.frameworks import framework_from, measures_text


def _found(folder: Path, latest: dict[str, LatestValue], **measures: str) -> list[str]:
    framework = framework_from(measures_text(**measures), folder)
    return [str(problem).split(".yaml:", 1)[1] for problem in outdated(framework, latest)]


@pytest.mark.parametrize(
    ("target", "value", "warned"),
    [
        ("value: 9500", "95", True),
        ("value: 9499", "95", False),
        ("value: 0.95", "95", True),
        ("value: 0.96", "95", False),
        ("value: 0", "95", False),
        ("value: 95", "0", False),
        ("value: -9500", "-95", True),
        ("value: 100", None, False),
        ("comparator: england", "95", False),
        ("improve_on: last_year, by: 2%", "95", False),
    ],
)
def test_a_target_far_from_the_latest_value_is_a_warning(
    tmp_path: Path, target: str, value: str | None, warned: bool
) -> None:
    latest = {"m": LatestValue(None if value is None else Decimal(value), date(2020, 9, 1))}

    found = _found(tmp_path, latest, m=f'targets: [{{from: "2020/21", {target}}}]')

    amount = target.removeprefix("value: ")
    text = f"{amount} is far from the latest value, {value}: is a digit or the unit wrong?"
    assert found == ([f"16: warning: measure 'm': targets: {text}"] if warned else [])


def test_only_the_target_in_force_is_compared(tmp_path: Path) -> None:
    targets = 'targets: [{from: "2019/20", value: 9000}, {from: "2020/21", value: 90}]'

    newest, older = date(2020, 9, 1), date(2020, 3, 1)

    assert _found(tmp_path, {"m": LatestValue(Decimal(90), newest)}, m=targets) == []
    assert len(_found(tmp_path, {"m": LatestValue(Decimal(90), older)}, m=targets)) == 1


def test_a_profile_is_compared_by_the_month_that_ends_the_period(tmp_path: Path) -> None:
    keys = (
        "frequency: quarter\n"
        'targets: [{from: "2020/21", profile: {q1: 1, q2: 10000, q3: 10001, q4: 10002}}]'
    )

    second = {"m": LatestValue(Decimal(90), date(2020, 7, 1))}
    first = {"m": LatestValue(Decimal(90), date(2020, 4, 1))}

    assert len(_found(tmp_path, second, m=keys)) == 1
    assert _found(tmp_path, first, m=keys) == []


@pytest.mark.parametrize(("to", "warned"), [("2019/20", True), ("2020/21", False)])
def test_a_line_that_ends_before_the_latest_data_is_a_warning(
    tmp_path: Path, to: str, warned: bool
) -> None:
    keys = f'frequency: year\ntargets: [{{from: "2018/19", to: "{to}", start: 9, end: 8}}]'

    found = _found(tmp_path, {"m": LatestValue(Decimal(9), date(2020, 4, 1))}, m=keys)

    text = "ends on 2019-04-01, before the latest data of 2020-04-01"
    assert found == ([f"16: warning: measure 'm': targets.to: {text}"] if warned else [])


def test_a_target_that_took_over_from_a_line_silences_it(tmp_path: Path) -> None:
    keys = (
        'frequency: year\ntargets: [{from: "2017/18", to: "2018/19", start: 9, end: 8}, '
        '{from: "2019/20", value: 8}]'
    )

    assert _found(tmp_path, {"m": LatestValue(Decimal(9), date(2020, 4, 1))}, m=keys) == []


@pytest.mark.parametrize(
    ("overdue", "warned"), [((True, True), True), ((True, False), False), ((False, False), False)]
)
def test_an_owner_of_nothing_but_overdue_measures_is_a_warning(
    tmp_path: Path, overdue: tuple[bool, bool], warned: bool
) -> None:
    owned = "owner: Head of Waste"
    latest = {name: LatestValue(None, None, late) for name, late in zip("ab", overdue, strict=True)}

    found = _found(tmp_path, latest, a=owned, b=owned, c="owner: Head of Law")

    text = "Head of Waste: every measure is overdue (2 of 2)"
    assert found == ([f"9: warning: measure 'a': owner: {text}"] if warned else [])
