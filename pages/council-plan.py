"""The council plan, priority by priority."""

from perfcore.present import blocks
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.views.council_plan import council_plan

ask = asked()


def answer() -> str:
    """The block's HTML."""
    view = council_plan(ask.store, ask.outline, ask.filters)
    return blocks.council_plan(view, ask.links("council-plan"))


block(ask.remember("council plan", answer=answer), key="council_plan")
