"""Who is this, and what may they do?"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Final

import streamlit as st

from perfcore.access.load import load
from perfcore.access.model import Access, Operation
from perfcore.access.person import Person, person, single_user
from perfcore.settings import Settings
from perfcore.store import Store
from perfcore.views.owned import ids, owned

_VIEWS_AS: Final = "perfcore_views_as"


def signs_in() -> bool:
    """Whether this server asks its readers who they are."""
    return bool(st.secrets.load_if_toml_exists()) and "auth" in st.secrets


def asks_to_sign_in() -> bool:
    """Offer to sign in where that is asked for and has not been done; whether it was offered."""
    if not signs_in() or st.user.is_logged_in:
        return False
    st.title("Performance dashboard")
    st.write("Sign in with your work account to see it.")
    st.button("Sign in", on_click=st.login)
    return True


def who_is_this(settings: Settings, store: Store) -> Person:
    """The reader, or as whom they look at the dashboard.

    Raises
    ------
    AccessError
        If readers sign in here and the access file cannot be used.
    """
    reader = themselves(settings, store)
    other: Person | None = st.session_state.get(_VIEWS_AS)
    return other.seen_by(reader) if other and reader.may(Operation.VIEW_AS) else reader


def themselves(settings: Settings, store: Store) -> Person:
    """The reader, whoever they view the dashboard as."""
    if not signs_in():
        return single_user()
    claims = json.dumps(dict(st.user.to_dict()), sort_keys=True, default=str)
    return _person(settings.access, _changed(settings.access), store, claims)


def view_as(other: Person | None) -> None:
    """Look at the dashboard as somebody else from now on, or as oneself again."""
    if other is None:
        st.session_state.pop(_VIEWS_AS, None)
    else:
        st.session_state[_VIEWS_AS] = other


def rules(settings: Settings, store: Store) -> Access:
    """The access file as it is now; read again when it has changed.

    Raises
    ------
    AccessError
        If it cannot be used.
    """
    return _rules(settings.access, _changed(settings.access), store)


@lru_cache(maxsize=4)
def _rules(path: Path, _changed: tuple[int, int], store: Store) -> Access:
    return load(path, ids(store))


@lru_cache(maxsize=256)
def _person(path: Path, changed: tuple[int, int], store: Store, claims: str) -> Person:
    """Somebody's rights, while the file, the warehouse and what they claim are the same."""
    return person(_rules(path, changed, store), json.loads(claims), owned(store))


def _changed(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
