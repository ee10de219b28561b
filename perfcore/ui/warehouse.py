"""Which warehouse do the pages show, and is there one yet?"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from threading import Lock

import streamlit as st

from perfcore.engine import build
from perfcore.errors import UserError, WarehouseError
from perfcore.settings import Settings
from perfcore.store import Store, current_name
from perfcore.ui.failure import show_failure

_KEPT_OPEN = 3
_BUILD_AGAIN = "perfcore_build_again"
_ONE_AT_A_TIME = Lock()


def ready(settings: Settings) -> Store | None:
    """The warehouse in use, built first if there is none.

    Returns
    -------
    Store or None
        None where there is none and none can be built, or it cannot be read; the page then says
        why.
    """
    try:
        if st.session_state.pop(_BUILD_AGAIN, False):
            _build(settings)
        name = current_name(settings.out)
        if name is None:
            _build(settings)
            name = current_name(settings.out)
        if name is not None:
            return _open(str(settings.out), name)
    except WarehouseError as error:
        _offer_rebuild(error)
    except UserError as error:
        show_failure(error, "The dashboard cannot be built")
    return None


@lru_cache(maxsize=_KEPT_OPEN)
def _open(out: str, name: str) -> Store:
    return Store(Path(out) / name)


def _build(settings: Settings) -> None:
    place = st.empty()
    try:
        with place.status("Building the warehouse from the framework and the data", expanded=True):
            bar = st.progress(0.0, text="Waiting for another reader's build")

            def progress(step: str, share: float) -> None:
                bar.progress(min(share, 1.0), text=step)

            with _ONE_AT_A_TIME:
                build(settings.framework, settings.data, settings.out, progress=progress)
    finally:
        place.empty()


def _offer_rebuild(error: WarehouseError) -> None:
    show_failure(error, "The figures cannot be read")
    st.button("Build the warehouse again", type="primary", on_click=_ask_to_build)


def _ask_to_build() -> None:
    st.session_state[_BUILD_AGAIN] = True
