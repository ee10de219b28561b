"""How is a meeting put in the diary, opened, led through and closed?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import streamlit as st

from perfcore.present import meetings as present
from perfcore.register.meetings import Item, Meeting, close_meeting, open_meeting, plan_meeting
from perfcore.ui.action_form import known
from perfcore.ui.asked import Asked
from perfcore.ui.decision_form import decision_form
from perfcore.ui.register import writing
from perfcore.ui.saving import save, show_outcome, turn

_SOON_DAYS = 7
_PLAN = "plan_meeting"


def plan_form(ask: Asked, forums: Mapping[str, str], forum: str) -> None:
    """Offer to put a meeting in the diary.

    Parameters
    ----------
    ask
        What this run asks.
    forums
        The name of each forum by its id.
    forum
        The id of the one that is looked at; empty for none.
    """
    show_outcome(_PLAN)
    if not forums:
        st.caption("The framework names no forum, so no meeting can be put in the diary.")
        return
    at = f"{_PLAN}_{turn(_PLAN)}"
    form = st.form(_PLAN, enter_to_submit=False, border=False)
    with form.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        st.selectbox(
            "Forum that meets",
            list(forums),
            index=list(forums).index(forum) if forum else 0,
            format_func=forums.__getitem__,
            key=f"{at}_forum",
            width=420,
        )
        st.date_input(
            "On",
            ask.build.as_at + timedelta(days=_SOON_DAYS),
            format="DD/MM/YYYY",
            key=f"{at}_day",
            width=200,
        )
        st.form_submit_button("Put in the diary", on_click=_plan, args=(ask,))


def hold(ask: Asked, meeting: Meeting, items: Sequence[Item], forums: Mapping[str, str]) -> None:
    """Offer what can be done with a meeting: open it, lead through it, decide, close it.

    Parameters
    ----------
    ask
        What this run asks.
    meeting
        As it stands.
    items
        Of its agenda.
    forums
        The name of each forum by its id.
    """
    key = f"hold_{meeting.id}"
    show_outcome(key)
    if meeting.state == "planned":
        st.button("Open the meeting", on_click=_open, args=(ask, key, meeting, items))
    if meeting.state != "open":
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if items:
            st.page_link(
                "pages/meeting.py",
                label="Lead through the agenda",
                icon=":material/slideshow:",
                query_params={"held": str(meeting.id)},
            )
        with st.popover("Close the meeting"):
            st.write("Its agenda and decisions then stay as they are; nothing can be added.")
            st.button("Close it", on_click=_close, args=(ask, key, meeting))
    if items and st.toggle("Record a decision", key=f"{key}_decides"):
        decision_form(ask, meeting, items, forums)


def take_away_record(ask: Asked, meeting: Meeting, forums: Mapping[str, str]) -> None:
    """Offer the record as a page that prints."""
    st.download_button(
        "Record, to print (HTML)",
        lambda: present.record(meeting, ask.build.organisation, forums),
        file_name=f"record-{meeting.forum}-{meeting.held_on}.html",
        mime="text/html",
        on_click="ignore",
        icon=":material/print:",
        type="tertiary",
    )


def _plan(ask: Asked) -> None:
    at = f"{_PLAN}_{turn(_PLAN)}"
    forum: str = st.session_state[f"{at}_forum"] or ""
    day: date = st.session_state[f"{at}_day"] or ask.build.as_at

    def plan() -> Meeting:
        return plan_meeting(writing(), ask.person, forum, day)

    save(_PLAN, "The meeting is in the diary.", plan)


def _open(ask: Asked, key: str, meeting: Meeting, items: Sequence[Item]) -> None:
    def opening() -> Meeting:
        return open_meeting(writing(), ask.person, meeting.id, items, known(ask))

    save(key, "The meeting is open; its agenda stays as it is now.", opening)


def _close(ask: Asked, key: str, meeting: Meeting) -> None:
    def closing() -> Meeting:
        return close_meeting(writing(), ask.person, meeting.id)

    save(key, "The meeting is closed.", closing)
