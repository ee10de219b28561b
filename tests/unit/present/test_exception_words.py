"""What is said of an exception, and to whom a reader is led."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from perfcore.present import exception_words as say
from perfcore.present.exceptions import SHOWN, exceptions
from perfcore.present.links import Links
from perfcore.present.tables.exceptions import tables
from perfcore.views.episodes import CAUSES, Episode, Episodes

ONE = Episode(
    measure="missed-bins", name="Missed <b>bins</b>", cause="off_target", opened="2020-03",
    opened_starts=date(2020, 3, 1), closed="", closed_starts=None, ended="", level="service",
    escalated_as="exception",
    ladder=(
        {"forum": "cabinet", "name": "Cabinet", "period": "2020-04", "starts": date(2020, 4, 1),
         "ends": date(2020, 4, 30)},
    ),
    periods=6,
    known_on=date(2020, 4, 9), explain_by=date(2020, 4, 19), as_at=date(2020, 10, 12),
    status="red", frequency="month", owner="Head of Waste", service_name="Waste",
    directorate_name="Place",
)  # fmt: skip
CLOSED = replace(ONE, closed="2020-09", closed_starts=date(2020, 9, 1), ended="back")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({}, "No exception is open."),
        ({"off_target": [ONE]}, "1 exception is open: 1 off target."),
        (
            {"off_target": [ONE, ONE], "exceptional": [ONE]},
            "3 exceptions are open: 2 off target and 1 exceptionally good.",
        ),
    ],
)
def test_the_headline_counts_by_cause(found: dict[str, list[Episode]], said: str) -> None:
    assert say.headline(Episodes(found, ())) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Awaiting explanation for 186 days"),
        ({"as_at": date(2020, 4, 19)}, "Explanation due by 19 Apr 2020"),
        ({"as_at": date(2020, 4, 20)}, "Awaiting explanation for 11 days"),
        ({"cause": "exceptional"}, ""),
        ({"closed": "2020-09"}, ""),
        ({"known_on": None}, ""),
    ],
)
def test_an_explanation_is_owed_until_it_ends(changes: dict[str, object], said: str) -> None:
    assert say.owed(replace(ONE, **changes)) == said  # type: ignore[arg-type]


def test_a_line_tells_cause_time_and_forum() -> None:
    assert say.line(ONE) == "Off target since Mar 2020 (6 months), with Cabinet"
    assert say.line(CLOSED) == (
        "Off target since Mar 2020 (6 months), with Cabinet; back in Sep 2020"
    )
    retired = replace(CLOSED, ended="retired", ladder=())
    assert say.line(retired) == (
        "Off target since Mar 2020 (6 months), no forum named; no longer measured after Sep 2020"
    )
    assert say.ladder(ONE) == "Cabinet (since Apr 2020)"


def test_every_cause_has_its_words() -> None:
    assert set(say.CAUSES) == set(CAUSES)
    several = {cause: [replace(ONE, cause=cause)] for cause in CAUSES}
    assert say.headline(Episodes(several, ())).startswith("6 exceptions are open: ")


def test_a_long_section_offers_the_rest() -> None:
    many = Episodes({"off_target": [ONE] * (SHOWN + 1)}, [CLOSED])
    here = Links("exceptions", {"heard": "Cabinet"})
    short = exceptions(many, Links("exceptions"), here)
    assert "exceptions?heard=Cabinet&amp;all=off-target" in short and "All 13" in short
    whole = exceptions(many, Links("exceptions"), here, "off-target")
    assert "Show the first only" in whole and whole.count("Head of Waste") == SHOWN + 1
    assert "Missed &lt;b&gt;bins&lt;/b&gt;" in short and "<b>bins" not in short


def test_a_forum_that_has_heard_of_nothing_says_so() -> None:
    html = exceptions(Episodes({}, ()), Links("exceptions"), Links("exceptions"), forum="Cabinet")
    assert "Cabinet has heard of no exception" in html


def test_what_is_taken_away_names_cause_and_forum() -> None:
    is_open, closed = tables(Episodes({"off_target": [ONE]}, [CLOSED]))
    assert is_open.rows[0][6:9] == ("Off target", "2020-03", 6)
    assert closed.rows[0][9:11] == ("2020-09", "back")
