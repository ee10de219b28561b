"""Which pages are there, and under which address?"""

from __future__ import annotations

from typing import Final, Literal

import streamlit as st
from streamlit.navigation.page import Page

MEETING: Final = "meeting"


def navigation() -> Page:
    """Show the navigation, and say which page the reader is on; meeting mode folds it away.

    A page's file is named like its address: Streamlit runs the first page of a fresh server from
    the folder ``pages/`` before it has seen this navigation (see :func:`perfcore.ui.asked.asked`).
    """
    pages = {
        "": [
            _page("overview", "Overview", default=True),
            _page("scorecard", "Scorecard"),
            _page("council-plan", "Council Plan"),
            _page("covid-19", "Covid-19"),
            _page("guide", "Guide"),
            _page(MEETING, "Meeting mode", visibility="hidden"),
        ],
        "Explore": [
            _page("measures", "Measures"),
            _page("measure", "One measure"),
            _page("drill-down", "Drill-down"),
            _page("variation", "Variation"),
        ],
        "Manage": [
            _page("exceptions", "Exceptions"),
            _page("actions", "Actions"),
            _page("meetings", "Meetings"),
            _page("data-health", "Data health"),
            _page("access", "Access"),
        ],
    }
    page = st.navigation(pages, position="top")
    if page.url_path == MEETING:
        st.navigation(pages, position="hidden")
    return page


def _page(
    path: str,
    title: str,
    *,
    default: bool = False,
    visibility: Literal["visible", "hidden"] = "visible",
) -> Page:
    return st.Page(
        f"pages/{path}.py",
        title=title,
        icon="",
        url_path=path,
        default=default,
        visibility=visibility,
    )
