"""What has been written in the register, and who may write in it here?"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from ipaddress import ip_address
from typing import Final

import streamlit as st

from perfcore.register.connection import FILE, Register, open_register
from perfcore.register.contents import NOTHING, Contents, contents
from perfcore.register.errors import RefusedError, RegisterError
from perfcore.settings import Settings, from_environment
from perfcore.ui.signed_in import signs_in


def written() -> Contents:
    """What stands in the register; nothing where nobody has written yet.

    Where it cannot be read the page says so, and shows the figures all the same.
    """
    try:
        return all_written()
    except RegisterError as error:
        st.warning(f"What people wrote cannot be shown. {error}")
        return NOTHING


def all_written() -> Contents:
    """The same, for a page that shows nothing else.

    Raises
    ------
    RegisterError
        If it cannot be read: what cannot be read is not nothing.
    """
    settings = from_environment()
    return _READ.now(settings) if _is_there(settings) else NOTHING


def get_ready() -> None:
    """Read what stands, so that no reader waits for it; a page says if it cannot be read."""
    settings = from_environment()
    if _is_there(settings):
        with suppress(RegisterError):
            _READ.now(settings)


def reading() -> Register | None:
    """The register, to be read; None where nobody has written yet.

    Raises
    ------
    RegisterError
        If it cannot be opened.
    """
    settings = from_environment()
    return _open(settings) if _is_there(settings) else None


def writing() -> Register:
    """The register, to be written in.

    Raises
    ------
    RegisterError
        If it cannot be opened.
    RefusedError
        If the server can be reached from elsewhere and asks nobody who they are.
    """
    if not signs_in() and not _is_loopback(st.get_option("server.address")):
        raise RefusedError(
            "Without sign-in this dashboard is for one person, and takes nothing from a network.",
            do="Start it with --server.address 127.0.0.1 to write in it, or set up sign-in.",
        )
    return _open(from_environment())


def _is_there(settings: Settings) -> bool:
    return bool(settings.register_url) or (settings.out / FILE).is_file()


def _is_loopback(address: str | None) -> bool:
    if address == "localhost":
        return True
    try:
        return ip_address(address or "").is_loopback
    except ValueError:
        return False


@lru_cache(maxsize=2)
def _open(settings: Settings) -> Register:
    return open_register(settings.out, settings.register_url)


class _Read:
    """What was read of the register last, to read on from."""

    def __init__(self) -> None:
        self._last: dict[Settings, Contents] = {}

    def now(self, settings: Settings) -> Contents:
        """What stands now; of two who ask at once the later answer stays."""
        found = contents(_open(settings), self._last.get(settings, NOTHING))
        self._last[settings] = found
        return found


_READ: Final = _Read()
