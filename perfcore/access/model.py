"""Which roles are there, what may each do, and what does the access file say?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Literal, get_args

Role = Literal["reader", "contributor", "performance", "clerk", "restricted", "administrator"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)


class Operation(StrEnum):
    """What somebody may be allowed to do."""

    SEE = "see the dashboard"
    SEE_RESTRICTED = "see restricted measures"
    EXPLAIN = "explain an exception"
    ACT = "add and change actions"
    REMOVE = "remove an action"
    MEET = "hold a meeting"
    VIEW_AS = "view as somebody else"
    AUDIT = "see who changed what"


WRITES: Final = (Operation.EXPLAIN, Operation.ACT, Operation.REMOVE, Operation.MEET)
"""What changes the register; refused to whoever views as somebody else."""

SCOPED: Final = (Operation.EXPLAIN, Operation.ACT)
"""What a contributor may do for their own measures alone."""

_ANY: Final = frozenset(Operation)
RIGHTS: Final[Mapping[Role, frozenset[Operation]]] = MappingProxyType({
    "reader": frozenset({Operation.SEE}),
    "contributor": frozenset({Operation.SEE, *SCOPED}),
    "performance": _ANY - {Operation.SEE_RESTRICTED},
    "clerk": frozenset({Operation.SEE, Operation.MEET}),
    "restricted": frozenset({Operation.SEE, Operation.SEE_RESTRICTED}),
    "administrator": _ANY - {Operation.SEE_RESTRICTED},
})  # fmt: skip
"""What each role may do; whoever is to see restricted measures is given that role too."""


@dataclass(frozen=True, slots=True)
class Rule:
    """To whom a rule gives a role, and what for.

    Attributes
    ----------
    user, group
        The value of the user claim, or one of the group claim; exactly one of them is given.
    measures, services, directorates
        What a contributor contributes to.
    posts
        The posts that they hold: their own actions, and the measures that these posts account for.
    """

    role: Role
    user: str = ""
    group: str = ""
    measures: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    directorates: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """Some measures: those named, and those of services and directorates."""

    measures: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    directorates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Access:
    """Who may do what.

    Attributes
    ----------
    user_claim, group_claim
        Which claims of the identity provider name a person and their groups.
    restricted
        The measures that only restricted-data readers see.
    mail
        The address of each post that is to be reminded.
    """

    user_claim: str = "email"
    group_claim: str = "groups"
    restricted: Parts = field(default_factory=Parts)
    rules: tuple[Rule, ...] = ()
    mail: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
