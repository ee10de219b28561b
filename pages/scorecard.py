"""The balanced scorecard, quadrant by quadrant."""

from dataclasses import replace
from typing import get_args

from perfcore.present import blocks
from perfcore.present.tables import scorecard as tables
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.download import download_tables
from perfcore.ui.page_choice import choose, named_in_address
from perfcore.views.forums import scorecard_forums
from perfcore.views.scorecard import EVERY_ROW, ROWS_SHOWN, Order, Scorecard, scorecard

ALL = "All measures"

ask = asked()
forums = ask.remember("forums", answer=lambda: scorecard_forums(ask.store, ask.filters))
shown = ALL
if forums:
    shares = {ALL: f"All {forums[0].of} measures"}
    shares |= {one.name: f"{one.name} ({one.measures})" for one in forums}
    shown = choose(ask.beside_filters, "show", "Show", shares, 210)
orders: dict[str, Order] = {order: order for order in get_args(Order)}
order = orders[named_in_address("order", orders, "Order by") or "attention"]
last_year = named_in_address("lastyear", ("yes",), "Show last year")
forum = next((one for one in forums if one.name == shown), None)
here = ask.links(
    "scorecard",
    show=forum.name if forum else "",
    order="" if order == "attention" else order,
    lastyear=last_year,
)


def view(limit: int) -> Scorecard:
    """The scorecard that is asked for."""
    filters = replace(ask.filters, forum=forum.id if forum else "")
    return scorecard(ask.store, ask.outline, filters, order, last_year=bool(last_year), limit=limit)


def answer() -> str:
    """The block's HTML."""
    name = forum.name if forum else ""
    return blocks.scorecard(view(ROWS_SHOWN), ask.links("scorecard"), here, order, name)


block(ask.remember("scorecard", shown, order, last_year, answer=answer), key="scorecard")
download_tables(
    ask,
    "Scorecard",
    "scorecard",
    tables.TITLES,
    lambda: tables.tables(view(EVERY_ROW)),
    here.without("lastyear").carried,
)
