"""Which measures are changing by more than chance, and which can meet their targets?"""

from perfcore.present.tables import variation as tables
from perfcore.present.variation.matrix import cell_name, matrix
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.download import download_tables
from perfcore.ui.page_choice import choose, named_in_address
from perfcore.views.variation import ASSURANCES, EVERY, KINDS, SHOWN, Variation, variation

LEVELS = {
    "All levels": "All levels",
    "Strategic": "Strategic",
    "Service": "Service",
    "Operational": "Operational",
}
CELLS = {cell_name(kind, column): (kind, column) for kind in KINDS for column in ASSURANCES}

ask = asked()
shown = choose(ask.beside_filters, "level", "Level", LEVELS, 160)
level = "" if shown == "All levels" else shown.lower()
listed = named_in_address("cell", CELLS, "Cell")
here = ask.links("variation", level=shown if level else "")


def view(most: int) -> Variation:
    """The matrix that is asked for."""
    return variation(ask.store, ask.filters, level, most, CELLS.get(listed))


def answer() -> str:
    """The block's HTML."""
    return matrix(view(SHOWN), ask.links("variation"), here, listed)


block(ask.remember("variation", level, listed, answer=answer), key="variation")
download_tables(
    ask, "Variation", "variation", tables.TITLES, lambda: tables.tables(view(EVERY)), here.carried
)
