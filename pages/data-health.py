"""The state of the data: freshness, what is missing, refused, restated, and the files."""

from perfcore.present import blocks
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.views.data_health import data_health

ask = asked()


def answer() -> str:
    """The block's HTML."""
    view = data_health(ask.store, ask.filters)
    return blocks.data_health(view, ask.links("data-health"), ask.store.name)


block(ask.remember("data health", answer=answer), key="data_health")
