"""Does the weekly page keep the week and the measure in its address, and fall back aloud?"""

from __future__ import annotations

import pytest

from tests.app.conftest import Open
from tests.app.reading import blocks, complaints
from tests.county import County
from tests.weeks_council import weeks_council


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> County:
    return weeks_council(tmp_path_factory.mktemp("weeks"))


def test_the_latest_week_is_shown_by_week(open_page: Open, council: County) -> None:
    app = open_page(council, "covid-19")
    assert not app.exception
    assert complaints(app) == ""
    assert "week ending 10 January 2021" in blocks(app)
    assert "added in the week; 310 to date" in blocks(app)


def test_week_53_can_be_picked(open_page: Open, council: County) -> None:
    app = open_page(council, "covid-19")
    assert app.selectbox(key="week").options == [
        "10 January 2021", "3 January 2021", "27 December 2020", "20 December 2020",
    ]  # fmt: skip
    app.selectbox(key="week").select("3 January 2021").run()
    assert "week ending 3 January 2021" in blocks(app)
    assert "total revised from 620 to 560" in blocks(app)


def test_a_link_opens_the_same_week_and_measure(open_page: Open, council: County) -> None:
    app = open_page(council, "covid-19", **{"week": "3 January 2021", "measure-as": "Cumulative"})
    assert complaints(app) == ""
    assert "week ending 3 January 2021" in blocks(app)
    assert "Running total" in blocks(app)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("week", "asks for the week “<i>soon</i>”, which there is not. The latest is shown."),
        ("measure-as", "asks for the measure as “<i>soon</i>”, which there is not."),
    ],
)
def test_a_bad_value_falls_back_and_says_so(
    open_page: Open, council: County, name: str, said: str
) -> None:
    app = open_page(council, "covid-19", **{name: "<i>soon</i>"})
    assert not app.exception
    assert said in complaints(app)
    assert "week ending 10 January 2021" in blocks(app)
    assert "added in the week" in blocks(app)


def test_a_directorate_narrows_the_sections(open_page: Open, council: County) -> None:
    html = blocks(open_page(council, "covid-19", directorate="Place"))
    assert "Crews absent" in html
    assert "Cases to date" not in html
    assert "measure?directorate=Place&amp;measure=crews-absent" in html


def test_an_earlier_month_ends_with_its_last_week(open_page: Open, built: County) -> None:
    app = open_page(built, "covid-19", period="July 2020")
    assert "week ending 26 July 2020" in blocks(app)


def test_choosing_an_earlier_month_leaves_a_week_that_is_not_offered(
    open_page: Open, built: County
) -> None:
    app = open_page(built, "covid-19")
    app.selectbox(key="week").select("27 September 2020").run()
    app.selectbox(key="period").select("July 2020").run()
    assert not app.exception
    assert "week ending 26 July 2020" in blocks(app)


def test_filters_that_leave_no_section_offer_to_clear_them(open_page: Open, built: County) -> None:
    app = open_page(built, "covid-19", directorate="Place")
    assert not app.exception
    assert "No measures match these filters" in blocks(app)


def test_its_tables_can_be_taken_away(open_page: Open, council: County) -> None:
    app = open_page(council, "covid-19")
    labels = [button.proto.label for button in app.get("download_button")]
    assert labels[:2] == ["Change in the week (CSV)", "Every week (CSV)"]
    assert labels[-1] == "All as a workbook (Excel)"
