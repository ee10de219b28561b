"""Does the matrix of variation and assurance follow its choices?"""

from __future__ import annotations

from tests.app.conftest import Open
from tests.app.reading import blocks, complaints
from tests.county import County


def test_a_level_in_the_address_narrows_the_matrix(open_page: Open, built: County) -> None:
    whole, service = (
        blocks(open_page(built, "variation", **one)) for one in ({}, {"level": "Service"})
    )
    assert "Missed bins" in whole and "Missed bins" in service
    assert "Household waste" in whole and "Household waste" not in service


def test_choosing_a_level_writes_the_address(open_page: Open, built: County) -> None:
    app = open_page(built, "variation")
    app.selectbox(key="chosen_level").set_value("Strategic").run()
    assert app.query_params["level"] == "Strategic"
    assert "Missed bins" not in blocks(app)


def test_an_unknown_cell_is_said_and_the_page_shown(open_page: Open, built: County) -> None:
    app = open_page(built, "variation", cell="worse-than-worse")
    assert not app.exception
    assert "which there is not" in complaints(app)
    assert "<h1>Variation and assurance</h1>" in blocks(app)


def test_the_matrix_can_be_taken_away(open_page: Open, built: County) -> None:
    app = open_page(built, "variation")
    assert [button.proto.label for button in app.get("download_button")] == [
        "Variation and assurance (CSV)", "All as a workbook (Excel)",
    ]  # fmt: skip
