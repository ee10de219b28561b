"""Is an action followed from its first day to its last, and is nothing of it lost?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from perfcore.access.person import NotAllowedError, Person
from perfcore.register.action import Known, Plan
from perfcore.register.action_rows import steps
from perfcore.register.actions import (
    LONGEST,
    ActionChangedError,
    add_action,
    close,
    remove,
    report_progress,
    revise,
)
from perfcore.register.audit import changes, faults
from perfcore.register.connection import Register
from perfcore.register.contents import contents
from perfcore.register.errors import RefusedError
from perfcore.register.explanations import Subject
from tests.people import A, B

KNOWN = Known("warehouse-0123456789ab.duckdb", date(2020, 10, 12))
LATER = Known("warehouse-ffffffffffff.duckdb", date(2021, 1, 12))
PLAN = Plan(
    "Put the old rounds back",
    "Head of Waste",
    date(2020, 12, 31),
    ("missed-bins", "complaints"),
    Subject("missed-bins", "off_target", "2020-07"),
)


def test_from_its_first_day_to_its_last(register: Register) -> None:
    one = add_action(register, A, PLAN, KNOWN)
    assert (one.id, one.version, one.state, one.plan) == (1, 1, "open", PLAN)
    one = report_progress(register, B, 1, "Two of four are back", KNOWN)
    assert one.plan == PLAN
    one = revise(register, A, 1, 2, (date(2021, 2, 28), "Head of Waste"), "Snow", KNOWN)
    one = revise(register, A, 1, 3, (date(2021, 1, 31), "Head of Streets"), "Sooner", LATER)
    one = revise(register, A, 1, 4, (date(2021, 3, 31), "Head of Streets"), "Floods", LATER)
    assert (one.plan.due, one.original_due, one.slips) == (date(2021, 3, 31), PLAN.due, 2)
    assert one.plan.owner == "Head of Streets"
    one = close(register, B, 1, 5, "All four rounds are back", LATER)
    assert one.state == "closed"
    assert [(step.step, step.note, step.author) for step in steps(register, 1)] == [
        ("add", "", "A"),
        ("progress", "Two of four are back", "B"),
        ("revise", "Snow", "A"),
        ("revise", "Sooner", "A"),
        ("revise", "Floods", "A"),
        ("close", "All four rounds are back", "B"),
    ]
    assert one.began == KNOWN and one.last.known == LATER
    assert steps(register, 2) == ()
    with pytest.raises(RefusedError, match="is closed and stays"):
        report_progress(register, A, 1, "More", LATER)
    with register.reading() as connection:
        assert list(faults(connection)) == []
        assert [one.operation for one in changes(connection)] == [
            "action.add", "action.progress", "action.revise", "action.revise", "action.revise",
            "action.close",
        ]  # fmt: skip


def test_it_is_overdue_after_its_day_while_it_is_open(register: Register) -> None:
    one = add_action(register, A, PLAN, KNOWN)
    assert not one.overdue(PLAN.due) and one.overdue(date(2021, 1, 1))
    assert not close(register, A, 1, 1, "Done", KNOWN).overdue(date(2021, 1, 1))


def test_one_that_was_removed_stays_with_the_reason(register: Register) -> None:
    add_action(register, A, PLAN, KNOWN)
    one = remove(register, A, 1, 1, "The rounds are to be redrawn again", KNOWN)
    assert (one.state, one.last.note) == ("removed", "The rounds are to be redrawn again")
    assert contents(register).actions == {1: one}


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (replace(PLAN, title=" "), "what is to be done"),
        (replace(PLAN, owner=""), "the owner"),
        (replace(PLAN, title="x" * (LONGEST["title"] + 1)), "there is room for 200"),
        (replace(PLAN, owner="a\x00"), "NUL"),
        (replace(PLAN, due=date(2020, 10, 11)), "before the day"),
    ],
)
def test_nothing_partial_is_taken(register: Register, plan: Plan, said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        add_action(register, A, plan, KNOWN)
    assert contents(register).actions == {}


def test_every_step_says_why(register: Register) -> None:
    add_action(register, A, PLAN, KNOWN)
    with pytest.raises(RefusedError, match="the reason"):
        revise(register, A, 1, 1, (date(2021, 2, 28), "Head of Waste"), " ", KNOWN)
    with pytest.raises(RefusedError, match="the evidence"):
        close(register, A, 1, 1, "", KNOWN)
    with pytest.raises(RefusedError, match="the reason"):
        remove(register, A, 1, 1, "", KNOWN)
    with pytest.raises(RefusedError, match="how far"):
        report_progress(register, A, 1, "\n", KNOWN)
    with pytest.raises(RefusedError, match="another one"):
        revise(register, A, 1, 1, (PLAN.due, PLAN.owner), "Because", KNOWN)
    with pytest.raises(RefusedError, match="no action 2"):
        close(register, A, 2, 1, "Done", KNOWN)
    assert contents(register).actions[1].version == 1


def test_the_second_of_two_is_told_what_the_first_did(register: Register) -> None:
    add_action(register, A, PLAN, KNOWN)
    revise(register, A, 1, 1, (date(2021, 2, 28), "Head of Waste"), "Snow", KNOWN)
    with pytest.raises(ActionChangedError, match=r"A has changed this action .* Snow") as told:
        close(register, B, 1, 1, "Done", KNOWN)
    assert told.value.theirs == contents(register).actions[1]
    assert close(register, B, 1, told.value.theirs.version, "Done", KNOWN).state == "closed"


def test_a_contributor_writes_about_their_own_measures_alone(register: Register) -> None:
    waste = Person("W", frozenset({"contributor"}), frozenset({"missed-bins", "complaints"}))
    care = Person("K", frozenset({"contributor"}), frozenset({"visits"}))
    holder = Person("H", frozenset({"contributor"}), posts=frozenset({"Head of Waste"}))
    with pytest.raises(NotAllowedError):
        add_action(register, care, PLAN, KNOWN)
    with pytest.raises(NotAllowedError):
        add_action(register, holder, PLAN, KNOWN)
    add_action(register, waste, PLAN, KNOWN)
    with pytest.raises(NotAllowedError):
        report_progress(register, care, 1, "Done", KNOWN)
    assert report_progress(register, holder, 1, "Half", KNOWN).version == 2
    with pytest.raises(NotAllowedError):
        remove(register, waste, 1, 2, "No", KNOWN)
    with pytest.raises(NotAllowedError):
        add_action(register, waste, replace(PLAN, measures=(), subject=None), KNOWN)
