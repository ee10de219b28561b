"""What does the framework file say, node by node, and on which line?

The file is composed into PyYAML's nodes and never constructed: a node keeps its line and the
author's own digits, so no date, octal number or float comes between the file and its reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from perfcore.errors import FrameworkError
from perfcore.framework.problems import Problem

_BASE: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_DEEPEST = 50
_TOO_DEEP = f"brackets or lists are nested more than {_DEEPEST} deep"
_TAG = "tag:yaml.org,2002:"


class _Loader(_BASE):  # type: ignore[misc]  # which of PyYAML's two it is depends on the machine
    """Guesses what a text is once, however often a file repeats it."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._guesses: dict[tuple[object, ...], str] = {}

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:
        """The tag of a node."""
        asked = (kind, value, implicit)
        if asked not in self._guesses:
            self._guesses[asked] = super().resolve(kind, value, implicit)
        return self._guesses[asked]


@dataclass(frozen=True, slots=True)
class Composed:
    """A file's root mapping, or None and the reasons why there is none."""

    root: yaml.MappingNode | None
    problems: tuple[Problem, ...] = ()


def compose(path: Path) -> Composed:
    """The root mapping of a framework file.

    Parameters
    ----------
    path
        A YAML file in UTF-8, with or without a byte order mark.

    Returns
    -------
    Composed
        Without a root when the text is not YAML or is indented with tabs.

    Raises
    ------
    FrameworkError
        If the file cannot be read, is not UTF-8, is empty or is not a mapping.
    """
    text = _text(path)
    tabs = tuple(
        Problem(path, text.count("\n", 0, found.start()) + 1, "error", "", "",
                "the line is indented with a tab; YAML is indented with spaces")
        for found in _TAB_INDENT.finditer(text)
    )  # fmt: skip
    if tabs:
        return Composed(None, tabs)
    try:
        if line := _line_too_deep(text):
            return Composed(None, (Problem(path, line, "error", "", "", _TOO_DEEP),))
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return Composed(None, (_syntax_problem(path, text, error),))
    if root is None or is_null(root):
        raise FrameworkError(
            "The framework file is empty.",
            where=str(path),
            do="It begins with 'version: 1'.",
        )
    if not isinstance(root, yaml.MappingNode):
        raise FrameworkError(
            "The framework file is not a mapping of keys to values.",
            where=f"{path}:{line_of(root)}",
            do="It begins with 'version: 1'.",
        )
    return Composed(root)


def line_of(node: yaml.Node) -> int:
    """The line on which a node begins, from 1."""
    return int(node.start_mark.line) + 1


def is_plain(node: yaml.ScalarNode) -> bool:
    """Whether a scalar is written without quotes, so that YAML guesses what it is."""
    return not node.style


def guess(node: yaml.ScalarNode) -> str:
    """What YAML 1.1 takes a scalar for: ``str``, ``bool``, ``int``, ``float``, ``timestamp``..."""
    return str(node.tag).removeprefix(_TAG)


def is_null(node: yaml.Node) -> bool:
    """Whether a value is left empty, or written ``null`` or ``~``."""
    return isinstance(node, yaml.ScalarNode) and guess(node) == "null"


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise FrameworkError(
            "There is no such framework file.",
            where=str(path),
            do="Name it with --framework or PERFCORE_FRAMEWORK.",
        ) from error
    except IsADirectoryError as error:
        raise FrameworkError(
            "This is a folder, not a framework file.",
            where=str(path),
            do="Name the file in it, for example measures.yaml.",
        ) from error
    except OSError as error:
        raise FrameworkError(
            f"The framework file cannot be read: {error.strerror}.", where=str(path)
        ) from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FrameworkError(
            "The framework file is not UTF-8.",
            where=f"{path}:{line}",
            do="Save it as UTF-8 in your editor.",
        ) from error


def _line_too_deep(text: str) -> int:
    """The line where nesting exceeds what a framework can need, or 0.

    Composing is recursive in C, and would take the whole process down.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            return event.start_mark.line + 1 if event.start_mark else 1
    return 0


def _syntax_problem(path: Path, text: str, error: yaml.YAMLError) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        context = f" ({error.context})" if error.context else ""
        line = error.problem_mark.line + 1
        # PyYAML from 6.0.4 gives up on endless nesting itself, before it can be counted here
        deep = "nesting depth" in str(error.problem)
        wrong = _TOO_DEEP if deep else f"not valid YAML: {error.problem}{context}"
        return Problem(path, line, "error", "", "", wrong)
    position = getattr(error, "position", 0)
    reason = getattr(error, "reason", "it cannot be read")
    line = text.count("\n", 0, position) + 1
    return Problem(path, line, "error", "", "", f"not valid YAML: {reason}")
