"""What tests of problems look at: the marked line, and the problem's own line of text."""

from __future__ import annotations

from pathlib import Path

from perfcore.framework import Loaded
from tests.frameworks import loaded_from, measures_text

MARK = "# here"


def lines_of(loaded: Loaded) -> list[str]:
    """The problems as text, without the file's name."""
    return [str(problem).split(".yaml:", 1)[1] for problem in loaded.problems]


def marked(text: str) -> int:
    """The number of the line that carries the mark."""
    [line] = [number for number, line in enumerate(text.splitlines(), 1) if line.endswith(MARK)]
    return line


def check(folder: Path, keys: str) -> list[str]:
    """The problems of a framework whose measure ``m`` has these keys, without file and line."""
    problems = lines_of(loaded_from(measures_text(m=keys), folder))
    return [problem.split(": ", 1)[1] for problem in problems]
