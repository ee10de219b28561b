"""The dashboard: run with ``streamlit run app.py``."""

import streamlit as st

from perfcore.errors import UserError
from perfcore.settings import from_environment
from perfcore.ui.failure import show_failure
from perfcore.ui.frame import frame
from perfcore.ui.warehouse import ready

st.set_page_config(
    page_title="Performance dashboard", page_icon=":material/analytics:", layout="wide"
)

page = st.navigation(
    {
        "": [
            st.Page("pages/overview.py", title="Overview", icon="", default=True),
            st.Page("pages/scorecard.py", title="Scorecard", icon="", url_path="scorecard"),
            st.Page(
                "pages/council_plan.py", title="Council Plan", icon="", url_path="council-plan"
            ),
            st.Page("pages/covid_19.py", title="Covid-19", icon="", url_path="covid-19"),
        ],
        "Explore": [
            st.Page("pages/measures.py", title="Measures", icon="", url_path="measures"),
            st.Page("pages/measure.py", title="One measure", icon="", url_path="measure"),
            st.Page("pages/drill_down.py", title="Drill-down", icon="", url_path="drill-down"),
        ],
        "Manage": [
            st.Page("pages/data_health.py", title="Data health", icon="", url_path="data-health"),
        ],
    },
    position="top",
)
settings = from_environment()
store = ready(settings)
if store is not None:
    try:
        frame(settings, store)
        page.run()
    except UserError as error:
        show_failure(error, "This page cannot be shown")
