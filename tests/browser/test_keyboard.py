"""Can every task be done with the keyboard alone, and is it seen where one is?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reading import visit
from tests.browser.states import FOLDER, STATES, State

pytestmark = pytest.mark.browser

MOST = 80
NAMED = [file.stem for file in FOLDER.glob("*.py") if file.stem not in ("measure", "drill-down")]
_FOCUSED = """() => {
  let one = document.activeElement
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
  const place = one.closest("header, main") || one
  return {
    tag: one.tagName,
    outline: getComputedStyle(one).outlineStyle + " " + getComputedStyle(one).outlineWidth,
    text: (one.innerText || one.getAttribute("aria-label") || "").trim(),
    place: one.getRootNode() === document ? place.tagName : "BLOCK",
  }
}"""


def title(page: Page, text: str) -> None:
    heading = page.get_by_role("heading", level=1, name=text, exact=True)
    expect(heading).to_be_visible()


def focused(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(_FOCUSED)
    return found


def tab_to(page: Page, text: str) -> None:
    """Press Tab until what has the focus is called this."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if focused(page)["text"] == text:
            return
    pytest.fail(f"{MOST} times Tab do not lead to {text!r}.")


def test_from_an_exception_to_its_driver_and_back_without_a_mouse(
    page: Page, every_state: str
) -> None:
    page.goto(f"{every_state}/?directorate=Place")
    title(page, "What needs attention")
    tab_to(page, "Missed bins")
    page.keyboard.press("Enter")
    title(page, "Missed bins")
    tab_to(page, "Crew members absent")
    page.keyboard.press("Enter")
    title(page, "Crew members absent")
    expect(page).to_have_url(re.compile(r"directorate=Place&measure=crews-absent$"))
    for before in ("Missed bins", "What needs attention"):
        page.go_back()
        title(page, before)
        expect(page.get_by_role("heading", level=1, name=before, exact=True)).to_be_focused()
    expect(page).to_have_url(re.compile(r"/\?directorate=Place$"))


def test_the_first_stop_skips_the_navigation(page: Page, every_state: str) -> None:
    visit(page, every_state, STATES["overview"])
    page.keyboard.press("Tab")
    assert focused(page)["text"] == "Skip to main content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page)["place"] in ("MAIN", "BLOCK")


def test_the_focus_goes_through_navigation_and_filters_to_the_page(
    page: Page, every_state: str
) -> None:
    visit(page, every_state, STATES["overview"])
    stops: list[dict[str, Any]] = []
    while len(stops) < MOST and not (stops and stops[-1]["place"] == "BLOCK"):
        page.keyboard.press("Tab")
        stops.append(focused(page))
    order = list(dict.fromkeys(stop["place"] for stop in stops))
    assert order == ["A", "HEADER", "MAIN", "BLOCK"]
    faint = [one for one in stops if one["tag"] != "INPUT" and one["outline"] != "solid 3px"]
    assert faint == []


def test_each_page_has_a_name_of_its_own_in_the_browsers_tab(page: Page, every_state: str) -> None:
    names = set()
    for path in NAMED:
        visit(page, every_state, State(path))
        expect(page).to_have_title(re.compile(r"^\w.*, performance dashboard$"))
        names.add(page.title())
    assert len(names) == len(NAMED)


def test_letters_as_keys_can_be_switched_off_and_on(page: Page, server: str) -> None:
    page.goto(f"{server}/guide")
    title(page, "Guide")
    switch = page.get_by_role("button", name="Letters as keys")
    switch.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("m")
    page.wait_for_timeout(800)
    title(page, "Guide")
    switch.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("m")
    expect(page.get_by_role("link", name="Leave meeting mode")).to_be_visible()
