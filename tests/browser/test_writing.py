"""Can a reader write by keyboard and with a screen reader, and does text stay text?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import EVERY_RULE
from tests.browser.conftest import served
from tests.browser.reading import look, visit
from tests.browser.states import State
from tests.browser.test_accessibility import unexcused
from tests.county import county
from tests.filled_register import SAID, fill

pytestmark = pytest.mark.browser

SPOKEN = [
    State("measure?measure=missed-bins", "Missed bins"),
    State("measure?measure=recycling", "Household waste"),
    State("exceptions", "Exceptions"),
    State("actions", "Overdue"),
    State("actions?shown=board", "Overdue"),
    State("actions?action=1", "What was done"),
    State("meetings?held=1", "Held."),
    State("meeting?held=2&item=missed-bins", "On the agenda"),
    State("access", "Who changed what"),
]


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard of its own, for these tests write in it."""
    council = county(tmp_path_factory.mktemp("writable"))
    fill(council)
    with served(council.environment, tmp_path_factory.mktemp("log")) as address:
        yield address


@pytest.mark.parametrize("state", SPOKEN, ids=lambda state: state.path)
def test_no_text_becomes_more_than_text(page: Page, writable: str, state: State) -> None:
    spoken: list[str] = []
    page.on("dialog", lambda dialog: (spoken.append(dialog.message), dialog.dismiss()))
    visit(page, writable, state)
    assert page.locator(".block img").count() == 0
    assert page.locator(".block script").count() == 0
    assert spoken == []


def test_the_forms_of_a_measure_have_nothing_wrong(page: Page, writable: str) -> None:
    visit(page, writable, State("measure?measure=missed-bins", "Missed bins"))
    page.get_by_text("Explain an exception").click()
    expect(page.get_by_label("Why it is off track")).to_have_value(SAID)
    page.get_by_text("Add an action").click()
    expect(page.get_by_label("What is to be done")).to_be_visible()
    for width in (1440, 1024):
        look(page, "light", width)
        assert unexcused(page, EVERY_RULE) == []


def test_a_decision_is_recorded_with_the_keyboard_alone(page: Page, writable: str) -> None:
    visit(page, writable, State("meeting?held=2&item=missed-bins", "On the agenda"))
    page.keyboard.press("d")
    note = page.get_by_label("What was said")
    expect(note).to_be_visible()
    assert unexcused(page, EVERY_RULE) == []
    note.focus()
    page.keyboard.type("Agreed by all")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Record decision")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Noted. Agreed by all")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("d")
    expect(page.get_by_role("dialog")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("m")
    expect(page.get_by_role("heading", name="Audit Committee")).to_be_visible()
