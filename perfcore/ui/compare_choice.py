"""With whom does the reader compare a measure?"""

from __future__ import annotations

from perfcore.ui.asked import Asked
from perfcore.ui.page_choice import choose, named_in_address
from perfcore.views.comparison import compared_with, usual_choice

_LABEL = "Compare with"


def compare_choice(ask: Asked, measure: str) -> str:
    """The id of the area or set in the address, or else the usual one; empty where there is none.

    Where there is only one there is nothing to choose.

    Parameters
    ----------
    ask
        What this run asks.
    measure
        The measure's id.
    """
    offered = ask.remember(
        "compared with", measure, answer=lambda: compared_with(ask.store, measure)
    )
    usual = usual_choice(offered)
    names = {one.comparator: one.name for one in offered}
    if len(offered) < 2:
        return named_in_address("compare", names, _LABEL) or usual
    options = {usual: names[usual], **names}
    return choose(ask.beside_filters, "compare", _LABEL, options, 210)
