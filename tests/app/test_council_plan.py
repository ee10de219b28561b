"""Does the council plan page keep to its filters and say what is wrong with its address?"""

from __future__ import annotations

import pytest

from tests.app.conftest import Open
from tests.app.reading import blocks, complaints
from tests.county import County
from tests.plan_council import plan_council


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> County:
    return plan_council(tmp_path_factory.mktemp("plan"))


def test_every_section_is_there(open_page: Open, plan: County) -> None:
    app = open_page(plan, "council-plan")
    assert not app.exception
    for name in ("Unique environment", "Suitable housing", "Climate emergency", "Budget"):
        assert name in blocks(app)


def test_a_directorate_narrows_the_sections_and_their_links(open_page: Open, plan: County) -> None:
    html = blocks(open_page(plan, "council-plan", directorate="People"))
    assert "Rough sleepers" in html
    assert "Paths open" not in html
    assert "measure?directorate=People&amp;measure=rough-sleepers" in html


def test_an_earlier_month_shows_what_had_ended_by_then(open_page: Open, plan: County) -> None:
    html = blocks(open_page(plan, "council-plan", period="August 2020"))
    assert "61%" in html
    assert "55%" not in html


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("climate,budget", ""),
        ("none", ""),
        ("clymate", "The address asks to open “clymate”, which is not on this page."),
    ],
)
def test_a_section_that_there_is_not_is_named(
    open_page: Open, plan: County, asked: str, said: str
) -> None:
    app = open_page(plan, "council-plan", open=asked)
    assert not app.exception
    assert said in complaints(app)
    assert bool(complaints(app)) == bool(said)


def test_its_tables_can_be_taken_away(open_page: Open, plan: County) -> None:
    app = open_page(plan, "council-plan")
    assert [button.proto.label for button in app.get("download_button")] == [
        "Council Plan measures (CSV)",
        "Budget monitoring (CSV)",
        "All as a workbook (Excel)",
    ]
