"""How does the reader choose a breakdown, what it is compared with, and how it is shown?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from perfcore.present.choice import LAST_YEAR, SHOWN_AS, TARGET, VERSUS, Choice
from perfcore.views.drill_down import Offered


def unknown_in_address(offered: Sequence[Offered]) -> list[str]:
    """What is wrong with the choices in the address, one sentence each.

    To be asked before :func:`split_bar`, which takes what it does not know out of the address.
    """
    known: Mapping[str, tuple[str, Sequence[str]]] = {
        "split": ("to split by", [one.entry.name for one in offered]),
        "versus": ("to compare with", list(VERSUS)),
        "as": ("to show it as", SHOWN_AS),
    }
    return [
        f"The address asks {said} “{text}”, which is not offered here."
        for name, (said, names) in known.items()
        if (text := st.query_params.get(name)) is not None and text not in names
    ]


def split_bar(offered: Sequence[Offered]) -> Choice:
    """Show what can be chosen of a measure's breakdowns; nothing where there is no choice.

    Returns
    -------
    Choice
        What is chosen, and the same as it stands in the address.
    """
    names = [one.entry.name for one in offered]
    if not names:
        return Choice()
    with st.container(horizontal=True, gap="small", key="split_bar"):
        split = _select("Split by", "split", names)
        shown = next(one for one in offered if one.entry.name == split)
        versus = _select("Compare with", "versus", _compared(shown))
        way = SHOWN_AS[0]
        if shown.mapped:
            way = st.segmented_control(
                "Show as", SHOWN_AS, default=way, required=True, key="as", bind="query-params"
            )
    chosen = {"split": split, "versus": versus, "as": way}
    usual = {"split": names[0], "versus": next(iter(VERSUS)), "as": SHOWN_AS[0]}
    return Choice(
        split=shown.entry.id,
        versus=VERSUS[versus],
        as_map=way == "Map",
        carried={name: text for name, text in chosen.items() if text != usual[name]},
    )


def _compared(shown: Offered) -> list[str]:
    """What the figures can be compared with; of a year the period before is last year."""
    absent = {LAST_YEAR: shown.yearly, TARGET: not shown.aimed}
    return [said for said in VERSUS if not absent.get(said, False)]


def _select(label: str, key: str, names: list[str]) -> str:
    """A select, or what there is where it would offer one thing only."""
    if len(names) == 1:
        return names[0]
    return str(st.selectbox(label, names, key=key, bind="query-params", width=200))
