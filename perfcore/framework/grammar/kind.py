"""What does every kind of value know how to do, and where are its problems put?"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from perfcore.framework.problems import Problem, Severity


class WrongValueError(Exception):
    """A value is not of the kind expected; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Whereabouts in the file: a measure's id (or empty) and the dotted key inside it."""

    measure: str = ""
    key: str = ""

    def inside(self, key: str) -> Place:
        """The place one key further in."""
        return Place(self.measure, f"{self.key}.{key}" if self.key else key)


@dataclass(frozen=True, slots=True)
class Reading:
    """One pass over one file.

    Attributes
    ----------
    path
        The file, for the problems.
    ids
        The ids that each section of the file defines, for the references.
    problems
        Grows while reading.
    """

    path: Path
    ids: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def error(self, line: int, place: Place, text: str) -> None:
        """Note an error."""
        self._note(line, "error", place, text)

    def warning(self, line: int, place: Place, text: str) -> None:
        """Note a warning."""
        self._note(line, "warning", place, text)

    def _note(self, line: int, severity: Severity, place: Place, text: str) -> None:
        self.problems.append(Problem(self.path, line, severity, place.measure, place.key, text))


class Kind(ABC):
    """A kind of value: how it is read, and how a JSON Schema describes it."""

    @abstractmethod
    def read(self, node: yaml.Node, place: Place, reading: Reading) -> Any:
        """The value of a node.

        Raises
        ------
        WrongValueError
            If the node as a whole is of another kind. Problems inside it go to ``reading``.
        """

    @abstractmethod
    def json(self) -> dict[str, Any]:
        """The JSON Schema (draft 2020-12) of the values that :meth:`read` accepts."""
