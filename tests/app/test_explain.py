"""Can an exception be explained, and is what was typed kept, and shown as text?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from perfcore.register.connection import open_register
from perfcore.register.explanations import Elements, Seen, Subject, Waypoint, submit, versions
from perfcore.ui import register as ui_register
from tests.app.conftest import Open
from tests.app.reading import blocks, complaints, press
from tests.county import County
from tests.people import anybody

BINS = Subject("missed-bins", "off_target", "2020-09")
KEY = f"explain_{BINS}"
NASTY = "<script>alert(1)</script> **bold** $x$"


def form(open_page: Open, own: County) -> AppTest:
    app = open_page(own, "measure", measure="missed-bins")
    return app.toggle(key="explain").set_value(True).run()


def fill(app: AppTest) -> None:
    app.text_area(key=f"{KEY}_why").set_value(NASTY)
    app.text_area(key=f"{KEY}_plan").set_value("A fourth crew")
    app.date_input(key=f"{KEY}_by_0").set_value(date(2020, 12, 31))
    app.number_input(key=f"{KEY}_value_0").set_value(98.5)


def kept(own: County) -> list[Elements]:
    register = open_register(own.out)
    found = [one.elements for one in versions(register, BINS)]
    register.close()
    return found


def test_a_complete_explanation_stands_on_the_page_and_in_the_list(
    open_page: Open, own: County
) -> None:
    app = form(open_page, own)
    assert "You write as: Single user." in app.caption[0].value
    assert app.text_input(key=f"{KEY}_officer").value == "Head of Waste"
    fill(app)
    app = press(app, "Submit explanation")
    assert not app.exception and complaints(app) == ""
    assert [one.value for one in app.success] == ["Submitted: version 1 stands."]
    (found,) = kept(own)
    assert found == Elements(
        NASTY, "A fourth crew", "Head of Waste", (Waypoint(date(2020, 12, 31), Decimal("98.5")),)
    )
    html = blocks(app)
    assert "Explained on " in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **bold** $x$" in html and "<script" not in html
    assert "by 31 Dec 2020" in html
    assert "Explained on " in blocks(open_page(own, "exceptions"))


def test_what_is_missing_is_named_and_what_was_typed_stays(open_page: Open, own: County) -> None:
    app = form(open_page, own)
    app.text_area(key=f"{KEY}_why").set_value("It rained")
    app = press(app, "Submit explanation")
    assert "Still missing: the action plan; the path to green" in complaints(app)
    assert app.text_area(key=f"{KEY}_why").value == "It rained"
    assert kept(own) == []


def test_a_draft_is_there_when_its_author_comes_back(open_page: Open, own: County) -> None:
    app = form(open_page, own)
    app.text_area(key=f"{KEY}_why").set_value("It rained")
    app = press(app, "Save as draft")
    assert [one.value for one in app.success] == ["Kept as your draft."]
    again = form(open_page, own)
    assert again.text_area(key=f"{KEY}_why").value == "It rained"
    assert "Explained on" not in blocks(again)


def test_the_second_of_two_is_told_and_both_texts_are_there(open_page: Open, own: County) -> None:
    app = form(open_page, own)
    fill(app)
    register = open_register(own.out)
    path = (Waypoint(date(2021, 1, 1), Decimal(9)),)
    theirs = Elements("They say", "Their plan", "Head of Bins", path)
    submit(register, anybody("Somebody"), BINS, theirs, Seen("2020-09", "build"))
    register.close()
    app = press(app, "Submit explanation")
    assert "Somebody has submitted version 1 in the meantime." in complaints(app)
    assert "Why: They say\nPlan: Their plan" in [one.value for one in app.text]
    assert app.text_area(key=f"{KEY}_why").value == NASTY
    app = press(app, "Submit explanation")
    assert [one.why for one in kept(own)] == ["They say", NASTY]


@pytest.mark.parametrize("address", ["0.0.0.0", "", "10.1.2.3", "example.org"])
def test_nothing_is_written_where_others_could_reach_it(
    open_page: Open, own: County, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr(
        ui_register.st, "get_option", lambda name: address if name == "server.address" else None
    )
    app = form(open_page, own)
    assert "takes nothing from a network" in complaints(app)
    assert not app.text_area


def test_a_register_that_cannot_be_read_leaves_the_figures(open_page: Open, own: County) -> None:
    (own.out / "register.sqlite").write_text("not a database at all" * 9, encoding="utf-8")
    app = open_page(own, "measure", measure="missed-bins")
    assert not app.exception
    assert "What people wrote cannot be shown." in complaints(app)
    assert "Missed bins" in blocks(app)


def test_the_form_begins_with_what_is_known(open_page: Open, own: County) -> None:
    app = form(open_page, own)
    known = [one.value for one in app.text]
    assert any("off target" in one.lower() for one in known)
    assert len(known) >= 2, "the status, and whether it is real"
