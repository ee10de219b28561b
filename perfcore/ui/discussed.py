"""Which exceptions has this meeting looked at?"""

from __future__ import annotations

import streamlit as st

_KEY = "perfcore_discussed"


def discussed(measure: str) -> frozenset[str]:
    """The measures looked at before this one, in this session.

    Parameters
    ----------
    measure
        The id of the measure on screen, which counts from the next one on; empty for the first.
    """
    before: frozenset[str] = st.session_state.get(_KEY, frozenset())
    if measure:
        st.session_state[_KEY] = before | {measure}
    return before
