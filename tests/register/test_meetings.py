"""Does a meeting keep what was put to it and what it decided?"""

from __future__ import annotations

from datetime import date

import pytest

from perfcore.access.person import NotAllowedError, Person
from perfcore.register.action import Known, Plan
from perfcore.register.audit import faults
from perfcore.register.connection import Register
from perfcore.register.contents import contents
from perfcore.register.errors import RefusedError
from perfcore.register.meetings import (
    Decision,
    Item,
    Meeting,
    close_meeting,
    decide,
    decide_on_action,
    items_decided,
    open_meeting,
    plan_meeting,
    subject_of,
)
from tests.people import A, B

KNOWN = Known("warehouse-0123456789ab.duckdb", date(2020, 10, 12))
DAY = date(2020, 10, 20)
BINS = Item("exception", "missed-bins off_target 2020-07", "missed-bins", "Missed bins", "Red")
ACTION = Item("action", "action 7", "", "Put the old rounds back", "Due 1 October 2020")
AGENDA = (BINS, ACTION)


def opened(register: Register) -> Meeting:
    plan_meeting(register, A, "slt", DAY)
    return open_meeting(register, A, 1, AGENDA, KNOWN)


def test_a_meeting_from_the_diary_to_its_record(register: Register) -> None:
    assert plan_meeting(register, A, "slt", DAY).state == "planned"
    found = open_meeting(register, A, 1, AGENDA, KNOWN)
    assert (found.state, found.agenda, found.known) == ("open", AGENDA, KNOWN)
    decide(register, A, 1, Decision(BINS.key, "noted"))
    decide(register, B, 1, Decision(BINS.key, "deferred", "No time", date(2020, 11, 20)))
    closed = close_meeting(register, A, 1)
    assert closed.state == "closed"
    kept = contents(register).meetings[1]
    assert (kept.state, kept.agenda, kept.known) == ("closed", AGENDA, KNOWN)
    assert [(one.kind, one.author) for one in kept.decisions] == [("noted", "A"), ("deferred", "B")]
    standing = kept.decided(BINS.key)
    assert standing is not None and standing.until == date(2020, 11, 20)
    assert kept.decided(ACTION.key) is None
    with register.reading() as connection:
        assert list(faults(connection)) == []


def test_a_closed_meeting_takes_nothing_more(register: Register) -> None:
    opened(register)
    close_meeting(register, A, 1)
    for again in (
        lambda: decide(register, A, 1, Decision(BINS.key, "noted")),
        lambda: close_meeting(register, A, 1),
        lambda: open_meeting(register, A, 1, (), KNOWN),
    ):
        with pytest.raises(RefusedError, match="it is closed"):
            again()


def test_of_two_who_open_it_the_second_is_told(register: Register) -> None:
    opened(register)
    with pytest.raises(RefusedError, match="has been opened already"):
        open_meeting(register, B, 1, (), KNOWN)
    with pytest.raises(RefusedError, match="already has a meeting"):
        plan_meeting(register, B, "slt", DAY)
    with pytest.raises(RefusedError, match="no meeting 2"):
        decide(register, A, 2, Decision(BINS.key, "noted"))


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (Decision("other off_target 2020-07", "noted"), "not on the meeting's agenda"),
        (Decision(BINS.key, "approved"), "no decision 'approved'"),
        (Decision(BINS.key, "deferred"), "name a day after"),
        (Decision(BINS.key, "deferred", until=DAY), "name a day after"),
        (Decision(BINS.key, "escalated"), "the other forum"),
        (Decision(BINS.key, "referred", forum="slt"), "the other forum"),
        (Decision(BINS.key, "more_wanted"), "what more is wanted"),
        (Decision(BINS.key, "noted", "x" * 4001), "there is room for 4,000"),
    ],
)
def test_a_decision_says_what_it_needs_to(
    register: Register, decision: Decision, said: str
) -> None:
    opened(register)
    with pytest.raises(RefusedError, match=said):
        decide(register, A, 1, decision)
    assert contents(register).meetings[1].decisions == ()


def test_an_action_that_a_meeting_agrees_is_added_with_the_decision(register: Register) -> None:
    opened(register)
    plan = Plan("A fourth crew", "Head of Waste", date(2020, 12, 1), ("missed-bins",))
    found = decide_on_action(register, A, 1, Decision(BINS.key, "action_added"), plan)
    (decision,) = found.decisions
    action = contents(register).actions[decision.action or 0]
    assert (action.plan.title, action.plan.meeting) == ("A fourth crew", 1)
    bad = Plan("", "Head of Waste", date(2020, 12, 1))
    with pytest.raises(RefusedError):
        decide_on_action(register, A, 1, Decision(BINS.key, "action_added"), bad)
    stands = contents(register)
    assert len(stands.meetings[1].decisions) == 1 and len(stands.actions) == 1


def test_only_who_holds_meetings_writes_in_them(register: Register) -> None:
    opened(register)
    reader = Person("R", frozenset({"reader", "contributor"}), frozenset({"missed-bins"}))
    for refused in (
        lambda: plan_meeting(register, reader, "slt", DAY),
        lambda: open_meeting(register, reader, 1, (), KNOWN),
        lambda: decide(register, reader, 1, Decision(BINS.key, "noted")),
        lambda: close_meeting(register, reader, 1),
    ):
        with pytest.raises(NotAllowedError, match="R may not hold a meeting"):
            refused()
    clerk = Person("C", frozenset({"clerk"}))
    assert decide(register, clerk, 1, Decision(BINS.key, "noted")).decisions[0].author == "C"


def test_what_was_decided_on_an_item_is_remembered_over_meetings(register: Register) -> None:
    opened(register)
    decide(register, A, 1, Decision(BINS.key, "deferred", until=date(2020, 11, 20)))
    close_meeting(register, A, 1)
    plan_meeting(register, A, "slt", date(2020, 11, 20))
    open_meeting(register, A, 2, AGENDA, KNOWN)
    decide(register, A, 2, Decision(BINS.key, "escalated", forum="cabinet"))
    found = items_decided(contents(register).meetings.values())
    assert [(meeting.id, one.kind) for meeting, one in found[BINS.key]] == [
        (1, "deferred"), (2, "escalated"),
    ]  # fmt: skip
    assert str(subject_of(BINS)) == BINS.key and subject_of(ACTION) is None
