"""What would the whole come to if some of its members had other values? Nothing is saved."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import streamlit as st

from perfcore.present.moved import supposed
from perfcore.present.moved.supposed import Supposable
from perfcore.ui.block import block
from perfcore.views.contributions import Contributions
from perfcore.views.judged import Bands
from perfcore.views.reckoning import Outcome, what_if

MOST = 6


def what_if_form(
    found: Contributions,
    bands: Bands | None,
    chance: Callable[[Outcome], str] | None = None,
) -> None:
    """Let the reader suppose values for up to six members, and say what the whole comes to.

    Parameters
    ----------
    found
        Gives the members and their values in the period shown.
    bands
        The boundaries in force; None where no target judges the measure.
    chance
        Says in a sentence how likely the year's target would be with an outcome, where a forecast
        can.
    """
    offered = {one.name: one for one in supposed.offered(found)}
    chosen = st.multiselect(
        "What if some of these had another value?",
        list(offered),
        max_selections=MOST,
        placeholder="Choose up to six; nothing is saved",
        key="what_if",
    )
    if not chosen:
        return
    with st.container(horizontal=True, gap="small", key="what_if_values"):
        values = {offered[name].member: _value(offered[name]) for name in chosen}
    outcome = what_if(found, bands, values)
    if outcome is not None:
        said = chance(outcome) if chance else ""
        block(supposed.told(found, outcome, said), key="what_if_outcome", announced=True)


def _value(one: Supposable) -> Decimal:
    typed = st.number_input(
        f"{one.name}, now {one.now}",
        min_value=one.least,
        max_value=one.most,
        value=float(one.value),
        step=one.step,
        format=f"%.{one.decimals}f",
        key=f"what_if_{one.member}",
        width=240,
    )
    return Decimal(f"{typed:.{one.decimals}f}")
