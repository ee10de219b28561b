"""Does a measure's page open from any address, and lead to any other measure?"""

from __future__ import annotations

import pytest

from perfcore.ui import measure_picker
from tests.app.conftest import Open
from tests.app.reading import blocks, complaints
from tests.county import County


def test_a_measure_comes_with_a_chart_in_words_and_its_tables_and_images(
    open_page: Open, built: County
) -> None:
    app = open_page(built, "measure", measure="missed-bins")
    assert not app.exception
    (chart,) = app.get("vega_lite_chart")
    assert "Line chart of Missed bins" in str(chart.proto)
    assert [button.proto.label for button in app.get("download_button")] == [
        "Chart (PNG)", "Chart (SVG)", "History (CSV)", "Restated (CSV)", "Targets (CSV)",
        "Drivers (CSV)", "Events (CSV)", "All as a workbook (Excel)",
    ]  # fmt: skip


def test_a_measure_without_figures_offers_no_chart(open_page: Open, built: County) -> None:
    app = open_page(built, "measure", measure="appeals")
    assert not app.exception
    assert not app.get("vega_lite_chart")
    assert "Never supplied." in blocks(app)
    assert "Chart (PNG)" not in [button.proto.label for button in app.get("download_button")]


def test_another_measure_is_chosen_by_its_name_and_stands_in_the_address_by_its_id(
    open_page: Open, built: County
) -> None:
    app = open_page(built, "measure", measure="missed-bins", directorate="Place")
    picker = app.selectbox(key="perfcore_picked")
    assert picker.value == "missed-bins"
    picker.select("recycling").run()
    assert app.query_params["measure"] == "recycling"
    assert "<h1>Household waste &lt;recycled&gt;</h1>" in blocks(app)
    assert "directorate=Place&amp;measure=" in blocks(app)


def test_the_picker_follows_the_address(open_page: Open, built: County) -> None:
    app = open_page(built, "measure", measure="missed-bins")
    app.query_params["measure"] = "recycling"
    app.run()
    assert app.selectbox(key="perfcore_picked").value == "recycling"
    assert "<h1>Household waste &lt;recycled&gt;</h1>" in blocks(app)


@pytest.mark.parametrize("address", [{}, {"measure": "missed-bin"}])
def test_without_a_measure_one_can_be_chosen(
    open_page: Open, built: County, address: dict[str, str]
) -> None:
    app = open_page(built, "measure", **address)
    assert not app.exception
    assert complaints(app) != ""
    app.selectbox(key="perfcore_picked").select("missed-bins").run()
    assert "<h1>Missed bins</h1>" in blocks(app)
    assert complaints(app) == ""


def test_of_very_many_measures_the_search_is_offered(
    open_page: Open, built: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure_picker, "MOST_OFFERED", 3)
    app = open_page(built, "measure", measure="missed-bins")
    assert not app.exception
    assert "perfcore_picked" not in [one.key for one in app.selectbox]
    assert "Find another measure" in [one.proto.label for one in app.get("page_link")]
