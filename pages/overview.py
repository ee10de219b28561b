"""What needs attention."""

from perfcore.present import overview as shown
from perfcore.present import wording
from perfcore.present.tables import overview as tables
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.download import download_tables
from perfcore.ui.page_choice import choose, named_in_address
from perfcore.views.overview import AT_LENGTH, SHORT, WHOLE, overview

PREVIOUS = "Previous results"

ask = asked()
ends = {f"End of {wording.month(day)}": day for day in ask.outline.months_before(ask.filters.until)}
compared = choose(
    ask.beside_filters, "since", "Compare with", {name: name for name in (PREVIOUS, *ends)}, 210
)
since = ends.get(compared)
listed = named_in_address("all", AT_LENGTH, "Show all")
here = ask.links(since=compared if since else "")


def answer() -> str:
    """The block's HTML."""
    lengths = AT_LENGTH.get(listed, SHORT)
    view = overview(ask.store, ask.outline, ask.filters, since, lengths)
    return shown.overview(view, ask.links(), here, listed)


block(ask.remember("overview", compared, listed, answer=answer), key="overview")
download_tables(
    ask,
    "Overview",
    "overview",
    tables.TITLES,
    lambda: tables.tables(overview(ask.store, ask.outline, ask.filters, since, WHOLE)),
    here.carried,
)
