"""What is on a forum's agenda, worked by hand?

The council has two exceptions that the Audit Committee has heard of (missed bins and recycling,
both off target since September 2020), figures missing that only a directorate would hear of, and
calls answered exceptionally well, which the framework sends to the Audit Committee too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from perfcore.present import agenda_words
from perfcore.register.action import Known, Plan
from perfcore.register.actions import add_action, close
from perfcore.register.connection import Register, open_register
from perfcore.register.contents import contents
from perfcore.register.explanations import Seen, Subject, submit
from perfcore.register.meetings import (
    Decision,
    close_meeting,
    decide,
    open_meeting,
    plan_meeting,
)
from perfcore.store import Store
from perfcore.views.agenda import agenda, as_seen, measures_on
from tests.county import FRAMEWORK, county
from tests.people import A
from tests.register.test_explanations import WHOLE

BINS = Subject("missed-bins", "off_target", "2020-09")
RECYCLING = Subject("recycling", "off_target", "2020-09")
CALLS = "calls-answered exceptional 2020-09"
APPEALS = "appeals no_data 2020-04"
FIRST, SECOND = date(2020, 10, 20), date(2020, 11, 20)
NAMED = {"audit": "Audit Committee", "cabinet": "Cabinet"}
RULES = """\
escalation:
  - {when: {status: red}, to: audit}
  - {when: {status: exceptional}, to: audit, as: celebrate}
exceptions: {unexplained_to: cabinet}
"""
KNOWN = Known("warehouse-0123456789ab.duckdb", date(2020, 10, 12))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = county_with(RULES, tmp_path_factory.mktemp("county"))
    yield opened
    opened.close()


def county_with(rules: str, folder: Path) -> Store:
    """The council under other rules of escalation."""
    framework = FRAMEWORK.replace("escalation:\n  - {when: {status: red}, to: audit}\n", rules)
    assert framework != FRAMEWORK
    return county(folder, framework=framework).open()


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    opened = open_register(tmp_path)
    yield opened
    opened.close()


def drawn(
    store: Store, register: Register, forum: str = "audit", day: date = FIRST, hidden: str = ""
) -> dict[str, str]:
    said = contents(register)
    found = agenda(store, said, forum, day, frozenset({hidden} - {""}))
    assert len({one.key for one in found}) == len(found), "each item stands once"
    return {one.key: one.section for one in found}


def held(store: Store, register: Register, forum: str, day: date, *decisions: Decision) -> None:
    meeting = plan_meeting(register, A, forum, day)
    items = agenda_words.items(agenda(store, contents(register), forum, day, frozenset()), NAMED)
    open_meeting(register, A, meeting.id, items, KNOWN)
    for one in decisions:
        decide(register, A, meeting.id, one)
    close_meeting(register, A, meeting.id)


def test_the_first_meeting(store: Store, register: Register) -> None:
    assert drawn(store, register) == {
        str(RECYCLING): "exception",
        str(BINS): "exception",
        CALLS: "celebration",
    }


def test_an_exception_is_followed_at_every_meeting(store: Store, register: Register) -> None:
    held(store, register, "audit", FIRST, Decision(str(BINS), "accepted"))
    assert drawn(store, register, day=SECOND)[str(BINS)] == "exception"


def test_a_celebration_that_was_noted_is_not_put_again(store: Store, register: Register) -> None:
    held(store, register, "audit", FIRST, Decision(CALLS, "noted", "Well done"))
    assert CALLS not in drawn(store, register, day=SECOND)


def test_what_was_deferred_comes_on_its_day_and_not_before(
    store: Store, register: Register
) -> None:
    held(store, register, "audit", FIRST, Decision(str(BINS), "deferred", until=SECOND))
    assert str(BINS) not in drawn(store, register, day=date(2020, 11, 19))
    assert drawn(store, register, day=SECOND)[str(BINS)] == "deferred"
    held(store, register, "audit", SECOND, Decision(str(BINS), "noted"))
    assert drawn(store, register, day=date(2020, 12, 20))[str(BINS)] == "exception"


@pytest.mark.parametrize("kind", ["escalated", "referred"])
def test_what_one_forum_sends_another_hears(store: Store, register: Register, kind: str) -> None:
    held(store, register, "audit", FIRST, Decision(str(BINS), kind, forum="cabinet"))
    assert drawn(store, register, "cabinet", SECOND)[str(BINS)] == "sent"
    assert drawn(store, register, "audit", SECOND)[str(BINS)] == "exception"


def test_a_decision_counts_once_the_meeting_is_closed(store: Store, register: Register) -> None:
    meeting = plan_meeting(register, A, "audit", FIRST)
    items = agenda_words.items(agenda(store, contents(register), "audit", FIRST, frozenset()), {})
    open_meeting(register, A, meeting.id, items, KNOWN)
    decide(register, A, meeting.id, Decision(str(BINS), "escalated", forum="cabinet"))
    assert str(BINS) not in drawn(store, register, "cabinet")
    close_meeting(register, A, meeting.id)
    assert drawn(store, register, "cabinet")[str(BINS)] == "sent"


def test_an_overdue_explanation_is_heard_by_the_forum_that_chases(
    store: Store, register: Register
) -> None:
    # missing since April, known from May: due long ago. Those of September have until 19 October.
    assert drawn(store, register, "cabinet")[APPEALS] == "awaiting"
    assert str(BINS) not in drawn(store, register, "cabinet")
    appeals = Subject(*APPEALS.split())
    submit(register, A, appeals, WHOLE, Seen("", "b"))
    assert APPEALS not in drawn(store, register, "cabinet")


def test_an_action_is_due_where_it_was_agreed_or_its_exception_is_heard(
    store: Store, register: Register
) -> None:
    about = Plan("Crew", "Head of Waste", FIRST, ("missed-bins",), BINS)
    add_action(register, A, about, KNOWN)
    later = Plan("Later", "Head of Waste", SECOND, ("missed-bins",), BINS)
    add_action(register, A, later, KNOWN)
    add_action(register, A, Plan("Elsewhere", "Head of Homes", FIRST), KNOWN)
    assert drawn(store, register)["action 1"] == "action"
    assert {"action 2", "action 3"}.isdisjoint(drawn(store, register))
    assert drawn(store, register, day=SECOND)["action 2"] == "action"
    assert "action 1" not in drawn(store, register, "cabinet")
    assert "action 1" not in drawn(store, register, hidden="missed-bins")
    close(register, A, 1, 1, "Done", KNOWN)
    assert "action 1" not in drawn(store, register)


def test_what_closed_since_the_last_meeting_is_told_once(
    register: Register, tmp_path: Path
) -> None:
    # no figure came for the weeks 30 to 35; on 20 August that was open, and now it is over
    rules = "escalation:\n  - {when: {status: no_data}, to: audit, as: data}\n"
    store = county_with(rules, tmp_path)
    pupils = "pupils-attending no_data 2020-W30"
    assert pupils not in drawn(store, register)
    meeting = plan_meeting(register, A, "audit", date(2020, 8, 21))
    open_meeting(register, A, meeting.id, (), Known("earlier", date(2020, 8, 20)))
    close_meeting(register, A, meeting.id)
    assert drawn(store, register)[pupils] == "changed"
    held(store, register, "audit", FIRST)
    assert pupils not in drawn(store, register, day=SECOND)
    store.close()


def test_what_opened_since_the_last_meeting_is_called_new(store: Store, register: Register) -> None:
    def new(forum: str) -> set[str]:
        found = agenda(store, contents(register), forum, FIRST, frozenset())
        said = {one.key: one.facts for one in agenda_words.items(found, NAMED)}
        return {key for key, facts in said.items() if facts.startswith("New since")}

    assert new("audit") == set(), "before its first meeting nothing is new"
    meeting = plan_meeting(register, A, "audit", date(2020, 9, 21))
    open_meeting(register, A, meeting.id, (), Known("earlier", date(2020, 9, 20)))
    close_meeting(register, A, meeting.id)
    assert new("audit") == {str(BINS), str(RECYCLING), CALLS}
    assert APPEALS not in new("cabinet")


def test_what_a_meeting_kept_is_shown_without_what_a_reader_may_not_see(
    store: Store, register: Register
) -> None:
    held(store, register, "audit", FIRST, Decision(str(BINS), "noted"))
    meeting = contents(register).meetings[1]
    seen = as_seen(meeting, frozenset({"missed-bins"}))
    assert len(seen.agenda) == len(meeting.agenda) - 1 and seen.decisions == ()
    assert [one.measure for one in measures_on(seen.agenda)] == ["recycling", "calls-answered"]


def test_each_item_says_what_is_known_of_it(store: Store, register: Register) -> None:
    submit(register, A, BINS, WHOLE, Seen("2020-09", "b"))
    held(store, register, "audit", FIRST, Decision(str(BINS), "more_wanted", "Which rounds?"))
    found = agenda(store, contents(register), "audit", SECOND, frozenset())
    (item,) = [one for one in agenda_words.items(found, NAMED) if one.key == str(BINS)]
    for said in (
        "Off target since Sep 2020 (1 month), with Audit Committee.",
        "Explained by Head of Waste: Three rounds were redrawn on 29 June.",
        "Audit Committee, 20 October 2020: More wanted. Which rounds?",
    ):
        assert said in item.facts
