"""Every measure, found by any word of its name, definition, service, owner or tags."""

from dataclasses import replace

from perfcore.present import blocks
from perfcore.present.tables.measures import TITLE, table
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.download import download_tables
from perfcore.ui.search_bar import search_bar
from perfcore.views.catalogue import catalogue, every_match

ask = asked()
search, in_address = search_bar()
searched = replace(ask, carried={**ask.carried, **in_address})


def answer() -> tuple[str, str, int]:
    """The block that says how many match, the block of matches, and how many there are."""
    view = catalogue(ask.store, ask.filters, search)
    top = blocks.catalogue_top(view.matches, search)
    return top, blocks.catalogue(view, search, searched.links("measures")), view.matches


top, found, matches = ask.remember("measures", repr(search), answer=answer)
block(top, key="measures_top", announced=True)
block(found, key="measures")
if matches:
    download_tables(
        searched,
        "Measures",
        "measures",
        [TITLE],
        lambda: [table(every_match(ask.store, ask.filters, search))],
    )
