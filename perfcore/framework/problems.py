"""What is wrong with a framework file, where, and how badly?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from perfcore.framework.model import Framework

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about a framework file; ``str()`` gives the line of contracts.md 1.

    Attributes
    ----------
    path
        The framework file, as it was named by the caller.
    line
        Line in it, from 1.
    severity
        An ``error`` makes the framework unusable, a ``warning`` does not.
    measure
        The measure's id, or empty where the problem is not in a measure.
    key
        The key concerned, dotted from the measure or from the top of the file.
    text
        What is wrong, with the nearest thing that would be right.
    """

    path: Path
    line: int
    severity: Severity
    measure: str
    key: str
    text: str

    def __str__(self) -> str:
        parts = [f"measure {self.measure!r}"] if self.measure else []
        parts += [self.key] if self.key else []
        return f"{self.path}:{self.line}: {self.severity}: {': '.join([*parts, self.text])}"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A framework file after checking.

    Attributes
    ----------
    framework
        None if any problem is an error.
    problems
        Every problem found, sorted by line.
    """

    framework: Framework | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that make the framework unusable."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that do not."""
        return tuple(problem for problem in self.problems if problem.severity == "warning")
