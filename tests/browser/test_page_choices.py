"""Do a page's own choices stand in the address, and does Back undo them?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_a_comparison_is_written_into_the_address_and_undone_by_back(
    page: Page, server: str
) -> None:
    page.goto(server)
    page.locator("h1").wait_for()
    expect(page.get_by_text("at their previous results")).to_be_visible()
    choose(page, "Compare with", "End of July 2020")
    expect(page.get_by_text("than at the end of July 2020")).to_be_visible()
    expect(page).to_have_url(re.compile(r"since=End(\+|%20)of(\+|%20)July(\+|%20)2020"))
    page.go_back()
    expect(page.get_by_text("at their previous results")).to_be_visible()
    expect(page).not_to_have_url(re.compile("since="))


def test_a_forum_and_last_year_are_kept_together(page: Page, server: str) -> None:
    page.goto(f"{server}/scorecard")
    page.locator("h1").wait_for()
    choose(page, "Show", "Audit Committee (3)")
    expect(page.get_by_text("Audit Committee: two of the 2 rated")).to_be_visible()
    page.get_by_role("link", name="Show last year in the trends").click()
    expect(page.get_by_role("link", name="Hide last year")).to_be_visible()
    expect(page).to_have_url(re.compile(r"(?=.*show=Audit)(?=.*lastyear=yes)"))
    expect(page.get_by_text("Audit Committee: two of the 2 rated")).to_be_visible()


def test_the_focus_goes_to_the_list_that_was_asked_for(page: Page, server: str) -> None:
    page.goto(f"{server}/?all=off-target")
    page.locator("h1").wait_for()
    page.get_by_role("link", name="Show the top exceptions only").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="All 2 off-target measures")).to_be_focused()
    expect(page).not_to_have_url(re.compile("all="))
