"""Does each page open, and keep to the filters in its address?"""

from __future__ import annotations

import pytest

from perfcore.engine.build import build
from tests.app.conftest import Open
from tests.app.reading import blocks, complaints
from tests.county import County, county

PAGES = {
    "overview": "What needs attention",
    "scorecard": "Balanced scorecard",
    "council-plan": "Council Plan",
    "covid-19": "Covid-19 weekly metrics, week ending 4 October 2020",
    "measures": "Measures",
    "variation": "Variation and assurance",
    "exceptions": "Exceptions",
    "data-health": "Data health",
    "guide": "Guide",
}


@pytest.mark.parametrize(("page", "title"), PAGES.items())
def test_page_opens_under_its_title(open_page: Open, built: County, page: str, title: str) -> None:
    app = open_page(built, page)
    assert not app.exception
    assert complaints(app) == ""
    assert f"<h1>{title}</h1>" in blocks(app)


@pytest.mark.parametrize("page", [*PAGES, "measure", "drill-down"])
def test_every_page_says_that_the_data_is_illustrative_and_as_at_when(
    open_page: Open, built: County, page: str
) -> None:
    said = " ".join(one.value for one in open_page(built, page).html)
    assert "<b>Illustrative data.</b>" in said
    assert "As at 12 October 2020" in said


@pytest.mark.parametrize(
    ("page", "title"),
    [("measure", "Missed bins"), ("drill-down", "Missed bins: what is behind it")],
)
def test_a_measure_is_named_in_the_address(
    open_page: Open, built: County, page: str, title: str
) -> None:
    app = open_page(built, page, measure="missed-bins")
    assert not app.exception
    assert f"<h1>{title}</h1>" in blocks(app)


def test_a_filter_in_the_address_narrows_the_page_and_its_links(
    open_page: Open, built: County
) -> None:
    html = blocks(open_page(built, directorate="Place"))
    assert "Missed bins" in html
    assert "Calls answered" not in html
    assert "measure?directorate=Place&amp;measure=missed-bins" in html


def test_a_filter_follows_from_page_to_page(open_page: Open, built: County) -> None:
    app = open_page(built, directorate="Place")
    app.switch_page("pages/scorecard.py").run()
    assert app.session_state["directorate"] == "Place"
    assert "Calls answered" not in blocks(app)


def test_an_earlier_period_shows_what_had_ended_by_then(open_page: Open, built: County) -> None:
    html = blocks(open_page(built, "measure", measure="missed-bins", period="August 2020"))
    assert "104 in August 2020" in html
    assert "180" not in html


def test_choosing_a_portfolio_narrows_the_page_and_its_links(
    open_page: Open, built: County
) -> None:
    app = open_page(built)
    app.selectbox(key="portfolio").select("Housing").run()
    assert "measure?portfolio=Housing" in blocks(app)
    assert "Missed bins" not in blocks(app)


def test_another_week_can_be_chosen(open_page: Open, built: County) -> None:
    app = open_page(built, "covid-19")
    app.selectbox(key="week").select_index(1).run()
    assert "week ending 27 September 2020" in blocks(app)


def test_a_new_warehouse_is_shown_at_the_next_run(
    open_page: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    council = county(tmp_path_factory.mktemp("changing"))
    app = open_page(council)
    assert "Missed bins" in blocks(app)
    log = council.data / "observations" / "all.csv"
    log.write_text(log.read_text().replace("missed-bins,2020-09,180", "missed-bins,2020-09,181"))
    build(council.framework, council.data, council.out)
    app.run()
    assert "181" in blocks(app)


def test_every_list_of_data_health_can_be_taken_away(open_page: Open, built: County) -> None:
    app = open_page(built, "data-health")
    labels = [button.proto.label for button in app.get("download_button")]
    assert "Overdue and missing (CSV)" in labels
    assert "Rows not used (CSV)" in labels
    assert labels[-1] == "All as a workbook (Excel)"


def test_meeting_mode_shows_one_exception_without_navigation_or_notice(
    open_page: Open, built: County
) -> None:
    app = open_page(built, "meeting", item="missed-bins")
    assert not app.exception
    assert "<h1>Missed bins</h1>" in blocks(app)
    assert not app.html


def test_meeting_mode_keeps_the_filters_in_its_links(open_page: Open, built: County) -> None:
    app = open_page(built, "meeting", directorate="Place")
    assert "meeting?directorate=Place&amp;item=" in blocks(app)
    assert "Calls answered" not in blocks(app)


def test_an_unknown_exception_is_explained_with_two_ways_on(open_page: Open, built: County) -> None:
    app = open_page(built, "meeting", item="missed-bin")
    assert not app.exception
    assert "Did you mean 'missed-bins'?" in complaints(app)
    assert len(app.get("page_link")) == 2


def test_every_page_offers_meeting_mode_about_its_measure(open_page: Open, built: County) -> None:
    app = open_page(built, "measure", measure="missed-bins")
    assert 'href="meeting?item=missed-bins" data-go data-shortcut="m"' in blocks(app)
