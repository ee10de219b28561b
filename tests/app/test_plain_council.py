"""What do the pages of a council without portfolios, quadrants, priorities or weeks say?"""

from __future__ import annotations

import pytest

from perfcore.engine.build import build
from tests.app.conftest import Open
from tests.app.reading import blocks, complaints
from tests.county import County, county

FRAMEWORK = """\
version: 1
organisation: {name: Plainshire Council, code: E06000000, as_at: 2020-10-12}
directorates: {place: {name: Place}}
services: {waste: {name: Waste, directorate: place}}
measures:
  missed-bins:
    name: Missed bins
    level: operational
    service: waste
    unit: count
    frequency: month
    good: low
    owner: Head of Waste
"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> County:
    council = county(tmp_path_factory.mktemp("plain"))
    council.framework.write_text(FRAMEWORK, encoding="utf-8")
    build(council.framework, council.data, council.out)
    return council


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("overview", "This framework has no strategic or service measures."),
        ("scorecard", "This framework puts no measures on a balanced scorecard."),
        ("council-plan", "This framework puts no measures under council plan priorities."),
        ("covid-19", "This framework has no weekly Covid-19 sections."),
    ],
)
def test_a_page_without_measures_says_why(
    open_page: Open, plain: County, page: str, said: str
) -> None:
    html = blocks(open_page(plain, page))
    assert said in html
    assert "Clear the filters" not in html


def test_portfolios_are_not_asked_for_where_there_are_none(open_page: Open, plain: County) -> None:
    app = open_page(plain)
    assert "Portfolio" not in [one.label for one in app.selectbox]


def test_a_portfolio_of_another_council_is_refused_once(open_page: Open, plain: County) -> None:
    app = open_page(plain, portfolio="Housing")
    assert "“Housing”, which there is not" in complaints(app)
    assert complaints(app.run()) == ""
