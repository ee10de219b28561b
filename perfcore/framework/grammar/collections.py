"""How are lists, mappings with known keys and tables keyed by id read?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from perfcore.framework.grammar.kind import Kind, Place, Reading, WrongValueError
from perfcore.framework.grammar.scalars import ID_PATTERN, is_id, untrapped
from perfcore.framework.suggest import did_you_mean
from perfcore.framework.yaml_lines import is_null, line_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A mapping as read: values that are right, and the line of each key.

    Attributes
    ----------
    line
        Where the entry begins.
    values
        What could be read, by key.
    lines
        The line of every known key written, right or wrong.
    nulls
        Keys written with nothing behind them, which undo a default.
    """

    line: int
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    nulls: frozenset[str] = frozenset()

    def line_of(self, key: str) -> int:
        """The line of a key, or of the whole entry where the key is not written in it."""
        return self.lines.get(key, self.line)

    def get(self, key: str, otherwise: Any = None) -> Any:
        """The value of a key, or ``otherwise`` if it is absent or wrong."""
        return self.values.get(key, otherwise)

    def said(self, key: str) -> bool:
        """Whether a key is written with anything behind it, right or wrong."""
        return key in self.lines and key not in self.nulls

    def wrong(self, key: str) -> bool:
        """Whether a key is written with a value that could not be read."""
        return self.said(key) and key not in self.values


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a mapping, the kind of its value, and what it means."""

    name: str
    kind: Kind
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record(Kind):
    """A mapping with known keys."""

    keys: tuple[Key, ...]

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> Entry:
        """The entry; unknown, repeated, missing and wrong keys go to ``reading``."""
        known = {key.name: key for key in self.keys}
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        nulls: set[str] = set()
        for name, line, value in pairs(node, place, reading):
            if name not in known:
                near = did_you_mean(name, known)
                reading.error(line, place.inside(name), f"is not a known key{near}")
                continue
            lines[name] = line
            if is_null(value):
                nulls.add(name)
                continue
            try:
                values[name] = known[name].kind.read(value, place.inside(name), reading)
            except WrongValueError as error:
                reading.error(line_of(value), place.inside(name), str(error))
        entry = Entry(line_of(node), values, lines, frozenset(nulls))
        self.require(entry, place, reading)
        return entry

    def require(self, entry: Entry, place: Place, reading: Reading) -> None:
        """Note an error for each required key that is not there."""
        for key in self.keys:
            if key.required and key.name not in entry.values and not entry.wrong(key.name):
                reading.error(entry.line, place.inside(key.name), "is missing")

    def json(self) -> dict[str, Any]:
        """An object with these properties and no others."""
        schema: dict[str, Any] = {
            "type": "object",
            "properties": {key.name: _property(key) for key in self.keys},
            "additionalProperties": False,
        }
        required = [key.name for key in self.keys if key.required]
        return {**schema, "required": required} if required else schema


@dataclass(frozen=True, slots=True)
class Table(Kind):
    """A mapping from ids to entries of one kind. ``measures``: its ids are measures."""

    record: Record
    measures: bool = False

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> dict[str, Entry]:
        """The entries in the file's order."""
        entries: dict[str, Entry] = {}
        for name, line, value in pairs(node, place, reading, ids=True):
            inside = Place(measure=name) if self.measures else place.inside(name)
            try:
                found = self.record.read(value, inside, reading)
            except WrongValueError as error:
                reading.error(line, inside, str(error))
                continue
            entries[name] = Entry(line, found.values, found.lines, found.nulls)
        return entries

    def json(self) -> dict[str, Any]:
        """An object whose property names are ids."""
        names = {"type": "string", "pattern": ID_PATTERN}
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": self.record.json(),
        }


@dataclass(frozen=True, slots=True)
class Listing(Kind):
    """A list of values of one kind; ``length``: how many there must be."""

    item: Kind
    length: int | None = None

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> tuple[Any, ...]:
        """The items that could be read."""
        if not isinstance(node, yaml.SequenceNode):
            raise WrongValueError("is not a list; write [one, two]")
        if self.length is not None and len(node.value) != self.length:
            raise WrongValueError(f"has {len(node.value)} items, not {self.length}")
        items = []
        for value in node.value:
            try:
                if is_null(value):
                    raise WrongValueError("has an item with nothing in it")
                items.append(self.item.read(value, place, reading))
            except WrongValueError as error:
                reading.error(line_of(value), place, str(error))
        if self.length is not None and len(items) != self.length:
            return ()
        return tuple(items)

    def json(self) -> dict[str, Any]:
        """An array."""
        schema: dict[str, Any] = {"type": "array", "items": self.item.json()}
        if self.length is not None:
            schema |= {"minItems": self.length, "maxItems": self.length}
        return schema


@dataclass(frozen=True, slots=True)
class Dated(Kind):
    """One value for always, or a list of ``{from, value}``."""

    item: Kind
    dated: Record

    def read(self, node: yaml.Node, place: Place, reading: Reading) -> tuple[Entry, ...]:
        """The entries; a value for always has no ``from``."""
        if isinstance(node, yaml.SequenceNode):
            found: tuple[Entry, ...] = Listing(self.dated).read(node, place, reading)
            return found
        line = line_of(node)
        value = self.item.read(node, place, reading)
        return (Entry(line, {"value": value}, {"value": line}),)

    def json(self) -> dict[str, Any]:
        """Either form."""
        return {"anyOf": [self.item.json(), Listing(self.dated).json()]}


def pairs(
    node: yaml.Node, place: Place, reading: Reading, *, ids: bool = False
) -> Iterator[tuple[str, int, yaml.Node]]:
    """Each key of a mapping with its line and value node; repeats and odd keys are noted.

    Parameters
    ----------
    node
        A mapping, else WrongValueError.
    place, reading
        Where problems are noted.
    ids
        Whether the keys are ids of entries, which must look like ids.
    """
    if not isinstance(node, yaml.MappingNode):
        raise WrongValueError("is not a mapping of keys to values")
    first: dict[str, int] = {}
    for key, value in node.value:
        line = line_of(key)
        if not isinstance(key, yaml.ScalarNode):
            reading.error(line, place, "a key must be a word")
            continue
        name = str(key.value)
        if name in first:
            text = f"is written twice, first on line {first[name]}"
            reading.error(line, place.inside(name), text)
            continue
        first[name] = line
        if ids and (fault := _fault_of_id(key, name)):
            reading.error(line, place.inside(name), fault)
        else:
            yield name, line, value


def _fault_of_id(key: yaml.ScalarNode, name: str) -> str:
    if not is_id(name):
        return "is not an id: use lower case letters, digits and single hyphens"
    try:
        untrapped(key)
    except WrongValueError as error:
        return str(error)
    return ""


def _property(key: Key) -> dict[str, Any]:
    schema = {"description": key.about, **key.kind.json()}
    if key.required:
        return schema
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    if isinstance(schema.get("type"), list):
        return {**schema, "type": [*schema["type"], "null"]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
