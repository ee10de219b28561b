"""How does a reader go from one measure to another?"""

from __future__ import annotations

import streamlit as st

from perfcore.ui.asked import Asked
from perfcore.views.measure_names import measure_names

MOST_OFFERED = 1000
_KEY = "perfcore_picked"


def measure_picker(ask: Asked, measure: str | None) -> None:
    """Offer every measure by name; the one chosen comes into the address by its id.

    Every name goes to the browser, so beyond a thousand measures the search is offered instead.

    Parameters
    ----------
    ask
        What this run asks.
    measure
        The id of the one that is shown; None if there is none.
    """
    names = ask.remember("measure names", answer=lambda: measure_names(ask.store))
    if len(names) > MOST_OFFERED:
        st.page_link("pages/measures.py", label="Find another measure", icon=":material/search:")
        return
    st.session_state[_KEY] = measure if measure in names else None
    st.selectbox(
        "Measure",
        list(names),
        format_func=names.__getitem__,
        key=_KEY,
        index=0 if measure in names else None,
        placeholder="Choose a measure",
        on_change=_go,
        width=420,
    )


def _go() -> None:
    chosen = st.session_state.get(_KEY)
    if chosen:
        st.query_params["measure"] = chosen
