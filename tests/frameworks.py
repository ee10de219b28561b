"""Frameworks for tests, made by the real loader from real YAML."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

from perfcore.framework import Loaded, load, read
from perfcore.framework.model import Framework

EXAMPLE = Path(__file__).parent / "fixtures" / "framework.yaml"

HEAD = """\
version: 1
organisation: {name: Exampleshire Council, code: E06000099}
directorates: {place: {name: Place}}
services: {waste: {name: Waste, directorate: place}}
quadrants: {}
comparators: {england: {name: England, code: E92000001}}
breakdowns: {team: {name: Team}, locality: {name: Locality, geography: true}}
measures:
"""
PLAIN = {
    "name": "A measure",
    "level": "service",
    "service": "waste",
    "unit": "count",
    "frequency": "month",
    "good": "high",
}


def example() -> Framework:
    """The fixture that uses every part of a framework file."""
    return read(EXAMPLE)


def framework_from(text: str, folder: Path) -> Framework:
    """The framework of a whole file's text, written into a folder first."""
    return read(_written(text, folder))


def loaded_from(text: str, folder: Path) -> Loaded:
    """The same, with its problems."""
    return load(_written(text, folder))


def measures_text(**measures: str) -> str:
    """A whole file with measures that need only say what is special about them.

    Each keyword is an id with underscores for hyphens, each value the measure's own keys as YAML
    lines, which replace those of :data:`PLAIN`.
    """
    return HEAD + "".join(_measure(name, keys) for name, keys in measures.items())


def _measure(name: str, keys: str) -> str:
    own = dedent(keys).strip()
    said = {line.split(":")[0] for line in own.splitlines()}
    plain = [f"{key}: {value}" for key, value in PLAIN.items() if key not in said]
    body = "\n".join([*plain, *([own] if own else [])])
    return f"  {name.replace('_', '-')}:\n{indent(body, '    ')}\n"


def _written(text: str, folder: Path) -> Path:
    path = folder / "measures.yaml"
    path.write_text(text, encoding="utf-8")
    return path
