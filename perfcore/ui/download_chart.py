"""How does a reader take a measure's chart away?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from perfcore.errors import UserError
from perfcore.present.chart_image import as_png, as_svg
from perfcore.present.charts import Chart, history_chart
from perfcore.present.take_away import Provenance, provenance
from perfcore.ui.asked import Asked
from perfcore.views.measure_page import MeasurePage

T = TypeVar("T", bytes, str)


def download_chart(ask: Asked, page: str, name: str, view: Callable[[], MeasurePage]) -> None:
    """Offer a measure's chart as PNG and SVG, drawn on white when it is asked for.

    Parameters
    ----------
    ask
        What this run asks.
    page
        The page's name.
    name
        What the files are called, without an ending.
    view
        Finds the measure, which must have a value.
    """

    def drawn(write: Callable[[Chart, MeasurePage, Provenance], T]) -> Callable[[], T]:
        def image() -> T:
            found = view()
            chart = history_chart(found)
            if chart is None:
                raise UserError(f"{found.facts.name} has no figures to draw.")
            source = provenance(ask.build, page, ask.carried, ask.store.name)
            return write(chart, found, source)

        return image

    for ending, mime, data in (
        ("png", "image/png", drawn(as_png)),
        ("svg", "image/svg+xml", drawn(as_svg)),
    ):
        st.download_button(
            f"Chart ({ending.upper()})",
            data,
            file_name=f"{name}.{ending}",
            mime=mime,
            on_click="ignore",
            icon=":material/download:",
            type="tertiary",
            key=f"download_{ending}",
        )
