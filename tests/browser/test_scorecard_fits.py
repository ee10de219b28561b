"""Do four quadrants of nine measures fit on the screen that they were designed for?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.reading import look, visit
from tests.browser.states import State

pytestmark = pytest.mark.browser

DESIGNED = 1416
# Leaves nine measures in each quadrant; what they then take up, with the page around them.
_NINE_IN_EACH = """block => {
  const listed = [...block.querySelectorAll(".q")]
    .map((quadrant) => [...quadrant.querySelectorAll("tbody tr:has(th[scope=row])")])
  for (const row of listed.flatMap((rows) => rows.slice(9))) row.remove()
  const main = document.querySelector("[data-testid=stMain]")
  return { rows: listed.map((rows) => Math.min(rows.length, 9)), height: main.scrollHeight }
}"""
_SMALL_TARGETS = """block => [...block.querySelectorAll("a")]
  .map((link) => [link.textContent, link.getBoundingClientRect().height])
  .filter(([, height]) => height < 24)"""
_SMALL_TEXT = """block => [...block.querySelectorAll(".q th[scope=row], .q td")]
  .filter((cell) => parseFloat(getComputedStyle(cell).fontSize) < 13)
  .map((cell) => cell.textContent.trim())"""


def test_nine_measures_in_each_quadrant_fit(page: Page, illustrative: str) -> None:
    visit(page, illustrative, State("scorecard", "Balanced scorecard"))
    look(page, "light", 1440)
    block = page.locator(".block").filter(has_text="Operational")
    assert block.evaluate(_SMALL_TARGETS) == []
    assert block.evaluate(_SMALL_TEXT) == []
    found = block.evaluate(_NINE_IN_EACH)
    assert found["rows"] == [9, 9, 9, 9]
    assert found["height"] <= DESIGNED


def test_the_order_is_read_after_the_headline_and_stands_above_it(
    page: Page, illustrative: str
) -> None:
    visit(page, illustrative, State("scorecard", "Balanced scorecard"))
    top = page.locator(".opening")
    assert top.evaluate("one => [...one.children].map((child) => child.className)") == [
        "", "head", "hrow turn",
    ]  # fmt: skip
    boxes = {name: top.locator(name).bounding_box() for name in ("h1", ".head", ".turn")}
    name, headline, order = boxes["h1"], boxes[".head"], boxes[".turn"]
    assert name and headline and order
    assert name["x"] + name["width"] < order["x"]
    assert order["y"] + order["height"] <= headline["y"]
