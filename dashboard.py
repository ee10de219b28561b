"""What each reader's session runs: the frame, and the page within it (``app.py`` serves it)."""

import streamlit as st

from perfcore.errors import UserError
from perfcore.settings import from_environment
from perfcore.ui.failure import show_failure
from perfcore.ui.frame import frame
from perfcore.ui.navigation import navigation
from perfcore.ui.server import settle
from perfcore.ui.signed_in import asks_to_sign_in
from perfcore.ui.start import go_on
from perfcore.ui.warehouse import ready

page = navigation()
st.set_page_config(
    page_title=f"{page.title}, performance dashboard",
    page_icon=":material/analytics:",
    layout="wide",
)
settings = from_environment()
store = None if asks_to_sign_in() else ready(settings)
if store is not None:
    try:
        frame(settings, store, page.url_path)
        page.run()
    except UserError as error:
        show_failure(error, "This page cannot be shown")
settle(st.get_option("server.port"))
go_on()
