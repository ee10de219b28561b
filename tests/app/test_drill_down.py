"""Does the drill-down keep to what its address says, and say what it cannot show?"""

from __future__ import annotations

import pytest

from tests.app.conftest import Open
from tests.app.reading import blocks, complaints
from tests.county import County
from tests.wards import wards

PAGE = "drill-down"


@pytest.fixture(scope="module")
def built_wards(tmp_path_factory: pytest.TempPathFactory) -> County:
    return wards(tmp_path_factory.mktemp("wards"))


def test_a_link_opens_tree_breakdown_and_downloads(open_page: Open, built_wards: County) -> None:
    app = open_page(built_wards, PAGE, measure="recycling")
    assert not app.exception
    assert complaints(app) == ""
    assert "By ward: South is furthest from target" in blocks(app)
    assert [one.proto.label for one in app.get("download_button")] == [
        "What drives it (CSV)", "By ward (CSV)", "All as a workbook (Excel)",
    ]  # fmt: skip


def test_every_choice_in_the_address_is_kept(open_page: Open, built_wards: County) -> None:
    address = {"measure": "recycling", "split": "Team", "versus": "Last year"}
    app = open_page(built_wards, PAGE, **address)
    html = blocks(app)
    assert "By team: Red is furthest from target" in html
    assert "Sep 2019" in html
    assert "measure=centres&amp;path=recycling&amp;split=Team&amp;versus=Last+year" in html


def test_a_map_is_shown_when_asked_for(open_page: Open, built_wards: County) -> None:
    app = open_page(built_wards, PAGE, measure="recycling", **{"as": "Map"})
    assert not app.exception
    assert "hexmap" in blocks(app)


def test_choosing_another_breakdown_shows_it(open_page: Open, built_wards: County) -> None:
    app = open_page(built_wards, PAGE, measure="recycling")
    app.selectbox(key="split").select("Team").run()
    assert "By team" in blocks(app)
    assert "hexmap" not in blocks(app)


def test_the_path_in_the_address_is_the_path_shown(open_page: Open, built_wards: County) -> None:
    app = open_page(built_wards, PAGE, measure="fly-tips", path="street-cleaning")
    assert complaints(app) == ""
    assert "Streets cleaned</a></li>" in blocks(app)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"split": "planet"}, "to split by “planet”"),
        ({"versus": "never"}, "to compare with “never”"),
        ({"as": "globe"}, "to show it as “globe”"),
        ({"path": "centres.nothing"}, "The path in the address does not lead to this measure."),
    ],
)
def test_what_there_is_not_falls_back_and_is_said(
    open_page: Open, built_wards: County, address: dict[str, str], said: str
) -> None:
    app = open_page(built_wards, PAGE, measure="recycling", **address)
    assert not app.exception
    assert said in complaints(app)
    assert "By ward: South is furthest from target" in blocks(app)


def test_a_yearly_measure_is_not_asked_what_to_compare_with(
    open_page: Open, built_wards: County
) -> None:
    app = open_page(built_wards, PAGE, measure="yearly")
    assert not app.exception
    assert "versus" not in [one.key for one in app.selectbox]


def test_a_measure_without_figures_or_drivers_has_a_page(
    open_page: Open, built_wards: County
) -> None:
    app = open_page(built_wards, PAGE, measure="alone")
    assert not app.exception
    assert "No drivers are named for it" in blocks(app)
    assert "no figures of this measure by place" in blocks(app)


def test_an_earlier_period_shows_the_breakdown_as_it_was(
    open_page: Open, built_wards: County
) -> None:
    html = blocks(open_page(built_wards, PAGE, measure="recycling", period="August 2020"))
    assert "August 2020" in html
    assert "By ward: West is furthest from target" in html


def test_without_a_measure_the_page_says_where_to_start(
    open_page: Open, built_wards: County
) -> None:
    html = blocks(open_page(built_wards, PAGE))
    assert "Start from one of these" in html
    assert 'href="drill-down?measure=recycling"' in html


def test_a_council_without_trees_is_told_so(open_page: Open, built: County) -> None:
    html = blocks(open_page(built, PAGE, directorate="People & families"))
    assert "No strategic measure here" in html
    assert "Clear the filters" in html


@pytest.mark.parametrize("versus", ["Previous period", "Last year", "Target"])
@pytest.mark.parametrize("split", ["Ward", "Team", "Parts"])
def test_every_comparison_is_taken_apart_or_refused_in_words(
    open_page: Open, built_wards: County, split: str, versus: str
) -> None:
    app = open_page(built_wards, PAGE, measure="recycling", split=split, versus=versus)
    assert not app.exception
    assert complaints(app) == ""
    html = blocks(app)
    apart = 'class="wf"' in html
    assert apart != ("It cannot be taken apart: " in html)
    assert apart == (versus == "Target" and split != "Ward")
    assert "nan" not in html.split('class="wf"')[-1].split("</svg>")[0].lower()


def test_what_if_says_what_the_whole_comes_to(open_page: Open, built_wards: County) -> None:
    app = open_page(built_wards, PAGE, measure="recycling", split="Team", versus="Target")
    assert "Nothing is saved" not in blocks(app)
    app.multiselect(key="what_if").select("Red").run()
    assert "The council would be at 58.0% as it is now: within tolerance." in blocks(app)
    app.number_input(key="what_if_Red").set_value(98.0).run()
    assert not app.exception
    # 40 more of the council's 580 of 1,000
    assert "The council would be at 62.0%, not 58.0%: on target." in blocks(app)
    assert "Nothing is saved" in blocks(app)
