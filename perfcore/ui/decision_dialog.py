"""How is a decision recorded without leaving the meeting's screen?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from perfcore.register.meetings import Item, Meeting
from perfcore.ui.asked import Asked
from perfcore.ui.decision_form import decision_form


def _leave() -> None:
    st.query_params.pop("decide", None)


@st.dialog("Record a decision", width="large", on_dismiss=_leave)
def decision_dialog(
    ask: Asked, meeting: Meeting, items: Sequence[Item], forums: Mapping[str, str]
) -> None:
    """Record a decision over the screen; once it is recorded the screen is there again."""
    if decision_form(ask, meeting, items, forums):
        _leave()
        st.rerun()
