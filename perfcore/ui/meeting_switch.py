"""How does a reader put the dashboard on the meeting's screen?"""

from __future__ import annotations

import streamlit as st

from perfcore.present import meeting
from perfcore.present.links import Links
from perfcore.ui.block import block


def meeting_switch(carried: dict[str, str]) -> None:
    """Offer meeting mode, about the measure in the address if there is one.

    Parameters
    ----------
    carried
        The filters as they stand in the address.
    """
    measure = st.query_params.get("measure", "")
    block(meeting.switch(Links(carried=carried), measure), key="meeting_switch")
