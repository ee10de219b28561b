"""Does reading on from before give the same as reading everything?"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from perfcore.register import copies
from perfcore.register.actions import add_action, report_progress
from perfcore.register.connection import Register
from perfcore.register.contents import NOTHING, Contents, contents
from perfcore.register.explanations import Seen, Subject, submit
from perfcore.register.meetings import Decision, close_meeting, decide, open_meeting, plan_meeting
from tests.people import A
from tests.register.test_actions import KNOWN, PLAN
from tests.register.test_explanations import WHOLE
from tests.register.test_meetings import AGENDA, BINS


def step(register: Register, chance: random.Random, now: Contents) -> None:
    """Do one thing that is possible now."""
    possible = [
        lambda: add_action(register, A, PLAN, KNOWN),
        lambda: plan_meeting(
            register, A, "slt", date(2020, 10, 1) + timedelta(days=len(now.meetings))
        ),
    ]
    for action in now.actions:
        possible.append(lambda action=action: report_progress(register, A, action, "On", KNOWN))
    for one in now.meetings.values():
        if one.state == "planned":
            possible.append(lambda one=one: open_meeting(register, A, one.id, AGENDA, KNOWN))
        if one.state == "open":
            possible.append(
                lambda one=one: decide(register, A, one.id, Decision(BINS.key, "noted"))
            )
            possible.append(lambda one=one: close_meeting(register, A, one.id))
    subject = Subject(f"m{chance.randrange(3)}", "off_target", "2020-09")
    found = now.explained.get(subject)
    seen = Seen("p", "b", found.version or 0 if found else 0)
    possible.append(lambda: submit(register, A, subject, WHOLE, seen))
    chance.choice(possible)()


@pytest.mark.parametrize("seed", range(3))
def test_reading_on_gives_the_same_as_reading_all(register: Register, seed: int) -> None:
    chance = random.Random(seed)
    now = last_looked = contents(register)
    assert now == NOTHING
    for _ in range(25):
        step(register, chance, now)
        now = contents(register)
        if chance.random() < 0.5:
            last_looked = contents(register, last_looked)
            assert last_looked == now
    assert contents(register, now) is now


def test_a_register_that_was_replaced_is_read_from_its_beginning(
    register: Register, tmp_path: Path
) -> None:
    add_action(register, A, PLAN, KNOWN)
    file = tmp_path / "one"
    copies.backup(register, file)
    add_action(register, A, replace(PLAN, title="Other"), KNOWN)
    report_progress(register, A, 1, "On", KNOWN)
    before = contents(register)
    copies.restore(register, file, replace=True)
    add_action(register, A, replace(PLAN, title="Third"), KNOWN)
    add_action(register, A, PLAN, KNOWN)
    add_action(register, A, PLAN, KNOWN)
    found = contents(register, before)
    assert found == contents(register)
    assert [one.plan.title for one in found.actions.values()][1] == "Third"
