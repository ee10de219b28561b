"""What can a reader choose on the overview and the scorecard, and what if the address is wrong?"""

from __future__ import annotations

from pathlib import Path

import pytest

from perfcore.engine.build import build
from tests.app.conftest import Open
from tests.app.reading import blocks, complaints
from tests.county import County, county


def without_figures(folder: Path) -> County:
    """The county, its files empty of figures."""
    council = county(folder, built=False)
    log = council.data / "observations" / "all.csv"
    log.write_text(log.read_text().splitlines()[0] + "\n")
    build(council.framework, council.data, council.out)
    return council


def withheld(folder: Path) -> County:
    """The county, with one of its latest figures withheld and one not applicable."""
    council = county(folder, built=False)
    log = council.data / "observations" / "all.csv"
    text = log.read_text().replace("calls-answered,2020-09,93", "calls-answered,2020-09,[c]")
    text = text.replace("missed-bins,2020-09,180", "missed-bins,2020-09,[z]")
    log.write_text(text)
    build(council.framework, council.data, council.out)
    return council


def test_the_overview_compares_with_a_month_end_chosen(open_page: Open, built: County) -> None:
    app = open_page(built)
    app.selectbox(key="chosen_since").select("End of July 2020").run()
    html = blocks(app)
    assert "two more than at the end of July 2020" in html
    assert "What changed since the end of July 2020" in html
    assert app.query_params["since"] == "End of July 2020"


def test_a_comparison_in_the_address_is_kept_in_links_to_the_same_page(
    open_page: Open, built: County
) -> None:
    app = open_page(built, since="End of August 2020")
    html = blocks(app)
    assert "than at the end of August 2020" in html
    assert app.selectbox(key="chosen_since").value == "End of August 2020"
    assert 'href="measure?measure=missed-bins"' in html


def test_going_back_to_the_usual_comparison_takes_it_out_of_the_address(
    open_page: Open, built: County
) -> None:
    app = open_page(built, since="End of August 2020")
    app.selectbox(key="chosen_since").select("Previous results").run()
    assert "since" not in app.query_params
    assert "than at their previous results" in blocks(app)


@pytest.mark.parametrize(
    ("page", "name", "label"),
    [
        ("overview", "since", "Compare with"),
        ("overview", "all", "Show all"),
        ("scorecard", "show", "Show"),
        ("scorecard", "order", "Order by"),
        ("scorecard", "lastyear", "Show last year"),
    ],
)
def test_what_the_address_asks_for_in_vain_is_said_once(
    open_page: Open, built: County, page: str, name: str, label: str
) -> None:
    app = open_page(built, page, **{name: "nonsense <b>"})
    assert not app.exception
    said = f"“nonsense <b>” under “{label}”, which there is not. Shown instead: "
    assert said in complaints(app)
    assert name not in app.query_params
    assert complaints(app.run()) == ""


def test_a_comparison_after_the_period_chosen_is_refused(open_page: Open, built: County) -> None:
    app = open_page(built, since="End of August 2020", period="July 2020")
    assert "“End of August 2020” under “Compare with”" in complaints(app)
    assert "What changed at the latest results" in blocks(app)


def test_the_scorecard_shows_what_a_forum_receives(open_page: Open, built: County) -> None:
    app = open_page(built, "scorecard")
    shown = app.selectbox(key="chosen_show")
    assert shown.options == ["All 5 measures", "Cabinet (1)", "Audit Committee (3)"]
    shown.select("Audit Committee").run()
    html = blocks(app)
    assert "Audit Committee: two of the 2 rated" in html
    assert "Calls answered" not in html
    assert app.query_params["show"] == "Audit Committee"


def test_a_forum_that_receives_nothing_here_says_so(open_page: Open, built: County) -> None:
    html = blocks(open_page(built, "scorecard", show="Cabinet", directorate="People & families"))
    assert "Cabinet receives none of these measures" in html
    assert 'href="scorecard?directorate=People+%26+families"' in html


def test_the_scorecards_order_stands_in_the_address(open_page: Open, built: County) -> None:
    html = blocks(open_page(built, "scorecard", order="name"))
    assert html.index("Appeals upheld") < html.index("Calls answered") < html.index("General")
    assert '<b aria-current="true">name</b>' in html
    assert "order=name&amp;lastyear=yes" in html


def test_last_year_is_drawn_on_demand(open_page: Open, built: County) -> None:
    assert "Hide last year" not in blocks(open_page(built, "scorecard"))
    html = blocks(open_page(built, "scorecard", lastyear="yes"))
    assert "this financial year, the year before lighter" in html


@pytest.mark.parametrize("page", ["overview", "scorecard"])
def test_a_council_without_figures_has_both_pages(
    open_page: Open, tmp_path: Path, page: str
) -> None:
    app = open_page(without_figures(tmp_path / "empty"), page)
    assert not app.exception
    assert "None of these measures has a target and a result yet." in blocks(app)
    assert "ever supplied" in blocks(app)


def test_withheld_figures_say_why_and_show_no_number(open_page: Open, tmp_path: Path) -> None:
    council = withheld(tmp_path / "withheld")
    overview = blocks(open_page(council))
    assert "Withheld for Sep 2020: so few people that someone could be recognised." in overview
    assert "Not applicable in Sep 2020" in overview
    scorecard = blocks(open_page(council, "scorecard"))
    assert "few people" in scorecard
    assert "nothing to measure" in scorecard
    assert "180" not in overview + scorecard
    assert "93.0" not in overview + scorecard


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "overview",
            ["Counts by status", "What changed", "Off target", "Overdue", "Due next", "Exceeding",
             "Without a figure"],
        ),
        ("scorecard", ["Balanced scorecard"]),
    ],
)  # fmt: skip
def test_every_table_can_be_taken_away(
    open_page: Open, built: County, page: str, expected: list[str]
) -> None:
    buttons = [one.proto.label for one in open_page(built, page).get("download_button")]
    assert buttons == [*(f"{title} (CSV)" for title in expected), "All as a workbook (Excel)"]
