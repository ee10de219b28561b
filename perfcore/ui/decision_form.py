"""How is a decision recorded as it is taken?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import streamlit as st

from perfcore.present.agenda_words import KINDS, SECTIONS
from perfcore.register.meetings import (
    LONGEST,
    Decision,
    Item,
    Meeting,
    decide,
    decide_on_action,
    subject_of,
)
from perfcore.ui.action_form import plan_fields, plan_typed
from perfcore.ui.asked import Asked
from perfcore.ui.register import writing
from perfcore.ui.saving import save, show_outcome, turn

_NEXT_DAYS = 30


def decision_form(
    ask: Asked, meeting: Meeting, items: Sequence[Item], forums: Mapping[str, str]
) -> bool:
    """Offer to record a decision on one of some items.

    Parameters
    ----------
    ask
        What this run asks.
    meeting
        One that is open.
    items
        Of its agenda.
    forums
        The name of each forum by its id.

    Returns
    -------
    bool
        Whether one has just been recorded.
    """
    key = f"decide_{meeting.id}"
    saved = isinstance(st.session_state.get(f"{key}_outcome"), str)
    show_outcome(key)
    at = f"{key}_{turn(key)}"
    places = list(range(len(items)))
    place = st.selectbox("On", places, format_func=lambda one: _named(items[one]), key=f"{at}_item")
    kind = st.selectbox("Decision", list(KINDS), format_func=KINDS.__getitem__, key=f"{at}_kind")
    with st.form(key, enter_to_submit=False, border=False):
        if kind == "deferred":
            st.date_input(
                "To which day",
                meeting.held_on + timedelta(days=_NEXT_DAYS),
                format="DD/MM/YYYY",
                key=f"{at}_until",
                width=200,
            )
        if kind in ("escalated", "referred"):
            others = [one for one in forums if one != meeting.forum]
            st.selectbox(
                "To which forum", others, format_func=forums.__getitem__, key=f"{at}_forum"
            )
        if kind == "action_added":
            plan_fields(ask, key, "")
        st.text_area("What was said", max_chars=LONGEST["note"], key=f"{at}_note", height=100)
        st.form_submit_button(
            "Record decision",
            on_click=_record,
            args=(ask, key, meeting, items[place], kind),
        )
    return saved


def _named(item: Item) -> str:
    return f"{item.title}: {SECTIONS[item.section].lower()}"


def _record(ask: Asked, key: str, meeting: Meeting, item: Item, kind: str) -> None:
    at = f"{key}_{turn(key)}"
    until: date | None = st.session_state.get(f"{at}_until") if kind == "deferred" else None
    decision = Decision(
        item=item.key,
        kind=kind,
        note=st.session_state[f"{at}_note"],
        until=until,
        forum=st.session_state.get(f"{at}_forum") or "",
    )

    def record() -> Meeting:
        if kind != "action_added":
            return decide(writing(), ask.person, meeting.id, decision)
        measures = [item.measure] if item.measure else []
        plan = plan_typed(key, measures, subject_of(item))
        return decide_on_action(writing(), ask.person, meeting.id, decision, plan)

    save(key, "The decision is recorded.", record)
