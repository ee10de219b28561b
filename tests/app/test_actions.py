"""Can an action be added, followed and closed, and is it found again?"""

from __future__ import annotations

from datetime import date

import pytest

from perfcore.register.action import Action, Known, Plan
from perfcore.register.actions import add_action
from perfcore.register.connection import open_register
from perfcore.register.contents import contents
from perfcore.register.explanations import Subject
from perfcore.store import open_current
from tests.app.conftest import Open
from tests.app.reading import blocks, complaints, press
from tests.county import County
from tests.people import A

KEY = "add_action_missed-bins_0"
NASTY = "<script>alert(1)</script> **bold** $x$"
BINS = Subject("missed-bins", "off_target", "2020-09")


def kept(own: County) -> dict[int, Action]:
    register = open_register(own.out)
    found = contents(register).actions
    register.close()
    return dict(found)


def added(own: County, *titles: str, due: date = date(2020, 11, 1)) -> None:
    known = Known(open_current(own.out).name, date(2020, 10, 12))
    register = open_register(own.out)
    for title in titles:
        plan = Plan(title, "Head of Waste", due, ("missed-bins",), BINS)
        add_action(register, A, plan, known)
    register.close()


def test_one_is_added_on_the_page_of_its_measure_and_stands_on_the_list(
    open_page: Open, own: County
) -> None:
    app = open_page(own, "measure", measure="missed-bins")
    app = app.toggle(key="add_action").set_value(True).run()
    app.text_input(key=f"{KEY}_title").set_value(NASTY)
    app.date_input(key=f"{KEY}_due").set_value(date(2020, 12, 31))
    assert app.selectbox(key=f"{KEY}_owner").value == "Head of Waste"
    app = press(app, "Add action")
    assert not app.exception and complaints(app) == ""
    assert [one.value for one in app.success] == ["The action is on the list."]
    (action,) = kept(own).values()
    assert (action.plan.title, action.plan.due) == (NASTY, date(2020, 12, 31))
    assert action.plan.subject is not None and action.plan.subject.measure == "missed-bins"
    html = blocks(open_page(own, "actions"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **bold** $x$" in html and "<script" not in html
    assert "1 action is open, none is overdue." in html


def test_what_is_missing_is_named_and_what_was_typed_stays(open_page: Open, own: County) -> None:
    app = open_page(own, "measure", measure="missed-bins")
    app = app.toggle(key="add_action").set_value(True).run()
    app.date_input(key=f"{KEY}_due").set_value(date(2021, 2, 1))
    app = press(app, "Add action")
    assert "Still missing: what is to be done" in complaints(app)
    assert app.date_input(key=f"{KEY}_due").value == date(2021, 2, 1)
    assert kept(own) == {}


def test_one_is_followed_to_its_end(open_page: Open, own: County) -> None:
    added(own, "Put the old rounds back")
    app = open_page(own, "actions", action="1")
    assert "Too early to say: no figure for a period that began since." in blocks(app)
    app.text_area(key="action_1_0_Report progress").set_value("Two of four")
    app = press(app, "Report progress")
    assert "Two of four" in blocks(app)
    app = app.button_group(key="action_1_what").set_value("Revise").run()
    app.date_input(key="action_1_1_due").set_value(date(2020, 12, 1))
    app.text_area(key="action_1_1_Revise").set_value("Snow")
    app = press(app, "Revise")
    assert "Put off once, first due 1 Nov 2020" in blocks(app)
    app = app.button_group(key="action_1_what").set_value("Close").run()
    app.text_area(key="action_1_2_Close").set_value("All four are back")
    app = press(app, "Close")
    assert not app.exception
    assert [one.value for one in app.success] == ["The action is closed."]
    assert kept(own)[1].state == "closed"
    assert "Closed: 1" in blocks(open_page(own, "actions"))


def test_somebody_else_was_first(open_page: Open, own: County) -> None:
    added(own, "Put the old rounds back")
    app = open_page(own, "actions", action="1")
    app = app.button_group(key="action_1_what").set_value("Close").run()
    app.text_area(key="action_1_0_Close").set_value("Mine")
    register = open_register(own.out)
    from perfcore.register.actions import report_progress

    report_progress(register, A, 1, "Theirs", Known("b", date(2020, 10, 12)))
    register.close()
    app = press(app, "Close")
    # the form was drawn from version 1; what the other did is told and shown, and nothing is lost
    assert "A has changed this action in the meantime: Theirs" in complaints(app)
    assert app.text_area(key="action_1_0_Close").value == "Mine"
    app = press(app, "Close")
    assert kept(own)[1].state == "closed"


def test_the_list_is_narrowed_and_shown_as_a_board(open_page: Open, own: County) -> None:
    added(own, "One", "Two")
    html = blocks(open_page(own, "actions", owner="Head of Waste", shown="board"))
    assert 'class="board"' in html and "Due within 30 days: 2" in html
    nothing = blocks(open_page(own, "actions", directorate="People & families"))
    assert "No action is open." in nothing and "There is no such action" in nothing


@pytest.mark.parametrize("number", ["2", "x", "-1", "١", "1" * 30])
def test_an_unknown_action_is_named_with_a_way_back(
    open_page: Open, own: County, number: str
) -> None:
    app = open_page(own, "actions", action=number)
    assert not app.exception
    assert f"There is no action “{number}”" in complaints(app)
