"""The council plan, priority by priority."""

from perfcore.present import blocks
from perfcore.present.tables import council_plan as taken
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.download import download_tables
from perfcore.ui.folds import warn_of_unknown_folds
from perfcore.views.council_plan import council_plan

EVERY = 1_000_000

ask = asked()
warn_of_unknown_folds([*(entry.id for entry in ask.outline.priorities), "budget"])


def answer() -> str:
    """The block's HTML."""
    view = council_plan(ask.store, ask.outline, ask.filters)
    return blocks.council_plan(view, ask.links("council-plan"))


block(ask.remember("council plan", answer=answer), key="council_plan")
download_tables(
    ask,
    "Council Plan",
    "council-plan",
    taken.TITLES,
    lambda: taken.tables(council_plan(ask.store, ask.outline, ask.filters, EVERY)),
)
