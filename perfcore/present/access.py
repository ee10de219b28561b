"""What does the page about access show: who the reader is, what they may do, who changed what?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from perfcore.access.model import SCOPED, Operation, Rule
from perfcore.access.person import Person
from perfcore.present import render, wording
from perfcore.register.audit import Change

ROLES: Final = {
    "reader": "Reader",
    "contributor": "Contributor",
    "performance": "Performance team",
    "clerk": "Meeting clerk",
    "restricted": "Restricted-data reader",
    "administrator": "Administrator",
}
_LONGEST: Final = 400


def access(person: Person, *, signs_in: bool) -> str:
    """Who the reader is, and what they may do.

    Parameters
    ----------
    person
        The reader, or as whom they look at the dashboard.
    signs_in
        Whether readers sign in here.
    """
    return render.page(
        "access",
        person=person,
        signs_in=signs_in,
        headline=_headline(person, signs_in=signs_in),
        roles=wording.listed([ROLES[role] for role in ROLES if role in person.roles]),
        rights=[(operation, _right(person, operation)) for operation in Operation],
    )


def changes(found: Sequence[Change], hidden: frozenset[str]) -> str:
    """Who changed what, the latest first.

    Parameters
    ----------
    found
        The changes.
    hidden
        The measures that the reader may not see; what changes about them say is left out.
    """
    return render.page("changes", found=[_line(one, hidden) for one in found])


def rule_named(rule: Rule) -> str:
    """A rule of the access file: ``Reader, group all-staff``."""
    who = f"group {rule.group}" if rule.group else rule.user
    narrowed = [*rule.directorates, *rule.services, *rule.measures, *rule.posts]
    about = f", for {wording.listed(narrowed)}" if narrowed else ""
    return f"{ROLES[rule.role]}, {who}{about}"


def _headline(person: Person, *, signs_in: bool) -> str:
    if person.viewed_by:
        return f"{person.viewed_by} views the dashboard as {person.name}."
    if signs_in:
        return f"You are signed in as {person.name}."
    return "This dashboard is for one person; nobody signs in."


def _right(person: Person, operation: Operation) -> str:
    if person.may(operation):
        return "Yes"
    if operation in SCOPED and not person.viewed_by and "contributor" in person.roles:
        return f"For {wording.plural(len(person.measures), 'measure')} of yours"
    return "No"


def _line(change: Change, hidden: frozenset[str]) -> tuple[Change, str]:
    """A change and what it says; of a hidden measure neither its subject nor what was said."""
    text = json.dumps(change.after, ensure_ascii=False) if change.after else ""
    if any(measure in f"{change.subject} {text}" for measure in hidden):
        return replace(change, subject=""), "About a measure that you may not see"
    return change, text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
