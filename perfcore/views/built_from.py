"""Which framework file was this warehouse made from?"""

from __future__ import annotations

from dataclasses import dataclass

from perfcore.store import Store


@dataclass(frozen=True, slots=True)
class _Hash:
    framework_hash: str


def framework_hash(store: Store) -> str:
    """The SHA-256 of the framework file, as hexadecimal digits."""
    return store.fetch("select framework_hash from build", {}, _Hash)[0].framework_hash
