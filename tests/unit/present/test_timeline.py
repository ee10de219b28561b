"""Do events and weeks stand where their days are, and apart from each other?"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from perfcore.present.change import change_in_words
from perfcore.present.timeline import timeline
from perfcore.present.weekly_chart import WeekAxis, small_chart
from perfcore.store import Store
from perfcore.views.covid import Covid, covid
from perfcore.views.events import Event
from perfcore.views.filters import Filters
from perfcore.views.outline import Outline


@pytest.fixture(scope="module")
def week(store: Store, headings: Outline) -> Covid:
    return covid(store, headings, Filters())


def test_events_that_stand_apart_have_letters_in_order(week: Covid) -> None:
    assert [(event.letter, event.title) for event in timeline(week).events] == [
        ("A", "Lockdown begins"),
        ("B", "Shops reopen"),
    ]


def test_events_on_the_heels_of_another_are_told_but_not_drawn(week: Covid) -> None:
    crowd = tuple(Event(date(2020, 4, day), f"Event {day}", "national", "") for day in range(1, 31))
    drawn = timeline(replace(week, events=crowd))
    assert len(drawn.events) == 30
    assert [(event.letter, event.date.day) for event in drawn.events if event.letter] == [
        ("A", 1), ("B", 15), ("C", 30),
    ]  # fmt: skip


def test_the_events_that_open_a_phase_come_first(week: Covid) -> None:
    crowd = tuple(Event(date(2020, 4, day), f"Event {day}", "national", "") for day in range(1, 31))
    phases = (Event(date(2020, 4, 6), "Closed", "phase", ""),)
    drawn = timeline(replace(week, events=crowd, phases=phases))
    assert 6 in [event.date.day for event in drawn.events if event.letter]
    assert ">Closed</text>" in drawn.wide
    assert "Closed from 6 Apr 2020" in drawn.wide


def test_no_label_is_cut_and_none_lies_over_another(week: Covid) -> None:
    title = "Pubs and restaurants reopen; first local lockdown, in Leicester"
    days = (date(2020, 3, 23), date(2020, 4, 6), date(2020, 4, 20), date(2020, 5, 4))
    crowd = tuple(Event(day, title, "national", "") for day in days)
    drawn = timeline(replace(week, events=crowd)).narrow
    assert "\u2026" not in drawn
    words = " ".join(re.findall(r'class="ev-t"[^>]*>([^<]*)<', drawn))
    assert words.count(title) >= 3
    boxes = [
        (float(x), float(y), float(x) + 6.6 * len(text))
        for x, y, text in re.findall(
            r'class="ev-t" x="([\d.]+)" y="([\d.]+)" text-anchor="start">([^<]*)<', drawn
        )
    ]
    for one in boxes:
        level = [box for box in boxes if box is not one and abs(box[1] - one[1]) < 13]
        assert not [box for box in level if box[0] < one[2] and one[0] < box[2]]


def test_only_national_events_are_drawn_where_there_are_any(week: Covid) -> None:
    events = (
        Event(date(2020, 4, 1), "Here", "service", ""),
        Event(date(2020, 6, 1), "Everywhere", "national", ""),
    )
    drawn = timeline(replace(week, events=events))
    assert [event.letter for event in drawn.events] == ["", "A"]


def test_a_week_chart_breaks_where_weeks_are_missing(week: Covid) -> None:
    schools = week.sections[1].measures[0]
    axis = WeekAxis(date(2020, 3, 16), date(2020, 9, 28))
    line = small_chart(schools, axis).split('class="sp-line" d="')[1].split('"')[0]
    assert line.count("M") == 2


def test_a_change_is_told_with_its_share(week: Covid) -> None:
    shielded, schools = (section.measures[0] for section in week.sections)
    assert "Up 10" in change_in_words(shielded)
    assert "(4%)" in change_in_words(shielded)
    assert "Up 1.0 points" in change_in_words(schools)
    assert "%)" not in change_in_words(schools)


def test_no_figures_no_timeline() -> None:
    assert timeline(Covid(None, (), (), ())).events == ()
