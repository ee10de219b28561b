"""How is an action added, followed and closed?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import streamlit as st

from perfcore.access.model import Operation
from perfcore.present import exception_words
from perfcore.register import actions
from perfcore.register.action import Action, Known, Plan
from perfcore.register.actions import LONGEST
from perfcore.register.explanations import Subject
from perfcore.ui.asked import Asked
from perfcore.ui.register import writing
from perfcore.ui.saving import save, show_outcome, turn
from perfcore.views.measure_page import MeasurePage
from perfcore.views.owned import posts

_NO_EXCEPTION = "None of them"
_FIRST_DUE_DAYS = 30
_PROGRESS, _REVISE, _CLOSE, _REMOVE = "Report progress", "Revise", "Close", "Remove"
_NOTES = {
    _PROGRESS: "How far it is",
    _REVISE: "Why",
    _CLOSE: "What shows that it is done",
    _REMOVE: "Why it is taken off the list",
}


def known(ask: Asked) -> Known:
    """What the reader has before them."""
    return Known(ask.store.name, ask.build.as_at)


def add_action_form(ask: Asked, view: MeasurePage) -> None:
    """Offer to add an action about a measure, for one of its exceptions or for none."""
    measure = view.facts.measure
    if not ask.person.may(Operation.ACT, [measure]):
        return
    key = f"add_action_{measure}"
    if not st.toggle("Add an action", key="add_action"):
        show_outcome(key)
        return
    show_outcome(key)
    open_ones = {
        f"{exception_words.CAUSES[one.cause]} {exception_words.since(one)}": (one.subject)
        for one in view.episodes
        if one.open
    }
    with st.form(key, enter_to_submit=False, border=False):
        plan_fields(ask, key, view.facts.owner)
        at = f"{key}_{turn(key)}"
        st.selectbox("For which exception", [*open_ones, _NO_EXCEPTION], key=f"{at}_for")
        st.form_submit_button(
            "Add action",
            on_click=_add,
            args=(ask, key, measure, open_ones),
        )


def plan_fields(ask: Asked, key: str, owner: str) -> None:
    """The fields of a new action: what, who, by when."""
    at = f"{key}_{turn(key)}"
    st.text_input("What is to be done", max_chars=LONGEST["title"], key=f"{at}_title")
    with st.container(horizontal=True, gap="small"):
        owner_field(ask, f"{at}_owner", owner)
        st.date_input(
            "Due",
            ask.build.as_at + timedelta(days=_FIRST_DUE_DAYS),
            format="DD/MM/YYYY",
            key=f"{at}_due",
            width=200,
        )


def plan_typed(key: str, measures: Sequence[str], subject: Subject | None) -> Plan:
    """What was typed into :func:`plan_fields`."""
    at = f"{key}_{turn(key)}"
    return Plan(
        title=st.session_state[f"{at}_title"],
        owner=st.session_state[f"{at}_owner"] or "",
        due=st.session_state[f"{at}_due"] or date.min,
        measures=tuple(measures),
        subject=subject,
    )


def owner_field(ask: Asked, key: str, owner: str) -> None:
    """The post that does it: one of those that account for measures, or another."""
    known_posts = ask.remember("posts", answer=lambda: posts(ask.store))
    options = list(dict.fromkeys([owner, *known_posts] if owner else known_posts))
    st.selectbox(
        "Owner, a post",
        options,
        index=options.index(owner) if owner else None,
        accept_new_options=True,
        key=key,
        width=420,
    )


def change_action_form(ask: Asked, action: Action) -> None:
    """Offer what can be done with an action that is open."""
    key = f"action_{action.id}"
    show_outcome(key)
    about = (action.plan.measures, action.plan.owner)
    if action.state != "open" or not ask.person.may(Operation.ACT, *about):
        return
    offered = [_PROGRESS, _REVISE, _CLOSE]
    if ask.person.may(Operation.REMOVE):
        offered.append(_REMOVE)
    what = st.segmented_control("What happened", offered, default=_PROGRESS, key=f"{key}_what")
    what = what or _PROGRESS
    at = f"{key}_{turn(key)}"
    with st.form(f"{key}_{what}", enter_to_submit=False, border=False):
        if what == _REVISE:
            with st.container(horizontal=True, gap="small"):
                owner_field(ask, f"{at}_owner", action.plan.owner)
                st.date_input(
                    "Due", action.plan.due, format="DD/MM/YYYY", key=f"{at}_due", width=200
                )
        st.text_area(_NOTES[what], max_chars=LONGEST["note"], key=f"{at}_{what}")
        st.form_submit_button(what, on_click=_change, args=(ask, key, action, what))


def _add(ask: Asked, key: str, measure: str, offered: Mapping[str, Subject]) -> None:
    subject = offered.get(st.session_state[f"{key}_{turn(key)}_for"])

    def add() -> None:
        plan = plan_typed(key, [measure], subject)
        actions.add_action(writing(), ask.person, plan, known(ask))

    save(key, "The action is on the list.", add)


def _change(ask: Asked, key: str, action: Action, what: str) -> None:
    at = f"{key}_{turn(key)}"
    note, now = st.session_state[f"{at}_{what}"], known(ask)
    number, version, who = action.id, action.version, ask.person

    def revise() -> Action:
        change = (st.session_state[f"{at}_due"], st.session_state[f"{at}_owner"] or "")
        return actions.revise(writing(), who, number, version, change, note, now)

    doing: Mapping[str, tuple[str, Callable[[], Action]]] = {
        _PROGRESS: (
            "Progress is recorded.",
            lambda: actions.report_progress(writing(), who, number, note, now),
        ),
        _REVISE: ("The action is revised.", revise),
        _CLOSE: (
            "The action is closed.",
            lambda: actions.close(writing(), who, number, version, note, now),
        ),
        _REMOVE: (
            "The action is removed; it stays visible.",
            lambda: actions.remove(writing(), who, number, version, note, now),
        ),
    }
    said, do = doing[what]
    save(key, said, do)
