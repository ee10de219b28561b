"""How does a test come to a page, and wait until it stands?"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.states import State

_OPEN_ALL = """() => {
  const open = (root) => {
    for (const one of root.querySelectorAll("details")) one.open = true
    for (const one of root.querySelectorAll("*")) if (one.shadowRoot) open(one.shadowRoot)
  }
  open(document)
}"""
_AT_REST = "[data-testid=stApp][data-test-script-state=notRunning]"
_SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def visit(page: Page, server: str, state: State) -> None:
    """Open a page in a state, and everything on it that is folded."""
    page.goto(f"{server}/{state.path}")
    shown = page.get_by_text(state.shows) if state.shows else page.get_by_role("heading", level=1)
    expect(shown.first).to_be_visible()
    expect(page.locator(_AT_REST)).to_have_count(1)
    page.evaluate(_OPEN_ALL)


def look(page: Page, scheme: str, width: int, height: int = 900) -> None:
    """Change theme and width, and wait until that is drawn."""
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    paper = "rgb(15, 20, 25)" if scheme == "dark" else "rgb(255, 255, 255)"
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", paper)
    if page.locator(".block").count():
        expect(page.locator(".block").first).to_have_css("background-color", paper)
    expect(page.locator(_AT_REST)).to_have_count(1)
    page.evaluate(_SETTLED)
