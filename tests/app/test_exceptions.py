"""Does the list of exceptions follow the forum that is chosen?"""

from __future__ import annotations

from tests.app.conftest import Open
from tests.app.reading import blocks, complaints
from tests.county import County


def test_a_forum_in_the_address_narrows_the_list(open_page: Open, built: County) -> None:
    whole = blocks(open_page(built, "exceptions"))
    assert "Missed bins" in whole and "Audit Committee" in whole
    for forum, has_heard in (("Audit Committee", True), ("Cabinet", False)):
        app = open_page(built, "exceptions", heard=forum)
        assert not app.exception
        assert ("Missed bins" in blocks(app)) is has_heard


def test_an_unknown_forum_is_said(open_page: Open, built: County) -> None:
    app = open_page(built, "exceptions", heard="The moon")
    assert not app.exception
    assert "which there is not" in complaints(app)


def test_the_measures_page_tells_its_exceptions(open_page: Open, built: County) -> None:
    html = blocks(open_page(built, "measure", measure="missed-bins"))
    assert "Open exceptions: 1" in html and "Explanation due by 19 Oct 2020" in html
    assert "Heard by Audit Committee (since " in html
