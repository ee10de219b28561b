"""What is off track, missing or exceptionally good, since when, and who has heard of it?"""

from dataclasses import replace

from perfcore.present.exceptions import SECTIONS, exceptions
from perfcore.present.tables import exceptions as tables
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.download import download_tables
from perfcore.ui.page_choice import choose, named_in_address
from perfcore.ui.register import written
from perfcore.views.episodes import Episodes, episodes, forums_heard

EVERY = "Every forum"

ask = asked()
forums = ask.remember("forums heard", answer=lambda: forums_heard(ask.store, ask.filters))
shares = {EVERY: EVERY} | {one.name: f"{one.name} ({one.number})" for one in forums}
heard = EVERY
if forums:
    heard = choose(ask.beside_filters, "heard", "Heard by", shares, 210)
else:
    named_in_address("heard", (), "Heard by", EVERY)
forum = next((one for one in forums if one.name == heard), None)
said = written()
listed = named_in_address("all", SECTIONS, "Show all")
here = ask.links("exceptions", heard=forum.name if forum else "")


def view() -> Episodes:
    """The exceptions that are asked for."""
    return episodes(ask.store, replace(ask.filters, forum=forum.id if forum else ""))


def answer() -> str:
    """The block's HTML."""
    name = forum.name if forum else ""
    return exceptions(view(), ask.links("exceptions"), here, listed, name, said.explained)


block(ask.remember("exceptions", heard, listed, said.state, answer=answer), key="exceptions")
download_tables(
    ask, "Exceptions", "exceptions", tables.TITLES, lambda: tables.tables(view()), here.carried
)
