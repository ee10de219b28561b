"""Is everything there in a narrow or magnified window, on paper, and without motion?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.reading import look, visit
from tests.browser.states import FOLDER, State

pytestmark = pytest.mark.browser

MEASURE = "land-charges-days"
PAGES = [
    State(f"{page}?measure={MEASURE}" if page in ("measure", "drill-down") else page)
    for page in sorted(file.stem for file in FOLDER.glob("*.py"))
]
_SIDEWAYS = """() => {
  const main = document.querySelector("main")
  return main.scrollWidth - main.clientWidth
}"""
# Text that runs over the edge of its own box would be cut, or lie over its neighbour.
_CUT = """block => [...block.querySelectorAll("h1, h2, h3, p, li, dt, dd, td, th, summary")]
  .filter((one) => one.checkVisibility() && one.clientWidth > 1)
  .filter((one) => one.scrollWidth > one.clientWidth + 2 && !one.querySelector("table"))
  .filter((one) => getComputedStyle(one).overflowX !== "auto" && !one.closest(".tree, .vh"))
  .map((one) => one.innerText.slice(0, 80))"""
_UNREACHABLE = """block => [...block.querySelectorAll("*")]
  .filter((one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX))
  .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
  .filter((one) => one.querySelector("table")
    ? one.tabIndex !== 0 || !one.getAttribute("aria-label")
    : one.tabIndex !== 0 && !one.querySelector("a[href]"))
  .map((one) => one.outerHTML.slice(0, 120))"""
_MOVING = """block => [...block.querySelectorAll("*")].filter((one) => {
  const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one)
  const still = animationName === "none" && /^(0s(, )?)+$/.test(transitionDuration)
  return !still || scrollBehavior === "smooth"
}).length"""

_CLIPPED = """block => [...block.querySelectorAll(".scroll, .tall")]
  .filter((one) => getComputedStyle(one).overflow !== "visible").length"""
_BREAKS = """block => [...block.querySelectorAll("h1, h2, h3")]
  .map((one) => getComputedStyle(one).breakAfter)"""


@pytest.fixture(scope="module", params=PAGES, ids=lambda state: state.path)
def standing(shared: Page, illustrative: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Each page of the illustrative council, opened once for all that is asked of it."""
    shared.emulate_media(media="screen", reduced_motion="no-preference")
    visit(shared, illustrative, request.param)
    yield shared


# A window of 1,440 pixels magnified to 200% has 720; one of 1,280 magnified to 400% has 320.
@pytest.mark.parametrize("width", [720, 320])
def test_nothing_is_lost_in_a_window_of(standing: Page, width: int) -> None:
    look(standing, "light", width)
    # a chart is drawn again at the new width a moment after the window has it
    standing.wait_for_function(f"({_SIDEWAYS})() <= 0", timeout=10_000)
    for block in standing.locator(".block").all():
        assert block.evaluate(_CUT) == []
        assert block.evaluate(_UNREACHABLE) == []


def test_nothing_moves_for_who_asks_for_stillness(standing: Page) -> None:
    standing.emulate_media(reduced_motion="reduce")
    for block in standing.locator(".block").all():
        block.evaluate("one => { one.firstElementChild.style.transition = 'color 1s' }")
        assert block.evaluate(_MOVING) == 0


def test_paper_shows_whole_tables_dark_on_light(standing: Page) -> None:
    look(standing, "dark", 720)
    standing.emulate_media(media="print", color_scheme="dark")
    for block in standing.locator(".block").all():
        assert block.evaluate("one => getComputedStyle(one).color") == "rgb(11, 12, 12)"
        assert block.evaluate(_CUT) == []
        assert block.evaluate(_CLIPPED) == 0
        assert set(block.evaluate(_BREAKS)) <= {"avoid"}


def test_a_table_that_scrolls_is_called_what_it_is(page: Page, every_state: str) -> None:
    visit(page, every_state, State("scorecard"))
    look(page, "light", 1440)
    assert page.get_by_role("region", name="Operational quadrant").count() == 0
    look(page, "light", 320)
    around = page.get_by_role("region", name="Operational quadrant")
    around.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("one => one.scrollLeft > 0", arg=around.element_handle())
