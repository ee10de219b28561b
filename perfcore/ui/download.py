"""How does a reader take the figures away?"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from perfcore.present.take_away import Provenance, Table, as_csv, as_workbook, provenance
from perfcore.ui.asked import Asked

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download_tables(
    ask: Asked,
    page: str,
    name: str,
    titles: Sequence[str],
    tables: Callable[[], Sequence[Table]],
    chosen: Mapping[str, str] | None = None,
) -> None:
    """Offer a page's tables: each as CSV, and all as one workbook; written when asked for.

    Parameters
    ----------
    ask
        What this run asks.
    page
        The page's name, for the file to say.
    name
        What the files are called, without an ending.
    titles
        The tables' titles in their order, so that the offer costs nothing until it is taken.
    tables
        Makes the tables.
    chosen
        What they are narrowed to; None for the filters alone.
    """
    narrowed = ask.carried if chosen is None else {k: v for k, v in chosen.items() if v}

    def source() -> Provenance:
        return provenance(ask.build, page, narrowed, ask.store.name)

    def one(place: int) -> Callable[[], str]:
        return lambda: as_csv(tables()[place], source())

    with st.container(horizontal=True, gap="small", key="downloads"):
        for place, title in enumerate(titles):
            st.download_button(
                f"{title} (CSV)",
                one(place),
                file_name=f"{name}.csv" if len(titles) == 1 else f"{name}-{place + 1}.csv",
                mime="text/csv",
                on_click="ignore",
                icon=":material/download:",
                type="tertiary",
                key=f"download_{place}",
            )
        st.download_button(
            "All as a workbook (Excel)",
            lambda: as_workbook(tables(), source()),
            file_name=f"{name}.xlsx",
            mime=_WORKBOOK,
            on_click="ignore",
            icon=":material/download:",
            type="tertiary",
            key="download_all",
        )
