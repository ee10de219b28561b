"""What does the reader look for in the catalogue?"""

from __future__ import annotations

import streamlit as st

from perfcore.present.wording import STATUS_WORDS
from perfcore.ui.page_choice import number_in_address
from perfcore.views.catalogue import Search

LEVELS: dict[str, tuple[str, ...]] = {
    "All levels": (),
    "Strategic and service": ("strategic", "service"),
    "Strategic": ("strategic",),
    "Service": ("service",),
    "Operational": ("operational",),
}
STATUSES = {"All statuses": "", **{word: code for code, word in STATUS_WORDS.items()}}
_PAUSE = "200ms"


def search_bar() -> tuple[Search, dict[str, str]]:
    """Show the search, which finds while the reader types, with a level and a status.

    Returns
    -------
    tuple
        What to look for, and the same as it stands in the address.
    """
    with st.container(horizontal=True, gap="small", key="search"):
        text = st.text_input(
            "Search",
            key="q",
            type="search",
            placeholder="Name, definition, owner, service, tag",
            live=_PAUSE,
            bind="query-params",
            on_change=_first_page,
            width=340,
        )
        level = _choice("Level", "level", list(LEVELS))
        status = _choice("Status", "status", list(STATUSES))
    page = _page()
    search = Search((text or "").strip(), LEVELS[level], STATUSES[status], page)
    chosen = {
        "q": search.text,
        "level": level if LEVELS[level] else "",
        "status": status if STATUSES[status] else "",
        "page": str(page) if page > 1 else "",
    }
    return search, {name: said for name, said in chosen.items() if said}


def _choice(label: str, name: str, options: list[str]) -> str:
    chosen: str = st.selectbox(
        label, options, key=name, bind="query-params", on_change=_first_page, width=190
    )
    return chosen


def _page() -> int:
    named = number_in_address("page")
    return 1 if named is None else named


def _first_page() -> None:
    st.query_params.pop("page", None)
