"""How is a reader told what is wrong and what to do?"""

from __future__ import annotations

import streamlit as st

from perfcore.errors import UserError


def show_failure(error: UserError, title: str) -> None:
    """Show a fault in what was given, in the page's place.

    Parameters
    ----------
    error
        What is wrong, where, and what to do.
    title
        What could not be done.
    """
    first, *more = str(error.what).splitlines() or [""]
    lines = [first, f"Where: `{error.where}`" if error.where else "", error.do]
    st.error("\n\n".join(line for line in lines if line), title=title)
    if more:
        st.code("\n".join(more), language=None, wrap_lines=True)
