"""Do the parts of a page open by keyboard, stay open in the address, and print whole?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def opened(page: Page) -> list[str]:
    page.locator("details[data-fold]").first.wait_for()
    found = page.locator("details[data-fold][open]").all()
    return [str(one.get_attribute("data-fold")) for one in found]


def test_a_section_opened_by_keyboard_stands_in_the_address(page: Page, server: str) -> None:
    page.goto(f"{server}/council-plan")
    assert opened(page) == ["unique-environment"]
    page.locator("details[data-fold='suitable-housing'] > summary").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("open=unique-environment%2Csuitable-housing"))
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("open="))


def test_a_filter_keeps_open_what_the_reader_opened(page: Page, server: str) -> None:
    page.goto(f"{server}/council-plan?open=suitable-housing")
    page.get_by_text("Place", exact=True).click()
    expect(page).to_have_url(re.compile("directorate=Place"))
    expect(page).to_have_url(re.compile("open=suitable-housing"))
    assert opened(page) == ["suitable-housing"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("suitable-housing", ["suitable-housing"]),
        ("suitable-housing,budget", ["suitable-housing", "budget"]),
        ("none", []),
        ("nowhere", ["unique-environment"]),
    ],
)
def test_a_link_opens_the_same_sections(
    page: Page, server: str, asked: str, expected: list[str]
) -> None:
    page.goto(f"{server}/council-plan?open={asked}")
    assert opened(page) == expected


def test_a_link_to_the_budget_opens_it_and_moves_the_focus_there(page: Page, server: str) -> None:
    page.goto(f"{server}/council-plan")
    page.get_by_role("link", name="Open budget monitoring").first.click()
    expect(page.locator("details[data-fold='budget'] > summary")).to_be_focused()
    assert opened(page) == ["unique-environment", "budget"]


def test_every_section_prints_open(page: Page, server: str) -> None:
    page.goto(f"{server}/council-plan?open=none")
    link = page.locator("details[data-fold='suitable-housing'] tbody a").first
    expect(link).not_to_be_visible()
    page.emulate_media(media="print")
    expect(link).to_be_visible()
