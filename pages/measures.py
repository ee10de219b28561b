"""Every measure, found by any word of its name, definition, service, owner or tags."""

import streamlit as st

from perfcore.present import blocks
from perfcore.present.wording import STATUS_WORDS
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.views.catalogue import Search, catalogue

LEVELS = {
    "All levels": "",
    "Strategic": "strategic",
    "Service": "service",
    "Operational": "operational",
}
STATUSES = {"All statuses": "", **{word: code for code, word in STATUS_WORDS.items()}}

ask = asked()
with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
    text = st.text_input("Search", key="q", bind="query-params", width=260)
    level = st.selectbox("Level", list(LEVELS), key="level", bind="query-params", width=160)
    status = st.selectbox("Status", list(STATUSES), key="status", bind="query-params", width=160)
    paging = st.empty()


def find(page: int) -> Search:
    """What to look for on one page of the matches."""
    return Search(text or "", LEVELS[level], STATUSES[status], page)


first = ask.remember(
    "matches", repr(find(1)), answer=lambda: catalogue(ask.store, ask.filters, find(1))
)
page = 1
if first.pages > 1:
    page = paging.number_input(
        f"Page, 1 to {first.pages}", 1, first.pages, key="page", bind="query-params", width=130
    )
search = find(page)


def answer() -> str:
    """The block's HTML."""
    view = catalogue(ask.store, ask.filters, search)
    return blocks.catalogue(view, search, ask.links("measures"))


block(ask.remember("measures", repr(search), answer=answer), key="measures")
