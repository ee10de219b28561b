"""Which week does the reader look at, and are running totals shown as such?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

import streamlit as st

from perfcore.present import wording

WEEKLY = "Weekly"
CUMULATIVE = "Cumulative"


def week_choice(weeks: Sequence[date]) -> tuple[date | None, bool]:
    """Show the week picker and how running totals are measured; both stand in the address.

    Parameters
    ----------
    weeks
        First days of the weeks that can be chosen, the latest first.

    Returns
    -------
    tuple
        The first day of the week chosen, None where there is no week; and whether running totals
        are shown as such.
    """
    names = {wording.day(week + timedelta(days=6)): week for week in weeks}
    _warn_of_unknown("week", names, "The latest is shown.")
    _warn_of_unknown("measure-as", (WEEKLY, CUMULATIVE), "Weekly figures are shown.")
    if not names:
        return None, False
    with st.container(horizontal=True, gap="small", key="week_filters"):
        chosen = st.selectbox(
            "Week ending", list(names), key="week", bind="query-params", width=210
        )
        measured = st.segmented_control(
            "Measure as",
            (WEEKLY, CUMULATIVE),
            default=WEEKLY,
            required=True,
            key="measure-as",
            bind="query-params",
        )
    return names.get(chosen, weeks[0]), measured == CUMULATIVE


def _warn_of_unknown(name: str, known: Collection[str], instead: str) -> None:
    text = st.query_params.get(name)
    if text is not None and text not in known:
        what = name.replace("-", " ")
        st.warning(f"The address asks for the {what} “{text}”, which there is not. {instead}")
