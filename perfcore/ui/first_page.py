"""What does the first page of a server need, and can it be had before a reader asks?

To import this module loads what every page needs, and what the overview needs.
"""

from __future__ import annotations

import inspect
from importlib import import_module

from perfcore.errors import UserError
from perfcore.present import overview as shown
from perfcore.present.links import Links
from perfcore.present.tables import overview as _tables  # noqa: F401  the page's own
from perfcore.settings import from_environment
from perfcore.store import Store
from perfcore.ui import download, failure, page_choice  # noqa: F401  the page's own
from perfcore.ui.frame import facts
from perfcore.ui.warehouse import in_place
from perfcore.views.filters import Filters
from perfcore.views.overview import overview

_STREAMLITS_OWN = ("numpy", "PIL.Image")  # which it loads when it first shows a council's name


def get_ready() -> None:
    """Open the warehouse that is in place, and answer the overview once.

    Where there is no warehouse, or it cannot be read, the first reader's page builds it or says
    what is wrong: only that page can show it.
    """
    try:
        store = in_place(from_environment())
    except UserError:
        store = None
    if store is not None:
        _answer(store)
    for name in _STREAMLITS_OWN:
        import_module(name)
    inspect.stack()  # as Streamlit does at its first element; the first time, it reads all sources


def _answer(store: Store) -> None:
    _, outline, _ = facts(store)
    shown.overview(overview(store, outline, Filters()), Links())
