"""What does ``perfcore check`` say about a framework file?"""

from __future__ import annotations

from pathlib import Path

from perfcore.framework.load import load
from perfcore.framework.problems import Loaded


def check(path: Path) -> Loaded:
    """The framework file with every problem found in it.

    Raises
    ------
    FrameworkError
        If there is nothing to check; see :func:`perfcore.framework.load`.
    """
    return load(path)


def report(loaded: Loaded) -> str:
    """Every problem on its line, sorted, and a last line that sums up.

    Parameters
    ----------
    loaded
        A checked framework file.

    Returns
    -------
    str
        Lines without a final line break.
    """
    errors, warnings = len(loaded.errors), len(loaded.warnings)
    counted = f"{_number(errors, 'error')}, {_number(warnings, 'warning')}"
    if loaded.framework is not None:
        counted = f"{_number(len(loaded.framework.measures), 'measure')}: {counted}"
    return "\n".join([*map(str, loaded.problems), counted])


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
