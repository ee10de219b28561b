"""The state of the data: freshness, what is missing, refused, restated, and the files."""

from perfcore.present import blocks
from perfcore.present.tables import data_health as taken
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.download import download_tables
from perfcore.views.data_health import data_health

EVERY = 1_000_000

ask = asked()


def answer() -> str:
    """The block's HTML."""
    view = data_health(ask.store, ask.filters)
    return blocks.data_health(view, ask.links("data-health"), ask.store.name)


block(ask.remember("data health", answer=answer), key="data_health")
download_tables(
    ask,
    "Data health",
    "data-health",
    taken.TITLES,
    lambda: taken.tables(data_health(ask.store, ask.filters, EVERY)),
)
