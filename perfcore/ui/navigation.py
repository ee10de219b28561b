"""Which pages are there, and under which address?"""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import Page


def navigation() -> Page:
    """Show the navigation, and say which page the reader is on.

    A page's file is named like its address: Streamlit runs the first page of a fresh server from
    the folder ``pages/`` before it has seen this navigation (see :func:`perfcore.ui.asked.asked`).
    """
    return st.navigation(
        {
            "": [
                _page("overview", "Overview", default=True),
                _page("scorecard", "Scorecard"),
                _page("council-plan", "Council Plan"),
                _page("covid-19", "Covid-19"),
            ],
            "Explore": [
                _page("measures", "Measures"),
                _page("measure", "One measure"),
                _page("drill-down", "Drill-down"),
            ],
            "Manage": [_page("data-health", "Data health")],
        },
        position="top",
    )


def _page(path: str, title: str, *, default: bool = False) -> Page:
    return st.Page(f"pages/{path}.py", title=title, icon="", url_path=path, default=default)
