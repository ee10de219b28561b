"""People who write in a register."""

from __future__ import annotations

from perfcore.access.person import EVERYTHING, Person


def anybody(name: str) -> Person:
    """Somebody who may do all."""
    return Person(name, EVERYTHING)


A, B, C = anybody("A"), anybody("B"), anybody("C")
HEAD = anybody("Head of Waste")
