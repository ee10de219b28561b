"""The least that Streamlit with navigation can show: bare, or inside the dashboard's own frame.

``PERFCORE_BENCH_FRAME=1`` adds what the dashboard puts around every page: name, notice, filters,
and the way its server answers.
"""

import os

import streamlit as st

from perfcore.settings import from_environment
from perfcore.ui.frame import frame
from perfcore.ui.server import settle
from perfcore.ui.warehouse import ready


def empty() -> None:
    """Show one word."""
    st.title("Empty")


page = st.navigation([st.Page(empty)], position="top")
framed = bool(os.environ.get("PERFCORE_BENCH_FRAME"))
if framed:
    settings = from_environment()
    store = ready(settings)
    if store is not None:
        frame(settings, store, page.url_path)
page.run()
if framed:
    settle(st.get_option("server.port"))
