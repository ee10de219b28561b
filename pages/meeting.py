"""Meeting mode: one exception at a time, with the facts that a decision needs."""

import streamlit as st

from perfcore.errors import UserError
from perfcore.present import meeting
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.discussed import discussed
from perfcore.ui.failure import show_failure
from perfcore.views.meeting import screen

ask = asked()
measure, behind = st.query_params.get("item", ""), st.query_params.get("behind", "")
seen = discussed(measure)


def answer() -> str:
    """The block's HTML."""
    view = screen(ask.store, ask.outline, ask.filters, measure, behind)
    return meeting.screen(view, ask.links("meeting"), ask.build, seen)


try:
    html = ask.remember("meeting", measure, behind, *sorted(seen), answer=answer)
except UserError as error:
    show_failure(error, "There is no such measure")
    st.page_link("pages/meeting.py", label="Start with the first exception")
    st.page_link("pages/overview.py", label="Leave meeting mode")
else:
    block(html, key="meeting")
