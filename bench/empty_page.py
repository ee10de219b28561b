"""The least that a Streamlit app with navigation can show."""

import streamlit as st


def empty() -> None:
    """Show one word."""
    st.title("Empty")


st.navigation([st.Page(empty)], position="top").run()
