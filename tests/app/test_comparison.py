"""Can a reader choose with whom a measure is compared?"""

from __future__ import annotations

import pytest

from tests.app.conftest import Open
from tests.app.reading import blocks, complaints
from tests.compared_council import compared_council
from tests.county import County


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> County:
    return compared_council(tmp_path_factory.mktemp("compared"))


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ({}, "joint 2nd best of 6 with Nearest neighbours"),
        ({"compare": "neighbours"}, "joint 2nd best of 6 with Nearest neighbours"),
        ({"compare": "england"}, "is better than England in August 2020"),
    ],
)
def test_each_set_has_its_address(
    open_page: Open, compared: County, address: dict[str, str], shown: str
) -> None:
    app = open_page(compared, "measure", measure="plans", **address)
    assert not app.exception
    assert '<p class="cmp-say">Smallshire Council ' in blocks(app)
    assert shown in blocks(app)


def test_the_choice_comes_into_the_address(open_page: Open, compared: County) -> None:
    app = open_page(compared, "measure", measure="plans")
    choice = app.selectbox(key="chosen_compare")
    assert list(choice.options) == ["Nearest neighbours", "England"]
    choice.select("england").run()
    assert app.query_params["compare"] == "england"
    assert "is better than England in August 2020" in blocks(app)


def test_an_unknown_set_is_named_and_the_usual_one_shown(open_page: Open, compared: County) -> None:
    app = open_page(compared, "measure", measure="plans", compare="wales")
    assert not app.exception
    assert "“wales”" in complaints(app)
    assert "with Nearest neighbours" in blocks(app)


def test_where_there_is_one_or_none_nothing_is_offered(open_page: Open, compared: County) -> None:
    for measure, said in (("limited", "is worse than England"), ("alone", "names no areas")):
        app = open_page(compared, "measure", measure=measure)
        assert not app.exception
        assert "chosen_compare" not in [one.key for one in app.selectbox]
        assert said in blocks(app)


def test_an_earlier_period_is_compared_as_it_was(open_page: Open, compared: County) -> None:
    app = open_page(compared, "measure", measure="plans", period="July 2020")
    assert not app.exception
    assert "2nd best of 6 with Nearest neighbours in June 2020" in blocks(app)
