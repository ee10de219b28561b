"""What does the server do once it listens, before the first reader asks for a page?"""

from __future__ import annotations

import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from importlib import import_module
from threading import Thread, Timer

import streamlit as st

_UNTIL_SENT = 1.5  # seconds
_ANY = (None, "", "0.0.0.0", "::")


@asynccontextmanager
async def start(_app: st.App) -> AsyncIterator[None]:
    """Get ready beside the server, while a browser is still loading what it needs itself.

    Loading the program takes longer than any page; the first reader would wait for it. It is not
    loaded here, because the server would then listen later by as much.
    """
    Thread(target=_get_ready, args=("perfcore.ui.first_page",)).start()
    _open_browser()
    yield


@cache
def go_on() -> None:
    """Get the other pages ready, once the first page has been sent and is being read."""
    later = Timer(_UNTIL_SENT, _get_ready, ("perfcore.ui.other_pages",))
    later.daemon = True
    later.start()


def _get_ready(module: str) -> None:
    import_module(module).get_ready()


def _open_browser() -> None:
    """Show the dashboard to who started it at a desk; Streamlit does so for scripts alone."""
    if not st.get_option("server.headless"):
        Thread(target=webbrowser.open, args=(_address(),)).start()


def _address() -> str:
    listens = st.get_option("server.address")
    host = st.get_option("browser.serverAddress") if listens in _ANY else listens
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    path = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{scheme}://{host}:{st.get_option('server.port')}/{path}"
