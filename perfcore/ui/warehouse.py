"""Which warehouse do the pages show, and is there one yet?"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from threading import Lock

import streamlit as st

from perfcore.errors import OutdatedWarehouseError, UserError, WarehouseError
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
            return _in_use(settings, name)
    except WarehouseError as error:
        _offer_rebuild(error)
    except UserError as error:
        show_failure(error, "The dashboard cannot be built")
    return None


def in_place(settings: Settings) -> Store | None:
    """The warehouse in use if it can be read as it is; nothing is built and nothing shown.

    Raises
    ------
    WarehouseError
        If there is one that cannot be read.
    """
    name = current_name(settings.out)
    return None if name is None else _open(settings.out / name)


def _in_use(settings: Settings, name: str) -> Store:
    try:
        return _open(settings.out / name)
    except OutdatedWarehouseError:
        return _open(_own(settings, name))


@lru_cache(maxsize=_KEPT_OPEN)
def _open(path: Path) -> Store:
    return Store(path)


@lru_cache(maxsize=_KEPT_OPEN)
def _own(settings: Settings, _instead_of: str) -> Path:
    """A warehouse by this program, beside one that another edition of it has put in use.

    It is not put in use: while a server is being upgraded two editions run, and each would take
    the other's away.
    """
    return _build(settings, use=False)


def _build(settings: Settings, *, use: bool = True) -> Path:
    """Build a warehouse; what builds is loaded only here, for most readers find one in place."""
    build = import_module("perfcore.engine.build").build
    place = st.empty()
    try:
        with place.status("Building the warehouse from the framework and the data", expanded=True):
            bar = st.progress(0.0, text="Waiting for another reader's build")

            def progress(step: str, share: float) -> None:
                bar.progress(min(share, 1.0), text=step)

            with _ONE_AT_A_TIME:
                made = build(
                    settings.framework, settings.data, settings.out, use=use, progress=progress
                )
                return Path(made.path)
    finally:
        place.empty()


def _offer_rebuild(error: WarehouseError) -> None:
    show_failure(error, "The figures cannot be read")
    st.button("Build the warehouse again", on_click=_ask_to_build)


def _ask_to_build() -> None:
    st.session_state[_BUILD_AGAIN] = True
