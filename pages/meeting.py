"""Meeting mode: one exception at a time, with the facts that a decision needs."""

import streamlit as st

from perfcore.access.model import Operation
from perfcore.errors import UserError
from perfcore.present import agenda_words, meeting
from perfcore.present.meetings import title
from perfcore.register.contents import NOTHING
from perfcore.register.meetings import Meeting
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.decision_dialog import decision_dialog
from perfcore.ui.discussed import discussed
from perfcore.ui.failure import show_failure
from perfcore.ui.page_choice import number_in_address
from perfcore.ui.register import all_written
from perfcore.views.agenda import as_seen, measures_on
from perfcore.views.meeting import Screen, screen

ask = asked()
measure, behind = st.query_params.get("item", ""), st.query_params.get("behind", "")
number = st.query_params.get("held", "")
seen = discussed(measure)
said = all_written() if number else NOTHING
named = ask.forums()


def being_held() -> Meeting | None:
    """The meeting that the address names, as the reader sees it; None without one."""
    if not number:
        return None
    found = said.meetings.get(number_in_address("held") or 0)
    if found is None or found.state == "planned":
        raise UserError(
            f"No meeting “{number}” has been opened.", do="Open it on the page Meetings."
        )
    return as_seen(found, ask.person.hidden)


def view(held: Meeting | None) -> Screen:
    """The measure on screen, and the list."""
    agenda = measures_on(held.agenda) if held else None
    return screen(ask.store, ask.outline, ask.filters, measure, behind, agenda)


def panel(held: Meeting, shown: Screen) -> meeting.Held:
    """What the meeting knows of the measure on screen."""
    on_screen = shown.page.facts.measure if shown.page else ""
    items = [item for item in held.agenda if item.measure == on_screen]
    taken = [held.decided(item.key) for item in items]
    words = [agenda_words.decision(one, named) if one else "" for one in taken]
    may = held.state == "open" and ask.person.may(Operation.MEET)
    return meeting.Held(title(held, named), number, items, words, may)


def answer(held: Meeting | None) -> str:
    """The block's HTML."""
    shown = view(held)
    links = ask.links("meeting", held=number)
    beside = panel(held, shown) if held else None
    return meeting.screen(shown, links, ask.build, seen, beside)


def show(held: Meeting | None) -> None:
    """The screen, and over it the decision that is being taken."""
    html = ask.remember(
        "meeting", measure, behind, number, said.state if held else "", *sorted(seen),
        ask.person.name, answer=lambda: answer(held),
    )  # fmt: skip
    block(html, key="meeting")
    if held and held.state == "open" and "decide" in st.query_params:
        items = [item for item in held.agenda if item.measure == measure]
        if items and ask.person.may(Operation.MEET):
            decision_dialog(ask, held, items, named)


def instead(error: UserError, title: str) -> None:
    """What is wrong, with the ways back."""
    show_failure(error, title)
    st.page_link("pages/meeting.py", label="Start with the first exception")
    st.page_link("pages/overview.py", label="Leave meeting mode")


try:
    held = being_held()
except UserError as error:
    instead(error, "There is no such meeting")
else:
    try:
        show(held)
    except UserError as error:
        instead(error, "There is no such measure")
