"""What does the reader narrow the pages to?

The choices stand in the address by name, so that a link to any page opens the same page for
someone else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from perfcore.present import wording
from perfcore.views.filters import Filters
from perfcore.views.outline import Entry, Outline

ALL = "All"
ALL_PORTFOLIOS = "All portfolios"
_SEGMENTS = 5
NAMES = ("directorate", "portfolio", "period")


def unknown_choices(outline: Outline) -> list[str]:
    """What is wrong with the filters in the address, one sentence each.

    To be asked before :func:`filter_bar`, which takes what it does not know out of the address.
    """
    choices = zip(
        NAMES, (_directorates(outline), _portfolios(outline), _months(outline)), strict=True
    )
    return list(_unknown(dict(choices)))


def filter_bar(
    outline: Outline, beside: Callable[[dict[str, str]], None]
) -> tuple[Filters, dict[str, str], DeltaGenerator]:
    """Show the filters in a row.

    Parameters
    ----------
    outline
        What can be chosen.
    beside
        Shows what stands at the end of the row, given the filters as they stand in the address.

    Returns
    -------
    tuple
        The filters; the same as they stand in the address (those that narrow anything); and the
        place in the row for what a page alone lets readers choose.
    """
    with st.container(horizontal=True, gap="small", key="filters"):
        filters, carried = _widgets(outline)
        own = st.container(horizontal=True, gap="small", width="content", key="page_choices")
        beside(carried)
    return filters, carried, own


def folded_filters(outline: Outline) -> tuple[Filters, dict[str, str], DeltaGenerator]:
    """The filters behind one button, so that they stay in the address; see :func:`filter_bar`."""
    with st.popover("Filters", type="tertiary") as own:
        filters, carried = _widgets(outline)
    return filters, carried, own


def _widgets(outline: Outline) -> tuple[Filters, dict[str, str]]:
    months = _months(outline)
    directorate = _directorate(_directorates(outline))
    portfolio = _portfolio(_portfolios(outline))
    period = st.selectbox("Period", months, key="period", bind="query-params", width=170)
    chosen = {"directorate": directorate, "portfolio": portfolio, "period": period}
    usual = {"directorate": ALL, "portfolio": ALL_PORTFOLIOS, "period": next(iter(months), "")}
    filters = Filters(
        directorate=_id(outline.directorates, directorate),
        portfolio=_id(outline.portfolios, portfolio),
        until=_month(outline.months, months, period),
    )
    return filters, {name: text for name, text in chosen.items() if text and text != usual[name]}


def _directorate(names: Sequence[str]) -> str:
    if len(names) > _SEGMENTS:
        return st.selectbox("Directorate", names, key="directorate", bind="query-params", width=230)
    return st.segmented_control(
        "Directorate", names, default=ALL, required=True, key="directorate", bind="query-params"
    )


def _portfolio(names: Sequence[str]) -> str:
    if len(names) > 1:
        return st.selectbox("Portfolio", names, key="portfolio", bind="query-params", width=210)
    st.query_params.pop("portfolio", None)
    return ALL_PORTFOLIOS


def _directorates(outline: Outline) -> list[str]:
    return [ALL, *(entry.name for entry in outline.directorates)]


def _portfolios(outline: Outline) -> list[str]:
    return [ALL_PORTFOLIOS, *(entry.name for entry in outline.portfolios)]


def _months(outline: Outline) -> list[str]:
    return [wording.month(day) for day in outline.months]


def _id(entries: Sequence[Entry], name: str) -> str:
    return next((entry.id for entry in entries if entry.name == name), "")


def _month(days: Sequence[date], names: Sequence[str], chosen: str | None) -> date | None:
    place = names.index(chosen) if chosen in names else 0
    return days[place] if place else None


def _unknown(choices: dict[str, list[str]]) -> Iterator[str]:
    for name, known in choices.items():
        text = st.query_params.get(name)
        if text is not None and text not in known:
            yield f"The address asks for the {name} “{text}”, which there is not. All are shown."
