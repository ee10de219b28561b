"""How does a reader take the figures away?"""

from __future__ import annotations

import streamlit as st

from perfcore.present.status_table import as_csv
from perfcore.ui.asked import Asked
from perfcore.views.statuses import Selection, statuses


def download_history(ask: Asked, measure: str) -> None:
    """Offer every period of a measure as CSV; it is written when it is asked for."""
    store = ask.store

    def history() -> str:
        return as_csv(statuses(store, Selection(measure=measure, all_periods=True)))

    st.download_button(
        "Download data (CSV)",
        history,
        file_name=f"{measure}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key="download",
    )
