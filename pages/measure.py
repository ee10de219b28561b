"""One measure: what it says, how its status was reached, its history and what drives it."""

from collections.abc import Sequence

import streamlit as st

from perfcore.present import blocks
from perfcore.present.charts import DARK, LIGHT, Chart, history_chart
from perfcore.present.tables import comparison as compared_tables
from perfcore.present.tables.measure import tables, titles
from perfcore.present.take_away import Table
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.chart import chart
from perfcore.ui.chosen_measure import chosen_measure
from perfcore.ui.compare_choice import compare_choice
from perfcore.ui.download import download_chart, download_tables
from perfcore.ui.measure_picker import measure_picker
from perfcore.views.comparison import Comparison, comparison
from perfcore.views.measure_page import MeasurePage, measure_page

ask = asked()
measure = chosen_measure(ask, "measure")
measure_picker(ask, measure)
compared = compare_choice(ask, measure) if measure else ""


def view() -> MeasurePage:
    """Everything about the measure; asked again for what is not remembered."""
    return measure_page(ask.store, measure or "", ask.filters.until)


def beside() -> Comparison:
    """How the measure compares, with the areas chosen."""
    return comparison(ask.store, measure or "", compared, ask.filters.until)


def taken() -> Sequence[Table]:
    """The page's tables."""
    found = view()
    return [*tables(found), *compared_tables.tables(found.facts, beside())]


def answer(dark: bool) -> tuple[str, str, Chart | None, list[str]]:
    """The blocks above and below the chart, the chart, and the titles of the tables."""
    found, links = view(), ask.links("measure")
    drawn = history_chart(found, DARK if dark else LIGHT)
    others = beside()
    top, rest = blocks.measure(found, links, drawn), blocks.measure_details(found, links, others)
    return top, rest, drawn, [*titles(found), *compared_tables.titles(others)]


if measure:
    dark = st.context.theme.type == "dark"
    top, rest, drawn, offered = ask.remember(
        "measure", measure, str(dark), compared, answer=lambda: answer(dark)
    )
    block(top, key="measure_top")
    if drawn is not None:
        chart(drawn, key="history")
    with st.container(horizontal=True, gap="small", key="take_away"):
        if drawn is not None:
            download_chart(ask, "Measure", measure, view)
        if offered:
            download_tables(ask, "Measure", measure, offered, taken)
    block(rest, key="measure_rest")
