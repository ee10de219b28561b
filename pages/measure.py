"""One measure: what it says, how its status was reached, its history and what drives it."""

import streamlit as st

from perfcore.present import blocks
from perfcore.present.charts import DARK, LIGHT, history_chart
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.chart import chart
from perfcore.ui.chosen_measure import chosen_measure
from perfcore.ui.download import download_history
from perfcore.views.measure_page import measure_page

ask = asked()
measure = chosen_measure(ask, "measure")
if measure:
    links = ask.links("measure")
    view = ask.remember(
        "measure", measure, answer=lambda: measure_page(ask.store, measure, ask.filters.until)
    )
    rest = ask.remember("measure rest", measure, answer=lambda: blocks.measure_details(view, links))
    dark = st.context.theme.type == "dark"
    drawn = ask.remember(
        "measure chart",
        measure,
        str(dark),
        answer=lambda: history_chart(view, DARK if dark else LIGHT),
    )
    top = ask.remember("measure top", measure, answer=lambda: blocks.measure(view, links, drawn))
    block(top, key="measure_top")
    if drawn is not None:
        chart(drawn, key="history")
    download_history(ask, measure)
    block(rest, key="measure_rest")
