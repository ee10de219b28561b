"""When do forums meet, what is on the agenda, and what was decided?"""

import streamlit as st

from perfcore.access.model import Operation
from perfcore.errors import UserError
from perfcore.present import agenda_words
from perfcore.present import meetings as present
from perfcore.register.meetings import Item, Meeting
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.failure import show_failure
from perfcore.ui.meeting_forms import hold, plan_form, take_away_record
from perfcore.ui.page_choice import choose, number_in_address
from perfcore.ui.register import all_written
from perfcore.views.agenda import agenda, as_seen

EVERY = "every"

ask = asked()
said = all_written()
named = ask.forums()
hidden = ask.person.hidden


def drawn(meeting: Meeting) -> tuple[Item, ...]:
    """What would be on the agenda of a meeting that is planned."""
    found = agenda(ask.store, said, meeting.forum, meeting.held_on, hidden)
    return agenda_words.items(found, named)


def show_one(meeting: Meeting) -> None:
    """One meeting, with what can be done in it."""
    number = str(meeting.id)
    items = meeting.agenda
    if meeting.state == "planned":
        items = ask.remember("agenda", number, said.state, answer=lambda: drawn(meeting))
    html = ask.remember(
        "one meeting", number, said.state,
        answer=lambda: present.one_meeting(meeting, items, named, ask.links("meetings")),
    )  # fmt: skip
    if ask.person.may(Operation.MEET):
        hold(ask, meeting, items, named)
    block(html, key="one_meeting")
    if meeting.state != "planned":
        take_away_record(ask, meeting, named)
    st.page_link("pages/meetings.py", label="Every meeting")


def show_all() -> None:
    """The diary."""
    forum = choose(ask.beside_filters, "of", "Forum", {EVERY: "Every forum"} | named, 210)
    found = [one for one in said.meetings.values() if forum in (EVERY, one.forum)]
    latest_first = sorted(found, key=lambda one: (one.held_on, one.id), reverse=True)
    seen = [as_seen(one, hidden) for one in latest_first]
    html = ask.remember(
        "meetings", forum, said.state,
        answer=lambda: present.meetings(seen, named, ask.links("meetings")),
    )  # fmt: skip
    block(html, key="meetings")
    if ask.person.may(Operation.MEET):
        plan_form(ask, named, "" if forum == EVERY else forum)


held = st.query_params.get("held", "")
if held:
    one = said.meetings.get(number_in_address("held") or 0)
    if one is None:
        show_failure(UserError(f"There is no meeting “{held}”."), "This meeting cannot be shown")
        st.page_link("pages/meetings.py", label="Every meeting")
    else:
        show_one(as_seen(one, hidden))
else:
    show_all()
