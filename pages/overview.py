"""What needs attention."""

from perfcore.present import blocks
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.views.overview import overview

ask = asked()


def answer() -> str:
    """The block's HTML."""
    view = overview(ask.store, ask.outline, ask.filters)
    return blocks.overview(view, ask.links())


block(ask.remember("overview", answer=answer), key="overview")
