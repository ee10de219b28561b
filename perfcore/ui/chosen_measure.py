"""Which measure is this page about?"""

from __future__ import annotations

import streamlit as st

from perfcore.errors import UserError
from perfcore.ui.asked import Asked
from perfcore.ui.failure import show_failure
from perfcore.views.known import require_measure

_KEY = "perfcore_measure"


def chosen_measure(ask: Asked, page: str) -> str | None:
    """The id of the measure in the address, or else the one looked at last.

    Where there is neither, or no such measure, the page says so and offers the search.

    Parameters
    ----------
    ask
        What this run asks.
    page
        The path of the page.
    """
    named = st.query_params.get("measure")
    measure = named or st.session_state.get(_KEY)
    if not measure:
        st.info("Find a measure and open it to see it here.", title="No measure is chosen yet")
        _offer_search()
        return None
    try:
        ask.remember("known", measure, answer=lambda: require_measure(ask.store, measure))
    except UserError as error:
        show_failure(error, "There is no such measure")
        _offer_search()
        return None
    st.session_state[_KEY] = measure
    if not named:
        st.query_params["measure"] = measure
    return str(measure)


def _offer_search() -> None:
    st.page_link("pages/measures.py", label="Search all measures", icon=":material/search:")
