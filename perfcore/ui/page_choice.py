"""What does the reader choose on one page alone?

The choices stand in the address by name, like the filters, but do not follow to other pages.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def choose(
    place: DeltaGenerator, name: str, label: str, options: Mapping[str, str], width: int
) -> str:
    """Show a choice, and say what is chosen.

    The address is the truth: a choice writes it, and every run reads it. So an option can be shown
    with a number that changes, and its name in the address stays.

    Parameters
    ----------
    place
        Where to show it.
    name
        Its name in the address.
    label
        Its name on the page.
    options
        What each option is called in the address, and how it is shown; the first is the usual one,
        which does not stand in the address.
    width
        In pixels.
    """
    usual = next(iter(options))
    chosen = named_in_address(name, options, label, options[usual]) or usual
    key = f"chosen_{name}"
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
    place.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=key,
        width=width,
        on_change=_write,
        args=(name, key, usual),
    )
    return chosen


def named_in_address(
    name: str, known: Collection[str], label: str, usual: str = "the page as usual"
) -> str:
    """What the address names, if it is known; else empty, and the page says so.

    Parameters
    ----------
    name
        Its name in the address.
    known
        What it can be.
    label
        Its name on the page.
    usual
        What is shown instead.
    """
    text = st.query_params.get(name)
    if text is None or text in known:
        return text or ""
    st.warning(
        f"The address asks for “{text}” under “{label}”, which there is not. "
        f"Shown instead: {usual}."
    )
    del st.query_params[name]
    return ""


def number_in_address(name: str) -> int | None:
    """The number that the address gives; None where what it gives is no number, or nothing."""
    text = st.query_params.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() else None


def _write(name: str, key: str, usual: str) -> None:
    chosen = st.session_state[key]
    if chosen == usual:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = chosen
