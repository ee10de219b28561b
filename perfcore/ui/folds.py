"""Does the address ask to open a part of the page that there is not?

Which parts are open is kept in the address by the block itself (``block.js``), without a run.
"""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

NONE = "none"


def warn_of_unknown_folds(known: Collection[str]) -> None:
    """Say which parts named by ``open`` in the address the page does not have.

    Parameters
    ----------
    known
        The parts that open and close; :data:`NONE` in the address closes all.
    """
    asked = [name for name in st.query_params.get("open", "").split(",") if name]
    for name in asked:
        if name not in (*known, NONE):
            st.warning(f"The address asks to open “{name}”, which is not on this page.")
