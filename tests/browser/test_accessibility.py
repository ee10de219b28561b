"""Is anything wrong with a page, in any state, theme or width?"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import COLOUR_RULES, EVERY_RULE, Listed, excuse, findings, listed
from tests.browser.reading import look, visit
from tests.browser.states import FOLDER, STATES, State

pytestmark = pytest.mark.browser

STATEMENT = Path(__file__).parents[2] / "docs" / "accessibility.md"
LOOKS = [
    ("light", 1440, EVERY_RULE),
    ("light", 1024, EVERY_RULE),
    ("dark", 1024, COLOUR_RULES),
    ("dark", 1440, COLOUR_RULES),
]
_OUTLINES = """block => [...block.querySelectorAll("a[href], summary, [tabindex='0'], button")]
  .filter((one) => one.checkVisibility())
  .map((one) => {
    one.focus({ focusVisible: true, preventScroll: true })
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    return [one.innerText.slice(0, 60), `${outlineStyle} ${outlineWidth}`]
  })"""
_SMALL = """block => [...block.querySelectorAll("a[href], summary, button, input, select")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.innerText.slice(0, 60), one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([text, box]) => `${text}: ${box.width} by ${box.height}`)"""
_SPOIL = """root => {
  root.innerHTML += '<img src="data:,"><p style="color:#ddd;background:#fff">Too pale to read</p>'
}"""


def unexcused(page: Page, options: dict[str, object]) -> list[str]:
    return [str(one) for one in findings(page, options) if excuse(page, one) is None]


@pytest.fixture(scope="module", params=STATES)
def standing(shared: Page, every_state: str, request: pytest.FixtureRequest) -> Page:
    """Each page in each state, opened once for all that is asked of it."""
    visit(shared, every_state, STATES[request.param])
    return shared


def test_every_page_is_among_the_states() -> None:
    opened = {state.path.partition("?")[0] or "overview" for state in STATES.values()}
    assert opened == {file.stem for file in FOLDER.glob("*.py")}


def test_axe_finds_nothing_wrong(standing: Page) -> None:
    for scheme, width, rules in LOOKS:
        look(standing, scheme, width)
        assert unexcused(standing, rules) == [], f"{scheme}, {width} pixels"


def test_what_has_the_focus_is_outlined(standing: Page) -> None:
    for block in standing.locator(".block").all():
        for text, outline in block.evaluate(_OUTLINES):
            assert outline == "solid 3px", text


def test_what_is_pressed_is_large_enough(standing: Page) -> None:
    for block in standing.locator(".block").all():
        assert block.evaluate(_SMALL) == []


def test_axe_finds_nothing_wrong_where_there_is_no_warehouse(shared: Page, unreadable: str) -> None:
    visit(shared, unreadable, State("", "cannot be built"))
    for scheme, width, _ in LOOKS:
        look(shared, scheme, width)
        # A change of theme asks again, and so tries again to build.
        expect(shared.get_by_text("Building the warehouse")).to_have_count(0)
        assert unexcused(shared, EVERY_RULE) == [], f"{scheme}, {width} pixels"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_fault_inside_a_block_is_found_and_cannot_be_excused(
    shared: Page, every_state: str, scheme: str
) -> None:
    visit(shared, every_state, STATES["scorecard"])
    look(shared, scheme, 1440)
    shared.locator(".block").first.evaluate(_SPOIL)
    found = findings(shared, COLOUR_RULES) + findings(shared, EVERY_RULE)
    assert {one.rule for one in found} == {"image-alt", "color-contrast"}
    assert all(one.in_block and excuse(shared, one) is None for one in found)


def open_navigation_menu(page: Page) -> None:
    page.get_by_role("button", name="Explore").click()


def open_filter(page: Page) -> None:
    page.get_by_role("combobox", name="Portfolio").click()


def narrow(page: Page) -> None:
    look(page, "light", 320)


def meeting(page: Page) -> None:
    page.keyboard.press("m")
    expect(page).to_have_url(re.compile("/meeting"))
    look(page, "light", 1440)


def explaining(page: Page) -> None:
    page.goto(page.url.partition("?")[0] + "measure?measure=missed-bins")
    page.get_by_text("Explain an exception").click()
    expect(page.get_by_label("Why it is off track")).to_be_visible()
    page.get_by_text("Add an action").click()
    expect(page.get_by_label("What is to be done")).to_be_visible()
    look(page, "light", 1024)


ACTS = (open_navigation_menu, open_filter, narrow, meeting, explaining)


@pytest.mark.parametrize("act", ACTS)
def test_what_streamlit_breaks_is_listed(
    shared: Page, every_state: str, act: Callable[[Page], None]
) -> None:
    visit(shared, every_state, STATES["overview"])
    look(shared, "light", 1440)
    act(shared)
    assert unexcused(shared, EVERY_RULE) == []


def test_what_is_listed_is_still_broken(shared: Page, every_state: str) -> None:
    seen: set[Listed | None] = set()
    for act in ACTS:
        visit(shared, every_state, STATES["overview"])
        look(shared, "light", 1440)
        act(shared)
        seen |= {excuse(shared, one) for one in findings(shared, EVERY_RULE)}
    assert set(listed()) - seen == set(), "no longer found: take it out of the list"


def test_the_statement_tells_of_every_rule_listed_and_of_no_other() -> None:
    told = STATEMENT.read_text(encoding="utf-8")
    rows = [line for line in told.splitlines() if line.startswith("| `")]
    for one in listed():
        assert [row for row in rows if f"`{one.rule}`" in row and one.issue in row], one
    assert len(rows) == len(listed())
