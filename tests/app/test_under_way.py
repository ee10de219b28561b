"""What becomes of what somebody types while the ground moves under them?"""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from perfcore.engine.build import build
from perfcore.register.connection import open_register
from perfcore.register.errors import RegisterError
from perfcore.register.explanations import Subject, versions
from perfcore.store import open_current
from perfcore.ui import explain_form
from tests.app.conftest import Open
from tests.app.reading import blocks, complaints, press
from tests.county import FRAMEWORK, County

BINS = Subject("missed-bins", "off_target", "2020-09")
KEY = f"explain_{BINS}"
RETIRED = "  missed-bins:\n    retired: {from: 2020-09, reason: Counted otherwise}\n"


def typed(open_page: Open, own: County) -> AppTest:
    app = open_page(own, "measure", measure="missed-bins")
    app = app.toggle(key="explain").set_value(True).run()
    app.text_area(key=f"{KEY}_why").set_value("It rained")
    app.text_area(key=f"{KEY}_plan").set_value("A fourth crew")
    app.date_input(key=f"{KEY}_by_0").set_value(date(2020, 12, 31))
    app.number_input(key=f"{KEY}_value_0").set_value(98.5)
    return app


def submitted(own: County) -> list[str]:
    register = open_register(own.out)
    found = [one.elements.why for one in versions(register, BINS)]
    register.close()
    return found


def test_a_warehouse_that_is_rebuilt_under_an_open_form(open_page: Open, own: County) -> None:
    app = typed(open_page, own)
    before = open_current(own.out).name
    log = own.data / "observations" / "more.csv"
    log.write_text("measure,period,value\nmissed-bins,2020-08,99\n", encoding="utf-8")
    build(own.framework, own.data, own.out)
    assert open_current(own.out).name != before
    app = press(app, "Submit explanation")
    assert not app.exception
    assert [one.value for one in app.success] == ["Submitted: version 1 stands."]
    assert submitted(own) == ["It rained"]
    register = open_register(own.out)
    assert versions(register, BINS)[0].build == before, "what its author had before them"
    register.close()


def test_a_measure_that_is_retired_while_its_exception_is_open(
    open_page: Open, own: County
) -> None:
    app = typed(open_page, own)
    own.framework.write_text(FRAMEWORK.replace("  missed-bins:\n", RETIRED), encoding="utf-8")
    build(own.framework, own.data, own.out)
    app = press(app, "Submit explanation")
    assert not app.exception
    assert submitted(own) == ["It rained"], "what was typed is kept"
    assert "Off target since Sep 2020 (1 month)" in blocks(app)
    assert "no longer measured" in blocks(app)


def test_a_measure_that_is_gone_while_somebody_writes(open_page: Open, own: County) -> None:
    app = typed(open_page, own)
    renamed = FRAMEWORK.replace("missed-bins", "bins-missed")
    own.framework.write_text(renamed, encoding="utf-8")
    build(own.framework, own.data, own.out)
    app = press(app, "Submit explanation")
    assert not app.exception
    assert submitted(own) == ["It rained"], "what was typed is kept"
    assert "missed-bins" in complaints(app)


def test_a_register_that_cannot_be_written_keeps_what_was_typed(
    open_page: Open, own: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = typed(open_page, own)

    def gone() -> None:
        raise RegisterError("The register cannot be used (database or disk is full).")

    monkeypatch.setattr(explain_form, "writing", gone)
    app = press(app, "Submit explanation")
    assert "disk is full" in complaints(app)
    monkeypatch.undo()
    for name, value in own.environment.items():
        monkeypatch.setenv(name, value)
    app = app.run()
    assert app.text_area(key=f"{KEY}_why").value == "It rained"
    app = press(app, "Submit explanation")
    assert submitted(own) == ["It rained"]


@pytest.mark.parametrize(
    ("page", "address"), [("actions", {}), ("meetings", {}), ("meeting", {"held": "1"})]
)
def test_what_cannot_be_read_is_not_called_nothing(
    open_page: Open, own: County, page: str, address: dict[str, str]
) -> None:
    (own.out / "register.sqlite").write_text("not a database", encoding="utf-8")
    app = open_page(own, page, **address)
    assert not app.exception
    assert "The register cannot be used" in complaints(app)
    assert "No action" not in blocks(app) and "No meeting" not in blocks(app)


def test_figures_are_shown_beside_a_register_that_cannot_be_read(
    open_page: Open, own: County
) -> None:
    (own.out / "register.sqlite").write_text("not a database", encoding="utf-8")
    app = open_page(own, "exceptions")
    assert "What people wrote cannot be shown." in complaints(app)
    assert "are where they were" in complaints(app)
    assert "Missed bins" in blocks(app)
