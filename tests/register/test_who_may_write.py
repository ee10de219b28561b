"""Does every function that writes refuse every role that may not, and leave nothing behind?

The table is written by hand from docs/operations.md; somebody without a role is among the roles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from perfcore.access.person import EVERYTHING, NotAllowedError, Person
from perfcore.register import actions, meetings
from perfcore.register.audit import latest_changes, record_view_as
from perfcore.register.connection import Register, open_register
from perfcore.register.contents import contents
from perfcore.register.explanations import save_draft, submit
from perfcore.register.meetings import Decision
from tests.people import A
from tests.register.test_actions import KNOWN, PLAN
from tests.register.test_explanations import BINS, SEEN, WHOLE
from tests.register.test_meetings import AGENDA
from tests.register.test_meetings import BINS as ITEM

OWN = frozenset({"missed-bins", "complaints"})
NEXT = date(2021, 1, 20)
Write = Callable[[Register, Person], object]
WRITES: dict[str, Write] = {
    "save_draft": lambda r, who: save_draft(r, who, BINS, WHOLE, SEEN),
    "submit": lambda r, who: submit(r, who, BINS, WHOLE, SEEN),
    "add_action": lambda r, who: actions.add_action(r, who, PLAN, KNOWN),
    "report_progress": lambda r, who: actions.report_progress(r, who, 1, "Half", KNOWN),
    "revise": lambda r, who: actions.revise(r, who, 1, 1, (NEXT, "Head"), "Snow", KNOWN),
    "close": lambda r, who: actions.close(r, who, 1, 1, "Done", KNOWN),
    "remove": lambda r, who: actions.remove(r, who, 1, 1, "No more", KNOWN),
    "plan_meeting": lambda r, who: meetings.plan_meeting(r, who, "slt", NEXT),
    "open_meeting": lambda r, who: meetings.open_meeting(r, who, 2, AGENDA, KNOWN),
    "decide": lambda r, who: meetings.decide(r, who, 1, Decision(ITEM.key, "noted")),
    "decide_on_action": lambda r, who: meetings.decide_on_action(
        r, who, 1, Decision(ITEM.key, "action_added"), PLAN
    ),
    "close_meeting": lambda r, who: meetings.close_meeting(r, who, 1),
    "record_view_as": lambda r, who: record_view_as(r, who, "somebody"),
}
EXPLAIN_AND_ACT = {"save_draft", "submit", "add_action", "report_progress", "revise", "close"}
MEET = {"plan_meeting", "open_meeting", "decide", "decide_on_action", "close_meeting"}
MAY: dict[str, set[str]] = {
    "nobody": set(),
    "reader": set(),
    "contributor": EXPLAIN_AND_ACT,
    "another contributor": set(),
    "performance": set(WRITES),
    "clerk": MEET,
    "restricted": set(),
    "administrator": set(WRITES),
    "performance, viewing as another": {"record_view_as"},
    "performance, to whom it is hidden": (
        MEET - {"decide", "decide_on_action"} | {"record_view_as"}
    ),
}


def somebody(role: str) -> Person:
    match role:
        case "nobody":
            return Person("x")
        case "contributor":
            return Person("x", frozenset({"contributor"}), OWN)
        case "another contributor":
            return Person("x", frozenset({"contributor"}), frozenset({"visits"}))
        case "performance, viewing as another":
            return Person("x", frozenset({"performance"}), viewed_by="y")
        case "performance, to whom it is hidden":
            return Person("x", EVERYTHING - {"restricted"}, hidden=OWN)
        case _:
            return Person("x", frozenset({role}))  # type: ignore[arg-type]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A register with an action, a meeting that is open and one that is planned."""
    opened = open_register(tmp_path)
    actions.add_action(opened, A, PLAN, KNOWN)
    meetings.plan_meeting(opened, A, "slt", date(2020, 10, 20))
    meetings.open_meeting(opened, A, 1, AGENDA, KNOWN)
    meetings.plan_meeting(opened, A, "slt", date(2020, 11, 20))
    yield opened
    opened.close()


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("role", MAY)
def test_each_role_writes_what_it_may_and_nothing_else(
    register: Register, role: str, write: str
) -> None:
    before = contents(register)
    if write in MAY[role]:
        WRITES[write](register, somebody(role))
        assert contents(register).sequence > before.sequence
        return
    with pytest.raises(NotAllowedError):
        WRITES[write](register, somebody(role))
    assert contents(register) == before


@pytest.mark.parametrize("role", MAY)
def test_who_sees_who_changed_what(register: Register, role: str) -> None:
    if role.startswith(("performance", "administrator")):
        assert latest_changes(register, somebody(role), 10)
    else:
        with pytest.raises(NotAllowedError):
            latest_changes(register, somebody(role), 10)
