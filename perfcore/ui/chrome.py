"""What stands around every page: whose dashboard it is, what its figures are, how old they are?"""

from __future__ import annotations

from html import escape

import streamlit as st

from perfcore.present import wording
from perfcore.views.build_facts import BuildFacts

# Streamlit shows where the focus is by a change of background that few can see.
_NOTICE = """
<style>
:is(a,button,main):focus-visible{{outline:3px solid currentColor!important;outline-offset:-3px}}
.notice{{display:flex;flex-wrap:wrap;gap:0 24px;justify-content:space-between;padding:5px 12px;
background:rgba(122,133,143,.12);font-size:13px}}
</style>
<div class="notice" role="note"><span>{said}</span><span>As at {day}</span></div>
"""
_INVENTED = (
    "<b>Illustrative data.</b> Figures are invented to show how the dashboard works. "
    "They are not the council's results."
)


def brand(organisation: str) -> None:
    """The council's name in the corner, short enough to leave a telephone's menu its place."""
    ink = "#8FC3F2" if st.context.theme.type == "dark" else "#12436D"
    width = 12 + round(9.6 * len(organisation))
    st.logo(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="32" '
        f'viewBox="0 0 {width} 32"><text y="22" font-family="Arial, sans-serif" font-size="18" '
        f'font-weight="700" fill="{ink}">{escape(organisation)}</text></svg>',
        size="large",
    )


def notice(build: BuildFacts) -> None:
    """Whether the figures are invented, and the day they are as at."""
    said = _INVENTED if build.illustrative else f"Figures of {escape(build.organisation)}."
    st.html(_NOTICE.format(said=said, day=wording.day(build.as_at)))
