"""One measure: what it says, how its status was reached, its history and what drives it."""

from collections.abc import Sequence
from functools import cache

import streamlit as st

from perfcore.present import blocks
from perfcore.present.charts import DARK, LIGHT, Chart, heading, history_chart
from perfcore.present.followed import followed
from perfcore.present.tables import comparison as compared_tables
from perfcore.present.tables.measure import tables, titles
from perfcore.present.take_away import Table
from perfcore.ui.action_form import add_action_form
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.chart import chart
from perfcore.ui.chosen_measure import chosen_measure
from perfcore.ui.compare_choice import compare_choice
from perfcore.ui.download import download_tables
from perfcore.ui.download_chart import download_chart
from perfcore.ui.explain_form import explain_form
from perfcore.ui.measure_picker import measure_picker
from perfcore.ui.register import written
from perfcore.views.comparison import Comparison, comparison
from perfcore.views.measure_page import MeasurePage, measure_page

ask = asked()
measure = chosen_measure(ask, "measure")
measure_picker(ask, measure)
compared = compare_choice(ask, measure) if measure else ""


@cache
def view() -> MeasurePage:
    """Everything about the measure; asked again by a run for what is not remembered."""
    return measure_page(ask.store, measure or "", ask.filters.until)


@cache
def beside() -> Comparison:
    """How the measure compares, with the areas chosen."""
    return comparison(ask.store, measure or "", compared, ask.filters.until)


def taken() -> Sequence[Table]:
    """The page's tables."""
    return [*tables(view()), *compared_tables.tables(view().facts, beside())]


def top() -> str:
    """The block above the chart."""
    return blocks.measure(view(), ask.links("measure"), heading(view()))


def rest(dark: bool) -> tuple[Chart | None, str, list[str]]:
    """The chart, the block below it and the titles of the tables."""
    drawn = history_chart(view(), DARK if dark else LIGHT)
    named = ask.forums()
    done = followed(said, view(), named, ask.build.as_at)
    below = blocks.measure_details(view(), ask.links("measure"), beside(), done)
    return drawn, below, [*titles(view()), *compared_tables.titles(beside())]


if measure:
    # Sent before the chart is drawn, so that a browser shows it before it draws the chart.
    block(ask.remember("measure top", measure, answer=top), key="measure_top")
    said = written()
    dark = st.context.theme.type == "dark"
    drawn, below, offered = ask.remember(
        "measure rest", measure, str(dark), compared, said.state, answer=lambda: rest(dark)
    )
    if drawn is not None:
        chart(drawn, key="history")
    # What is read is sent before what is pressed, so that a browser draws it first.
    take_away = st.container(horizontal=True, gap="small", key="take_away")
    forms = st.container()
    block(below, key="measure_rest")
    with take_away:
        if drawn is not None:
            download_chart(ask, "Measure", measure, view)
        if offered:
            download_tables(ask, "Measure", measure, offered, taken)
    with forms:
        kept = ask.remember("measure", measure, answer=view)
        explain_form(ask, kept, said.explained)
        add_action_form(ask, kept)
