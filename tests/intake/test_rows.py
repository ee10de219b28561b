"""Which rows are turned away, and why?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.sending import send, send_row

REASONS = [
    ({"measure": "missed-bin"}, "unknown measure 'missed-bin' (did you mean 'missed-bins'?)"),
    ({"measure": ""}, "the measure is empty"),
    (
        {"breakdown": "teams", "member": "North"},
        "unknown breakdown 'teams' (did you mean 'team'?)",
    ),
    (
        {"breakdown": "age", "member": "0 to 4"},
        "'missed-bins' has no breakdown 'age' in the framework (it has team, ward)",
    ),
    ({"breakdown": "team"}, "the breakdown 'team' has no member"),
    ({"member": "North"}, "the member 'North' has no breakdown"),
    ({"period": "2020/21 Q1"}, "period: '2020/21 Q1' is not a month. Write it like '2020-06'."),
    ({"period": ""}, "period: the period is empty"),
    (
        {"reported_on": "20/07/2020"},
        "reported_on '20/07/2020' is not a date (write it like 2020-07-20)",
    ),
    (
        {"reported_on": "2020-02-30"},
        "reported_on '2020-02-30' is not a date (write it like 2020-07-20)",
    ),
    (
        {"reported_on": "2019-01-01"},
        "reported on 2019-01-01, before the period 2020-06 began",
    ),
]


@pytest.mark.parametrize(("cells", "reason"), REASONS)
def test_a_row_that_cannot_be_used_says_why(
    tmp_path: Path, cells: dict[str, str], reason: str
) -> None:
    assert send_row(tmp_path, **cells).reasons == [reason]


def test_a_rejected_row_keeps_its_place_and_its_text(tmp_path: Path) -> None:
    sent = "measure,period,value,sender\nmissed-bins,2020-06,5,us\nmissed-bins,June,6,them\n"
    outcome = send(tmp_path, sent)
    assert outcome.rows('select file, sheet, "row", raw from rejected') == [
        (
            "observations/sent.csv",
            "",
            3,
            '{"measure":"missed-bins","period":"June","value":"6","sender":"them"}',
        )
    ]


@pytest.mark.parametrize("name", ["missed-bins", "Missed bins", "  Missed   bins "])
def test_a_measure_is_named_by_id_or_exact_name(tmp_path: Path, name: str) -> None:
    outcome = send_row(tmp_path, measure=name)
    assert outcome.rows("select measure from observation") == [("missed-bins",)]


@pytest.mark.parametrize("name", ["team", "Team"])
def test_a_breakdown_is_named_by_id_or_exact_name(tmp_path: Path, name: str) -> None:
    outcome = send_row(tmp_path, breakdown=name, member=" North  team ")
    assert outcome.rows("select breakdown, member from observation") == [("team", "North team")]


def test_an_empty_reported_on_is_the_day_after_the_period(tmp_path: Path) -> None:
    outcome = send_row(tmp_path, reported_on="")
    assert str(outcome.rows("select reported_on from observation")[0][0]) == "2020-07-01"


def test_columns_that_mean_nothing_are_left_out_with_a_warning(tmp_path: Path) -> None:
    outcome = send_row(tmp_path, sender="us", colour="red")
    assert outcome.values == ["5"]
    assert outcome.warnings == ["columns ignored: 'sender', 'colour'"]
