"""Can a forum's meeting be planned, opened, decided in and closed, and does its record stay?"""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from perfcore.present import meetings as present
from perfcore.register.connection import open_register
from perfcore.register.contents import contents
from perfcore.register.meetings import Meeting
from tests.app.conftest import Open
from tests.app.reading import blocks, complaints, press
from tests.county import County

PLAN = "plan_meeting_0"
NASTY = "<script>alert(1)</script> **bold**"


def kept(own: County) -> dict[int, Meeting]:
    register = open_register(own.out)
    found = contents(register).meetings
    register.close()
    return dict(found)


def opened(open_page: Open, own: County, forum: str = "audit") -> AppTest:
    app = open_page(own, "meetings")
    app.selectbox(key=f"{PLAN}_forum").set_value(forum)
    app.date_input(key=f"{PLAN}_day").set_value(date(2020, 10, 20))
    app = press(app, "Put in the diary")
    assert "The meeting is in the diary." in [one.value for one in app.success]
    return press(open_page(own, "meetings", held="1"), "Open the meeting")


def test_a_meeting_is_led_to_its_record(open_page: Open, own: County) -> None:
    app = opened(open_page, own)
    assert not app.exception and complaints(app) == ""
    agenda = kept(own)[1].agenda
    assert agenda, "the forum has something to speak of"
    app = open_page(own, "meeting", held="1", item=agenda[0].measure)
    assert "On the agenda" in blocks(app)
    assert 'data-shortcut="d"' in blocks(app)
    app = open_page(own, "meeting", held="1", item=agenda[0].measure, decide="1")
    app.selectbox(key="decide_1_0_kind").set_value("deferred").run()
    app.text_area(key="decide_1_0_note").set_value(NASTY)
    app = press(app, "Record decision")
    assert not app.exception
    (decision,) = kept(own)[1].decisions
    assert (decision.kind, decision.note, decision.item) == ("deferred", NASTY, agenda[0].key)
    html = blocks(open_page(own, "meetings", held="1"))
    assert "&lt;script&gt;" in html and "<script" not in html
    app = press(open_page(own, "meetings", held="1"), "Close it")
    meeting = kept(own)[1]
    assert meeting.state == "closed"
    assert "Held" in blocks(app)
    record = present.record(meeting, "County", {"audit": "Audit Committee"})
    assert "Record of the meeting of 20 October 2020" in record and "<script" not in record
    assert str(meeting.known.build if meeting.known else "") in record


def test_what_was_deferred_is_put_to_the_meeting_of_its_day(open_page: Open, own: County) -> None:
    from perfcore.register.meetings import Decision, close_meeting, decide
    from perfcore.store import open_current
    from perfcore.views.agenda import agenda
    from tests.people import A

    opened(open_page, own)
    register = open_register(own.out)
    first, second = kept(own)[1].agenda[:2]
    decide(register, A, 1, Decision(first.key, "deferred", "", date(2020, 11, 20)))
    decide(register, A, 1, Decision(second.key, "escalated", "Too long", forum="cabinet"))
    close_meeting(register, A, 1)
    said = contents(register)
    store = open_current(own.out)

    def sections(forum: str, day: date) -> dict[str, str]:
        return {one.key: one.section for one in agenda(store, said, forum, day, frozenset())}

    assert first.key not in sections("audit", date(2020, 11, 19))
    assert sections("audit", date(2020, 11, 20))[first.key] == "deferred"
    assert sections("cabinet", date(2020, 11, 1))[second.key] == "sent"
    register.close()
    store.close()


def test_an_action_is_agreed(open_page: Open, own: County) -> None:
    app = opened(open_page, own)
    app = app.toggle(key="hold_1_decides").set_value(True).run()
    app = app.selectbox(key="decide_1_0_kind").set_value("action_added").run()
    app.text_input(key="decide_1_0_title").set_value("A fourth crew")
    app.selectbox(key="decide_1_0_owner").set_value("Head of Waste")
    app = press(app, "Record decision")
    assert not app.exception and complaints(app) == ""
    register = open_register(own.out)
    (action,) = contents(register).actions.values()
    register.close()
    assert (action.plan.title, action.plan.meeting) == ("A fourth crew", 1)
    assert "Agreed at" in blocks(open_page(own, "actions", action="1"))


def test_a_decision_that_lacks_something_is_not_recorded(open_page: Open, own: County) -> None:
    app = opened(open_page, own)
    app = app.toggle(key="hold_1_decides").set_value(True).run()
    app = app.selectbox(key="decide_1_0_kind").set_value("more_wanted").run()
    app = press(app, "Record decision")
    assert "Still missing: what more is wanted" in complaints(app)
    assert kept(own)[1].decisions == ()


@pytest.mark.parametrize("number", ["7", "x", "٣", "9" * 30])
def test_an_unknown_meeting_is_named_with_a_way_back(
    open_page: Open, own: County, number: str
) -> None:
    for page in ("meetings", "meeting"):
        app = open_page(own, page, held=number)
        assert not app.exception
        assert number in complaints(app)


def test_the_diary_is_empty_before_anybody_planned(open_page: Open, own: County) -> None:
    assert "No meeting is in the diary." in blocks(open_page(own, "meetings"))
