"""The least that Streamlit can show on two pages, to click from one to the other."""

import streamlit as st


def first() -> None:
    """Show one word."""
    st.title("First")


def second() -> None:
    """Show another."""
    st.title("Second")


pages = [st.Page(first, title="First", default=True), st.Page(second, title="Second")]
st.navigation(pages, position="top").run()
