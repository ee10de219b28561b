"""Who is this, what may they do, and who changed what?"""

import streamlit as st

from perfcore.access.model import Operation
from perfcore.errors import UserError
from perfcore.present import access as present
from perfcore.register.audit import latest_changes
from perfcore.settings import from_environment
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.failure import show_failure
from perfcore.ui.register import reading
from perfcore.ui.signed_in import signs_in, themselves
from perfcore.ui.view_as import view_as_form

LATEST = 100

ask = asked()
settings = from_environment()
block(present.access(ask.person, signs_in=signs_in()), key="access")
view_as_form(settings, ask, themselves(settings, ask.whole))
if signs_in():
    st.button("Sign out", on_click=st.logout)
if ask.person.may(Operation.AUDIT):
    try:
        register = reading()
        found = latest_changes(register, ask.person, LATEST) if register else []
        block(present.changes(found, ask.person.hidden), key="changes")
    except UserError as error:
        show_failure(error, "Who changed what cannot be shown")
