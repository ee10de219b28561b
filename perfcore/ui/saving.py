"""What became of what a reader saved?

A form saves before its page is drawn again, and the page then says what became of it.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from perfcore.errors import UserError
from perfcore.ui.failure import show_failure

_KEPT = "Not saved; what you typed is still here"


def save(key: str, said: str, what: Callable[[], object]) -> bool:
    """Save something, and remember what to say of it.

    Parameters
    ----------
    key
        Of the form.
    said
        What to say when it is saved.
    what
        Saves it.

    Returns
    -------
    bool
        Whether it was saved; if so the form begins anew.
    """
    outcome: str | UserError
    try:
        what()
        outcome = said
    except UserError as error:
        outcome = error
    st.session_state[f"{key}_outcome"] = outcome
    if isinstance(outcome, UserError):
        return False
    st.session_state[f"{key}_turn"] = turn(key) + 1
    return True


def turn(key: str) -> int:
    """How often a form was saved: part of its fields' keys, so that they begin empty again."""
    return int(st.session_state.get(f"{key}_turn", 0))


def show_outcome(key: str) -> None:
    """Say what became of what was saved, once."""
    match st.session_state.pop(f"{key}_outcome", None):
        case str() as said:
            st.success(said)
        case UserError() as error:
            show_failure(error, _KEPT)
