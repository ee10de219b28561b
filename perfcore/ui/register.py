"""What has been written in the register, and who may write in it here?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address
from typing import Final

import streamlit as st

from perfcore.present.exception_words import NOTHING, Explained
from perfcore.register.connection import FILE, Register, open_register
from perfcore.register.errors import RefusedError, RegisterError
from perfcore.register.explanations import standing, state
from perfcore.settings import Settings, from_environment
from perfcore.ui.signed_in import signs_in


@dataclass(frozen=True, slots=True)
class Written:
    """The explanations that stand, and what tells this state of the register from others."""

    state: str
    explained: Explained


_NOTHING_WRITTEN: Final = Written("", NOTHING)


def written() -> Written:
    """What stands in the register; nothing where nobody has written yet.

    Where it cannot be read the page says so, and shows the figures all the same.
    """
    settings = from_environment()
    if not settings.register_url and not (settings.out / FILE).is_file():
        return _NOTHING_WRITTEN
    try:
        return _written(settings, state(_open(settings)))
    except RegisterError as error:
        st.warning(f"Explanations cannot be shown. {error}")
        return _NOTHING_WRITTEN


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


@lru_cache(maxsize=4)
def _written(settings: Settings, found: str) -> Written:
    return Written(found, standing(_open(settings)))
