"""What is behind a measure: the measures that drive it, and its places or teams."""

import streamlit as st

from perfcore.present import blocks
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.chosen_measure import chosen_measure
from perfcore.views.drill_down import drill_down

ask = asked()
measure = chosen_measure(ask, "drill-down")
if measure:
    until = ask.filters.until
    first = ask.remember(
        "breakdowns", measure, answer=lambda: drill_down(ask.store, ask.outline, measure, "", until)
    )
    names = {entry.name: entry.id for entry in first.breakdowns}
    split = ""
    if len(names) > 1:
        chosen = st.selectbox("Split by", list(names), key="split", bind="query-params", width=230)
        split = names[chosen]

    def answer() -> str:
        """The block's HTML."""
        view = drill_down(ask.store, ask.outline, measure, split, until)
        return blocks.drill_down(view, ask.links("drill-down"))

    block(ask.remember("drill-down", measure, split, answer=answer), key="drill_down")
