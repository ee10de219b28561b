"""Which framework does a file hold, and what is wrong with it?"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import yaml

from perfcore.errors import FrameworkError
from perfcore.framework.assemble import council
from perfcore.framework.grammar.collections import Entry
from perfcore.framework.grammar.kind import Place, Reading
from perfcore.framework.keys import FRAMEWORK, SECTIONS
from perfcore.framework.model import Framework
from perfcore.framework.problems import Loaded, Problem
from perfcore.framework.rules import broken_rules
from perfcore.framework.rules.draft import Draft
from perfcore.framework.yaml_lines import compose, line_of

VERSION = 1


def load(path: Path) -> Loaded:
    """Read a framework file and check it by every rule of contracts.md 1.

    Parameters
    ----------
    path
        The framework file.

    Returns
    -------
    Loaded
        The framework, or None if there is any error; and every problem, sorted by line.

    Raises
    ------
    FrameworkError
        If there is nothing to check: the file is missing, a folder, empty, not UTF-8 or not a
        mapping.
    """
    with _uncollected():
        return _checked(path)


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is read here stays: looking for garbage among it takes a third of the reading."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _checked(path: Path) -> Loaded:
    composed = compose(path)
    if composed.root is None:
        return Loaded(None, composed.problems)
    if other := _other_version(composed.root, path):
        return Loaded(None, (other,))
    reading = Reading(path, _ids(composed.root))
    entry: Entry = FRAMEWORK.read(composed.root, Place(), reading)
    framework = council.framework(entry, path, reading)
    reading.problems.extend(broken_rules(Draft(framework, entry)))
    problems = tuple(sorted(set(reading.problems), key=lambda one: (one.line, one.key, one.text)))
    wrong = any(problem.severity == "error" for problem in problems)
    return Loaded(None if wrong else framework, problems)


def read(path: Path) -> Framework:
    """The framework of a file that has no error.

    Raises
    ------
    FrameworkError
        If the file cannot be used; the message lists every error.
    """
    loaded = load(path)
    if loaded.framework is None:
        errors = loaded.errors
        number = f"{len(errors)} error{'s' if len(errors) > 1 else ''}"
        raise FrameworkError(
            "\n".join([f"The framework has {number}.", *map(str, errors)]),
            where=str(path),
        )
    return loaded.framework


def _other_version(root: yaml.MappingNode, path: Path) -> Problem | None:
    for key, value in root.value:
        if isinstance(key, yaml.ScalarNode) and key.value == "version":
            if isinstance(value, yaml.ScalarNode) and value.value == f"{VERSION}":
                return None
            written = value.value if isinstance(value, yaml.ScalarNode) else "no number"
            text = f"is {written!r}; this program reads version {VERSION}"
            return Problem(path, line_of(key), "error", "", "version", text)
    text = f"is missing: begin the file with 'version: {VERSION}'"
    return Problem(path, line_of(root), "error", "", "version", text)


def _ids(root: yaml.MappingNode) -> Mapping[str, tuple[str, ...]]:
    return {
        key.value: tuple(name.value for name, _ in value.value if isinstance(name, yaml.ScalarNode))
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode)
        and key.value in SECTIONS
        and isinstance(value, yaml.MappingNode)
    }
