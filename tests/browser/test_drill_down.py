"""Can a drill-down be walked through with the keyboard, and left and found again?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_reading import address, press, title

pytestmark = pytest.mark.browser


def focused(page: Page) -> str:
    return str(
        page.evaluate(
            "() => { let one = document.activeElement;"
            " while (one.shadowRoot) one = one.shadowRoot.activeElement; return one.textContent }"
        )
    )


def test_arrow_keys_lead_through_the_tree_and_enter_follows(page: Page, server: str) -> None:
    page.goto(f"{server}/drill-down?measure=recycling")
    title(page, "Household waste <recycled>: what is behind it")
    page.get_by_role("link", name="Household waste <recycled>", exact=True).first.focus()
    for key, expected in [
        ("ArrowRight", "Missed bins"),
        ("ArrowDown", "Crew members absent"),
        ("ArrowLeft", "Missed bins"),
        ("ArrowUp", "Household waste <recycled>"),
        ("ArrowUp", "Household waste <recycled>"),
        ("ArrowDown", "Missed bins"),
    ]:
        page.keyboard.press(key)
        assert focused(page) == expected
    page.keyboard.press("Enter")
    title(page, "Missed bins: what is behind it")
    address(page, r"/drill-down\?measure=missed-bins&path=recycling$")


def test_three_steps_lead_from_the_overview_to_the_operational_measure(
    page: Page, server: str
) -> None:
    page.goto(f"{server}/?directorate=Place")
    title(page, "What needs attention")
    press(page, "Missed bins")
    title(page, "Missed bins")
    press(page, "See what drives this measure")
    title(page, "Missed bins: what is behind it")
    press(page, "Open the page of Crew members absent")
    title(page, "Crew members absent")
    address(page, r"directorate=Place&measure=crews-absent&from=recycling\.missed-bins$")


def test_the_path_leads_back_to_every_step(page: Page, server: str) -> None:
    page.goto(f"{server}/drill-down?measure=crews-absent")
    title(page, "Crew members absent: what is behind it")
    path = page.get_by_role("navigation", name="Path")
    expect(path.get_by_role("link")).to_have_text(["Household waste <recycled>", "Missed bins"])
    path.get_by_role("link", name="Missed bins").click()
    title(page, "Missed bins: what is behind it")
