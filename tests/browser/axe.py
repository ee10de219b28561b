"""What does axe-core find on a page, and can it be excused?

Streamlit draws the navigation, the filters and the menus. What axe-core finds in them is listed in
``streamlit_findings.yaml``; nothing inside a block of this project can be excused.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

LISTED = Path(__file__).with_name("streamlit_findings.yaml")
# Off unless asked for: WCAG 2.2's own rule, and three on tables and names that are still on trial.
_ALSO = ("target-size", "td-has-header", "table-fake-caption", "label-content-name-mismatch")
# What stands on a page does not depend on the theme, only its colours do.
EVERY_RULE: dict[str, Any] = {"rules": {rule: {"enabled": True} for rule in _ALSO}}
COLOUR_RULES: dict[str, Any] = {"runOnly": ["color-contrast", "link-in-text-block"]}
_SCRIPT = Axe().axe_script
_EXCUSED = """([target, within]) => {
  const found = document.querySelector(target)
  return Boolean(found && found.closest(within))
}"""


@dataclass(frozen=True)
class Finding:
    """One element that breaks one rule.

    Attributes
    ----------
    path
        The selectors that lead to it: more than one where it is inside a block.
    """

    rule: str
    impact: str
    path: tuple[str, ...]
    html: str

    @property
    def in_block(self) -> bool:
        """Whether it is inside a block of this project."""
        return len(self.path) > 1

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}): {' >> '.join(self.path)}: {self.html[:200]}"


@dataclass(frozen=True)
class Listed:
    """A finding that is Streamlit's own: a rule, broken within what a selector names."""

    rule: str
    within: str
    state: str
    issue: str


def listed() -> list[Listed]:
    """What Streamlit is known to break."""
    return [Listed(**one) for one in yaml.safe_load(LISTED.read_text(encoding="utf-8"))]


def findings(page: Page, options: dict[str, Any]) -> list[Finding]:
    """Everything that axe-core finds on the page as it stands, within blocks too."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_SCRIPT)
    report = page.evaluate(
        "options => axe.run(document, options)", {**options, "resultTypes": ["violations"]}
    )
    return [
        Finding(broken["id"], broken["impact"], _path(node["target"]), node["html"])
        for broken in report["violations"]
        for node in broken["nodes"]
    ]


def excuse(page: Page, finding: Finding) -> Listed | None:
    """The entry of the list that covers a finding, if it is Streamlit's."""
    if finding.in_block:
        return None
    covered = (
        one
        for one in listed()
        if one.rule == finding.rule and page.evaluate(_EXCUSED, [finding.path[0], one.within])
    )
    return next(covered, None)


def _path(target: list[str | list[str]]) -> tuple[str, ...]:
    (only,) = target
    return (only,) if isinstance(only, str) else tuple(only)
