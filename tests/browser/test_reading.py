"""Can the dashboard be read and walked through, with a mouse and without?"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PAGES = {
    "": "What needs attention",
    "scorecard": "Balanced scorecard",
    "council-plan": "Council Plan",
    "covid-19": "Covid-19 weekly metrics, week ending 4 October 2020",
    "measures": "Measures",
    "measure?measure=missed-bins": "Missed bins",
    "drill-down?measure=missed-bins": "Missed bins: what is behind it",
    "variation": "Variation and assurance",
    "data-health": "Data health",
    "guide": "Guide",
}


def title(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1, name=text, exact=True)).to_be_visible()


def address(page: Page, pattern: str) -> None:
    expect(page).to_have_url(re.compile(pattern))


def overflow(page: Page) -> int:
    block = page.locator(".block").last
    return int(block.evaluate("one => one.scrollWidth - one.clientWidth"))


def press(page: Page, link: str) -> None:
    page.get_by_role("link", name=link, exact=True).first.focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("path", ["drill-down?measure=missed-bins", *PAGES])
def test_page_opens_from_its_address_without_a_fault(page: Page, server: str, path: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{server}/{path}")
    title(page, PAGES[path])
    expect(page.get_by_text("Illustrative data.")).to_be_visible()
    expect(page.get_by_text("Traceback")).to_have_count(0)
    expect(page.get_by_text("encountered an error")).to_have_count(0)
    expect(page.get_by_text("Page not found")).to_have_count(0)
    assert faults == []
    for width in (1440, 1024):
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) <= 0, f"scrolls sideways at {width} pixels"


def test_keyboard_leads_from_overview_to_measure_to_drill_down_and_back(
    page: Page, server: str
) -> None:
    page.goto(f"{server}/?directorate=Place")
    title(page, "What needs attention")
    press(page, "Missed bins")
    title(page, "Missed bins")
    address(page, r"/measure\?directorate=Place&measure=missed-bins$")
    press(page, "See what drives this measure")
    title(page, "Missed bins: what is behind it")
    address(page, r"/drill-down\?directorate=Place&measure=missed-bins$")
    page.go_back()
    title(page, "Missed bins")
    page.go_back()
    title(page, "What needs attention")
    address(page, r"/\?directorate=Place$")


def test_following_a_link_does_not_load_the_page_again(page: Page, server: str) -> None:
    page.goto(server)
    title(page, "What needs attention")
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Missed bins", exact=True).first.click()
    title(page, "Missed bins")
    assert page.evaluate("window.stayed") is True


def test_after_a_link_the_focus_is_on_the_new_title(page: Page, server: str) -> None:
    page.goto(server)
    title(page, "What needs attention")
    press(page, "Missed bins")
    title(page, "Missed bins")
    heading = page.get_by_role("heading", level=1, name="Missed bins", exact=True)
    expect(heading).to_be_focused()


def test_a_link_is_a_real_address_for_a_new_tab(page: Page, server: str) -> None:
    page.goto(f"{server}/scorecard?directorate=Place")
    title(page, "Balanced scorecard")
    link = page.get_by_role("link", name="Missed bins", exact=True).first
    assert (
        link.evaluate("one => one.href")
        == f"{server}/measure?directorate=Place&measure=missed-bins"
    )


def test_a_filter_chosen_stays_in_the_address_across_the_navigation(
    page: Page, server: str
) -> None:
    page.goto(server)
    title(page, "What needs attention")
    page.get_by_role("radio", name="Place").or_(
        page.get_by_role("button", name="Place")
    ).first.click()
    address(page, r"directorate=Place")
    page.get_by_role("link", name="Scorecard", exact=True).first.click()
    title(page, "Balanced scorecard")
    address(page, r"/scorecard\?directorate=Place$")
    expect(page.get_by_role("link", name="Calls answered in time")).to_have_count(0)


def test_the_tables_are_real_tables(page: Page, server: str) -> None:
    page.goto(f"{server}/scorecard")
    title(page, "Balanced scorecard")
    table = page.get_by_role("table", name="Operational quadrant")
    expect(table.get_by_role("columnheader", name="Status")).to_be_visible()
    row = table.get_by_role("row", name=re.compile("Missed bins"))
    expect(row).to_contain_text("Off target")


def test_an_unknown_measure_is_explained_and_the_rest_works(page: Page, server: str) -> None:
    page.goto(f"{server}/measure?measure=missed-bin")
    expect(page.get_by_text("Did you mean 'missed-bins'?")).to_be_visible()
    page.get_by_role("link", name="Scorecard", exact=True).first.click()
    title(page, "Balanced scorecard")


def test_keys_lead_into_through_and_out_of_meeting_mode(page: Page, server: str) -> None:
    page.goto(f"{server}/?directorate=Place")
    title(page, "What needs attention")
    page.keyboard.press("m")
    address(page, r"/meeting\?directorate=Place$")
    expect(page.get_by_text("1 of 2").or_(page.get_by_text("2 of 2")).first).to_be_visible()
    first = page.get_by_role("heading", level=1).inner_text()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", level=1)).not_to_have_text(first)
    address(page, r"/meeting\?directorate=Place&item=")
    page.keyboard.press("ArrowLeft")
    title(page, first)
    page.keyboard.press("m")
    title(page, "What needs attention")
    address(page, r"/\?directorate=Place$")


def test_a_letter_typed_into_a_field_is_not_a_key(page: Page, server: str) -> None:
    page.goto(f"{server}/measures")
    title(page, "Measures")
    field = page.get_by_label("Search").first
    field.press_sequentially("missed")
    address(page, r"/measures\?q=missed$")
    title(page, "Measures")
    expect(field).to_have_value("missed")


@pytest.mark.parametrize(("width", "height"), [(1440, 810), (1024, 768)])
@pytest.mark.parametrize("item", ["missed-bins", "recycling", "appeals"])
def test_a_meetings_screen_needs_no_scrolling(
    page: Page, server: str, item: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{server}/meeting?item={item}")
    foot = page.get_by_role("navigation", name="Previous and next exception")
    expect(foot).to_be_visible()
    box = foot.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= height


def test_a_link_puts_another_person_on_the_same_screen(page: Page, server: str) -> None:
    page.goto(f"{server}/meeting?directorate=Place&item=missed-bins")
    title(page, "Missed bins")
    page.goto(f"{server}/")
    title(page, "What needs attention")
    page.goto(f"{server}/meeting?directorate=Place&item=missed-bins")
    title(page, "Missed bins")
    address(page, r"directorate=Place")


def test_three_steps_lead_from_the_overview_to_the_operational_measure(
    page: Page, server: str
) -> None:
    page.goto(server)
    title(page, "What needs attention")
    press(page, "Meeting mode")
    expect(page.get_by_role("link", name="Leave meeting mode")).to_be_visible()
    page.goto(f"{server}/meeting?item=missed-bins")
    press(page, "Crew members absent")
    title(page, "Crew members absent")
    page.keyboard.press("ArrowLeft")
    title(page, "Missed bins")
