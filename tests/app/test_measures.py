"""Can an analyst find measures while typing, and take the matches away?"""

from __future__ import annotations

import pytest

from tests.app.conftest import Open
from tests.app.reading import blocks
from tests.county import County


def test_search_stands_in_the_address(open_page: Open, built: County) -> None:
    app = open_page(built, "measures", q="bins")
    assert "One measure matches “bins”." in blocks(app)


def test_matches_come_while_the_reader_types(open_page: Open, built: County) -> None:
    app = open_page(built, "measures")
    assert "Ten measures." in blocks(app)
    box = app.text_input(key="q")
    assert box.proto.live_debounce_ms == 200
    box.set_value("bins").run()
    assert "One measure matches “bins”." in blocks(app)
    assert "Calls answered" not in blocks(app)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"status": "Off target"}, "Two measures are off target."),
        ({"level": "Strategic"}, "Two strategic measures."),
        (
            {"level": "Strategic and service", "status": "Off target", "directorate": "Place"},
            "Two strategic and service measures are off target.",
        ),
    ],
)
def test_links_from_other_pages_narrow_by_level_and_status(
    open_page: Open, built: County, address: dict[str, str], said: str
) -> None:
    assert said in blocks(open_page(built, "measures", **address))


def test_nothing_found_is_a_state_with_a_way_out(open_page: Open, built: County) -> None:
    app = open_page(built, "measures", q="nowhere", directorate="Place")
    assert not app.exception
    assert "No measures match “nowhere”" in blocks(app)
    assert 'href="measures?directorate=Place"' in blocks(app)
    assert not app.get("download_button")


def test_the_matches_can_be_taken_away(open_page: Open, built: County) -> None:
    app = open_page(built, "measures", q="bins")
    assert [button.proto.label for button in app.get("download_button")] == [
        "Measures (CSV)", "All as a workbook (Excel)",
    ]  # fmt: skip
