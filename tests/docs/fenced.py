"""What do the documents show as an example?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
GUIDE = ROOT / "docs" / "guide.md"
_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A fenced block."""

    language: str
    text: str


def examples(document: Path) -> list[Example]:
    found = _FENCE.findall(document.read_text(encoding="utf-8"))
    return [Example(language, dedent(text)) for _, language, text in found]


def example(document: Path, holding: str) -> str:
    """The one fenced block that holds a text."""
    (found,) = [one.text for one in examples(document) if holding in one.text]
    return found


def table(document: Path, heading: str) -> list[list[str]]:
    """The rows of the table whose first heading is this, cell by cell."""
    lines = document.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split(" | ")])
    return rows
