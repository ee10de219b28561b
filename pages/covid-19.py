"""The weekly Covid-19 report: twelve sections, a timeline, the change in the week."""

import streamlit as st

from perfcore.present import blocks, wording
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.views.covid import covid

ask = asked()
latest = ask.remember("covid weeks", answer=lambda: covid(ask.store, ask.outline, ask.filters))
weeks = {wording.period("week", "", week, short=False): week for week in latest.weeks}
if weeks:
    chosen = st.selectbox(
        "Week", list(weeks), format_func=wording.capital, key="week", bind="query-params", width=300
    )
    week = weeks[chosen]
else:
    chosen, week = "", None


def answer() -> str:
    """The block's HTML."""
    view = covid(ask.store, ask.outline, ask.filters, week)
    return blocks.covid(view, ask.links("covid-19"))


block(ask.remember("covid", chosen, answer=answer), key="covid")
