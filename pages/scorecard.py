"""The balanced scorecard, quadrant by quadrant."""

from perfcore.present import blocks
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.views.scorecard import scorecard

ask = asked()


def answer() -> str:
    """The block's HTML."""
    view = scorecard(ask.store, ask.outline, ask.filters)
    return blocks.scorecard(view, ask.links("scorecard"))


block(ask.remember("scorecard", answer=answer), key="scorecard")
