"""Who may do what, by the access file, and what is wrong with the file?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from perfcore.access.keys import ACCESS
from perfcore.access.model import Access, Parts, Rule
from perfcore.errors import FrameworkError, UserError
from perfcore.framework.grammar.collections import Entry
from perfcore.framework.grammar.kind import Place, Reading
from perfcore.framework.model import Framework
from perfcore.framework.yaml_lines import compose

Ids = Mapping[str, tuple[str, ...]]
_PARTS = ("measures", "services", "directorates")


class AccessError(UserError):
    """The access file cannot be used, so nobody may do anything."""


def load(path: Path, ids: Ids) -> Access:
    """Read an access file.

    Parameters
    ----------
    path
        The file.
    ids
        The ids of the framework's ``measures``, ``services`` and ``directorates``.

    Raises
    ------
    AccessError
        If the file is missing or has any error; the message names each with its line.
    """
    try:
        composed = compose(path)
    except FrameworkError as error:
        text = error.what.replace("framework file", "access file")
        raise AccessError(text, where=error.where, do="See docs/operations.md, sign-in.") from error
    reading = Reading(path, ids, list(composed.problems))
    access = Access()
    if composed.root is not None:
        entry: Entry = ACCESS.read(composed.root, Place(), reading)
        for one in entry.get("access", ()):
            _check(one, reading)
        access = _access(entry)
    if reading.problems:
        lines = sorted(set(reading.problems), key=lambda one: (one.line, one.text))
        raise AccessError(
            "\n".join(["The access file has errors; until it is right, nobody is let in.",
                       *map(str, lines)]),
            where=str(path),
        )  # fmt: skip
    return access


def ids_of(framework: Framework) -> Ids:
    """What an access file can name of a framework."""
    return {name: tuple(getattr(framework, name)) for name in _PARTS}


def _check(entry: Entry, reading: Reading) -> None:
    place = Place(key="access")
    if entry.said("user") == entry.said("group"):
        reading.error(entry.line, place, "name either a user or a group in each rule")
    narrowed = [name for name in (*_PARTS, "posts") if entry.get(name)]
    if entry.get("role") == "contributor" and not narrowed:
        reading.error(
            entry.line, place,
            "a contributor needs measures, services, directorates or posts to contribute to",
        )  # fmt: skip
    odd = [name for name in narrowed if name != "posts"]
    if odd and entry.get("role") not in (None, "contributor"):
        reading.error(
            entry.line_of(odd[0]), place.inside(odd[0]), "only narrows what a contributor may do"
        )


def _access(entry: Entry) -> Access:
    usual = Access()
    return Access(
        user_claim=entry.get("user_claim", usual.user_claim),
        group_claim=entry.get("group_claim", usual.group_claim),
        restricted=_parts(entry.get("restricted", Entry(0))),
        rules=tuple(
            Rule(
                role=one.get("role", "reader"),
                user=one.get("user", ""),
                group=one.get("group", ""),
                posts=one.get("posts", ()),
                **{name: one.get(name, ()) for name in _PARTS},
            )
            for one in entry.get("access", ())
        ),
        mail=MappingProxyType(
            {one.get("post", ""): one.get("to", "") for one in entry.get("mail", ())}
        ),
    )


def _parts(entry: Entry) -> Parts:
    return Parts(**{name: entry.get(name, ()) for name in _PARTS})
