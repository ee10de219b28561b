"""Does a meeting's screen carry what a decision needs, in words as well as in shapes?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from perfcore.present import meeting
from perfcore.present.links import Links
from perfcore.present.meeting_chart import NARROW, WIDE, meeting_chart
from perfcore.store import Store
from perfcore.views.build_facts import build_facts
from perfcore.views.events import Event
from perfcore.views.filters import Filters
from perfcore.views.measure_page import measure_page
from perfcore.views.meeting import screen
from perfcore.views.outline import Outline

LINKS = Links("meeting", {"directorate": "Place"})


@pytest.fixture
def html(store: Store, headings: Outline) -> str:
    view = screen(store, headings, Filters(), "missed-bins")
    return meeting.screen(view, LINKS, build_facts(store), {"recycling"})


@pytest.mark.parametrize(
    "said",
    [
        "<h1>Missed bins</h1>",
        "Accountable: Head of Waste",
        "100 or fewer",
        "Off target",
        "Crew members absent",
        "Explanation missing",
        "Illustrative data",
        "Leave meeting mode",
    ],
)
def test_the_screen_says(html: str, said: str) -> None:
    assert said in html


def test_the_number_on_screen_and_those_discussed_are_marked_in_words(html: str) -> None:
    assert html.count('aria-current="step"') == 1
    assert ": Household waste &lt;recycled&gt;, discussed" in html


def test_every_move_is_a_link_with_the_filters_and_a_key(html: str) -> None:
    assert 'data-shortcut="m"' in html
    moves = [f'data-shortcut="{key}"' in html for key in ("ArrowLeft", "ArrowRight")]
    assert any(moves)
    assert "meeting?directorate=Place&amp;item=recycling" in html


def test_a_driver_is_opened_as_lying_behind_the_exception(html: str) -> None:
    assert "item=crews-absent&amp;behind=missed-bins" in html


def test_a_note_explains_and_takes_the_flags_place(store: Store, headings: Outline) -> None:
    view = screen(store, headings, Filters(), "recycling")
    html = meeting.screen(view, LINKS, build_facts(store), ())
    assert "&lt;b&gt;centres&lt;/b&gt; closed" in html
    assert "Explanation missing" not in html


def test_nothing_off_target_is_said(store: Store, headings: Outline) -> None:
    view = screen(store, headings, Filters(directorate="people"))
    html = meeting.screen(view, LINKS, build_facts(store), ())
    assert "No measure is off target under these filters." in html


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_chart_says_in_words_what_it_draws(store: Store, size: object) -> None:
    drawn = meeting_chart(measure_page(store, "missed-bins"), size)  # type: ignore[arg-type]
    assert 'aria-label="Line chart of Missed bins, Jul 2020 to Sep 2020: from 90 to 180.' in drawn
    assert "180 now" in drawn
    assert "Target 100" in drawn


def test_without_a_figure_there_is_no_chart(store: Store) -> None:
    assert meeting_chart(measure_page(store, "appeals")) == ""


def test_a_long_event_is_wrapped_on_the_side_with_room(store: Store) -> None:
    view = measure_page(store, "missed-bins")
    title = "A long account of what happened to every round of every depot in the county"
    told = replace(view, events=(Event(date(2020, 9, 1), title, "service", "missed-bins"),))
    drawn = meeting_chart(told)
    assert "Sep 2020: A long account" in drawn
    assert title not in drawn
