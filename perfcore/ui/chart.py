"""How does a chart stand on a page?"""

from __future__ import annotations

import streamlit as st

from perfcore.present.charts import Chart


def chart(drawn: Chart, key: str) -> None:
    """Show a chart under its finding, with a text for readers who do not see it."""
    st.vega_lite_chart(spec=drawn.specification, theme=None, key=key, alt=drawn.alternative)
