"""How does a block of HTML stand on a page, with links that are followed within the app?"""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

from perfcore.present.render import style_sheet

_component = st.components.v2.component(
    "perfcore_block",
    html='<div class="block"></div>\n',
    css=style_sheet(),
    js=files("perfcore.ui").joinpath("block.js").read_text(encoding="utf-8"),
)


def block(html: str, key: str, *, announced: bool = False) -> None:
    """Show a block.

    Parameters
    ----------
    html
        Escaped HTML, as ``present/`` makes it. An anchor with ``data-go`` is followed within the
        app; its address is real, so it also opens in a new tab.
    key
        Unique on the page.
    announced
        Whether screen readers say the block aloud when it changes; for a short one.
    """
    _component(data={"html": html, "announced": announced}, key=key)
