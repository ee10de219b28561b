"""A register that holds something of everything, each text an attempt to be more than text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from perfcore.access.person import Person, single_user
from perfcore.present import agenda_words
from perfcore.register import actions
from perfcore.register.action import Known, Plan
from perfcore.register.connection import Register, open_register
from perfcore.register.contents import contents
from perfcore.register.explanations import Elements, Seen, Subject, Waypoint, save_draft, submit
from perfcore.register.meetings import (
    Decision,
    close_meeting,
    decide,
    decide_on_action,
    open_meeting,
    plan_meeting,
)
from perfcore.store import Store
from perfcore.views.agenda import agenda
from perfcore.views.episodes import forums
from tests.county import County

SAID = (
    'It <b>rained</b> **hard** $x$ </td></svg><img src=x onerror="alert(1)"><script>alert(2)'
    "</script>"
)
BINS = Subject("missed-bins", "off_target", "2020-09")
RECYCLING = Subject("recycling", "off_target", "2020-09")
AS_AT = date(2020, 10, 12)
FORUM = "audit"


def fill(council: County) -> None:
    """Write an explanation, a draft, actions in every state, and meetings in every state."""
    store, register, me = council.open(), open_register(council.out), single_user()
    known = Known(store.name, AS_AT)
    path = (Waypoint(date(2020, 12, 31), Decimal(110)), Waypoint(date(2021, 3, 31), Decimal(95)))
    elements = Elements(SAID, SAID, f"Head {SAID}", path)
    submit(register, me, BINS, elements, Seen("2020-09", store.name))
    save_draft(register, me, RECYCLING, Elements(why=SAID), Seen("2020-09", store.name))
    _actions(register, me, known)
    _meetings(register, me, store, known)
    register.close()
    store.close()


def _actions(register: Register, me: Person, known: Known) -> None:
    plan = Plan(f"Crew {SAID}", f"Head {SAID}", date(2020, 11, 1), ("missed-bins",), BINS)
    begun = replace(known, as_at=date(2020, 6, 12))
    for due in (date(2020, 9, 1), date(2020, 11, 1), date(2021, 6, 1), AS_AT, AS_AT):
        actions.add_action(register, me, replace(plan, due=due), begun)
    actions.report_progress(register, me, 1, SAID, known)
    later = (date(2020, 10, 1), f"Post {SAID}")
    actions.revise(register, me, 1, 2, later, SAID, known)
    actions.close(register, me, 4, 1, SAID, known)
    actions.remove(register, me, 5, 1, SAID, known)


def _meetings(register: Register, me: Person, store: Store, known: Known) -> None:
    named = forums(store)
    for number, day in enumerate((date(2020, 9, 15), date(2020, 10, 20), date(2020, 11, 20)), 1):
        plan_meeting(register, me, FORUM, day)
        if number == 3:
            continue
        drawn = agenda(store, contents(register), FORUM, day, frozenset())
        open_meeting(register, me, number, agenda_words.items(drawn, named), known)
        key = str(BINS)
        decide(register, me, number, Decision(key, "more_wanted", SAID))
        if number == 1:
            until = date(2020, 10, 20)
            decide(register, me, number, Decision(key, "deferred", SAID, until))
            plan = Plan(f"Agreed {SAID}", "Head of Waste", AS_AT, ("missed-bins",), BINS)
            decide_on_action(register, me, number, Decision(key, "action_added", SAID), plan)
            decide(register, me, number, Decision(key, "escalated", SAID, forum="cabinet"))
            close_meeting(register, me, number)
