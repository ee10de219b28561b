"""What may this person do?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from perfcore.access.model import RIGHTS, ROLES, SCOPED, WRITES, Access, Operation, Parts, Role
from perfcore.errors import UserError


class NotAllowedError(UserError):
    """Somebody asked for what they may not do."""


@dataclass(frozen=True, slots=True)
class Owned:
    """A measure, and to whom it belongs."""

    measure: str
    service: str
    directorate: str
    owner: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who uses the dashboard.

    Attributes
    ----------
    name
        As the register records them.
    roles
        Empty for somebody whom no rule names: they may do nothing.
    measures
        What they contribute to.
    posts
        The posts that they hold.
    hidden
        The measures that they may not see.
    viewed_by
        Who looks at the dashboard as this person would see it; empty for the person themselves.
    """

    name: str
    roles: frozenset[Role] = frozenset()
    measures: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    viewed_by: str = ""

    def may(self, operation: Operation, measures: Collection[str] = (), owner: str = "") -> bool:
        """Whether they may do something.

        Parameters
        ----------
        operation
            What.
        measures
            The measures concerned. A contributor may write about their own alone; about nothing
            at all they may not write.
        owner
            The post whose action it is; its holder may report on it.
        """
        if self.viewed_by and operation in WRITES:
            return False
        if self.hidden.intersection(measures):
            return False
        allowing = {role for role in self.roles if operation in RIGHTS[role]}
        if operation in SCOPED and allowing == {"contributor"}:
            own = bool(measures) and self.measures.issuperset(measures)
            return own or owner in self.posts
        return bool(allowing)

    def insist(self, operation: Operation, measures: Collection[str] = (), owner: str = "") -> None:
        """Refuse what they may not do.

        Raises
        ------
        NotAllowedError
            Naming the operation and what would allow it.
        """
        if self.may(operation, measures, owner):
            return
        if self.viewed_by and operation in WRITES:
            raise NotAllowedError(
                f"You view the dashboard as {self.name}: nothing can be written.",
                do="Go back to being yourself first.",
            )
        about = f" of {', '.join(sorted(measures))}" if measures and operation in SCOPED else ""
        raise NotAllowedError(
            f"{self.name} may not {operation}{about}.",
            do="Ask the performance team for access, if this is part of your work.",
        )

    def seen_by(self, other: Person) -> Person:
        """The same, as somebody else looks at it: read only, and without what they may not see."""
        return replace(self, viewed_by=other.name, hidden=self.hidden | other.hidden)


EVERYTHING: Final = frozenset(ROLES)


def single_user() -> Person:
    """Who uses a dashboard without sign-in: one person, on their own machine, who may do all."""
    return Person("Single user", EVERYTHING)


def person(access: Access, claims: Mapping[str, object], owned: Iterable[Owned]) -> Person:
    """Who somebody is, by what their identity provider says.

    Parameters
    ----------
    access
        The access file.
    claims
        The provider's. Somebody without the user claim, or whose address the provider has not
        verified, has no access: what they did could not be recorded as theirs.
    owned
        Every measure.
    """
    user = claims.get(access.user_claim)
    if access.user_claim == "email" and claims.get("email_verified") is False:
        user = None
    groups = claims.get(access.group_claim)
    member_of = {str(one) for one in groups} if isinstance(groups, (list, tuple)) else set()
    if isinstance(groups, str):
        member_of = {groups}
    name = user.strip().lower() if isinstance(user, str) else ""
    rules = [
        rule
        for rule in access.rules
        if name and (rule.user.lower() == name or (rule.group and rule.group in member_of))
    ]
    measures = list(owned)
    roles: frozenset[Role] = frozenset(rule.role for rule in rules)
    posts = frozenset(post for rule in rules for post in rule.posts)
    mine = {
        measure
        for rule in rules
        if rule.role == "contributor"
        for measure in among(Parts(rule.measures, rule.services, rule.directorates), measures)
    }
    if "contributor" in roles:
        mine |= {one.measure for one in measures if one.owner in posts}
    sees_all = any(Operation.SEE_RESTRICTED in RIGHTS[role] for role in roles)
    hidden = frozenset() if sees_all else among(access.restricted, measures)
    return Person(name or "Somebody without a name", roles, frozenset(mine), posts, hidden)


def among(parts: Parts, owned: Iterable[Owned]) -> frozenset[str]:
    """The measures that are named, or belong to what is named."""
    return frozenset(
        one.measure
        for one in owned
        if one.measure in parts.measures
        or one.service in parts.services
        or one.directorate in parts.directorates
    )
