"""Does the weekly report say what its figures say, and flag what was changed?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from perfcore.present import blocks, week_words
from perfcore.present.change import change_in_words
from perfcore.present.links import Links
from perfcore.present.tables import covid as taken
from perfcore.present.weekly_chart import WeekAxis, small_chart
from perfcore.store import Store
from perfcore.views.covid import Covid, WeeklyMeasure, covid
from perfcore.views.filters import Filters
from perfcore.views.outline import outline
from tests.weeks_council import weeks_council

W51, W53, W01 = date(2020, 12, 14), date(2020, 12, 28), date(2021, 1, 4)


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = weeks_council(tmp_path_factory.mktemp("weeks")).open()
    yield opened
    opened.close()


def ask(store: Store, week: date | None = None, *, cumulative: bool = False) -> Covid:
    return covid(store, outline(store), Filters(), week, cumulative=cumulative)


def one(view: Covid, measure: str) -> WeeklyMeasure:
    return next(found for _, found in view.measures if found.measure == measure)


def page(view: Covid) -> str:
    return blocks.covid(view, Links("covid-19"))


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("", ""),
        ("All rounds run; absence is rising.", "All rounds run"),
        ("Over a thousand have tested positive. Cases doubled.",
         "Over a thousand have tested positive"),
        ("Open 7.5 hours a day", "Open 7.5 hours a day"),
        ("Seven homes have an outbreak of some kind or other, up from two homes in September",
         "Seven homes have an outbreak of some kind or other"),
    ],
)  # fmt: skip
def test_the_first_clause_of_a_note_makes_a_title(note: str, expected: str) -> None:
    assert week_words.clause(note) == expected


@pytest.mark.parametrize(
    ("week", "measure", "expected"),
    [
        (W01, "cases", "Cases have doubled"),
        (W53, "cases", "Up from 30 to 60"),
        (W01, "contacted", "40 in the week"),
        (W01, "in-hospital", "Withheld this week"),
        (W01, "crews-absent", "Down from 6.5% to 6.0%"),
    ],
)
def test_a_chart_says_what_it_shows(weeks: Store, week: date, measure: str, expected: str) -> None:
    assert week_words.finding(one(ask(weeks, week), measure)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([5, 5], "Unchanged at 5"),
        ([9, 7, 6, 5], "Down for the third week, to 5"),
        ([9, 5, 6, 7, 8], "Up for the third week, to 8"),
        ([5, 6, 7, 8, 9], "The highest so far, at 9"),
        ([9, 8, 7, 8], "Up from 7 to 8"),
    ],
)
def test_without_a_note_the_run_of_weeks_is_told(
    weeks: Store, values: list[int], expected: str
) -> None:
    lead = replace(one(ask(weeks), "in-hospital"), derived=False, running=False)
    start = lead.points[0]
    points = tuple(
        replace(start, starts=date(2020, 6, 1 + place), value=Decimal(value))
        for place, value in enumerate(values)
    )
    peak = max(points, key=lambda point: point.value or 0)
    told = replace(lead, points=points, now=points[-1], before=points[-2], peak=peak)
    assert week_words.finding(told) == expected


def test_the_headline_begins_with_the_first_section(weeks: Store) -> None:
    assert week_words.headline(ask(weeks)) == (
        "Cases to date rose by 120, after 60 the week before, and Crews absent fell from 6.5% to "
        "6.0%."
    )
    assert week_words.headline(ask(weeks, W53)) == (
        "Cases to date rose by 60, after 30 the week before."
    )


@pytest.mark.parametrize("cumulative", [False, True])
def test_a_total_that_fell_is_flagged_and_never_subtracted(weeks: Store, cumulative: bool) -> None:
    told = plain(change_in_words(one(ask(weeks, W53, cumulative=cumulative), "contacted")))
    assert told == "Restated total revised from 620 to 560"


def test_the_week_after_says_why_it_is_not_compared(weeks: Store) -> None:
    told = plain(change_in_words(one(ask(weeks), "contacted")))
    assert told == "Not comparable: restated the week before"


def test_no_week_is_shown_below_zero(weeks: Store) -> None:
    for week in ask(weeks).weeks:
        assert "−" not in page(ask(weeks, week))


def test_what_was_restated_is_listed_with_its_note(weeks: Store) -> None:
    told = plain(page(ask(weeks)))
    assert "w/e 3 Jan 2021: total revised from 620 to 560 . Counted twice before" in told.replace(
        "560.", "560 ."
    )
    assert "w/e 3 Jan 2021: figure revised from 5.0% to 6.5%" in told


def test_a_chart_marks_the_week_restated_and_breaks_there(weeks: Store) -> None:
    contacted = one(ask(weeks), "contacted")
    drawn = small_chart(contacted, WeekAxis(W51, W01))
    assert ">restated</text>" in drawn
    assert "restated w/e 3 Jan 2021" in drawn
    assert drawn.split('class="sp-line" d="')[1].split('"')[0].count("M") == 2


def test_all_charts_share_one_axis_with_years_where_it_crosses_one(weeks: Store) -> None:
    axis = WeekAxis(W51, W01)
    for measure in ("cases", "in-hospital", "crews-absent"):
        drawn = small_chart(one(ask(weeks), measure), axis)
        assert re.findall(r'class="tick"[^>]*>([^<]+)<', drawn)[:2] == [
            "20 Dec 2020", "10 Jan 2021",
        ]  # fmt: skip


def test_a_chart_in_words_is_short(weeks: Store) -> None:
    for _, found in ask(weeks).measures:
        label = small_chart(found, WeekAxis(W51, W01)).split('aria-label="')[1].split('"')[0]
        assert len(label) < 300


def test_columns_are_headed_by_their_weeks(weeks: Store) -> None:
    assert "To 3 Jan To 27 Dec" in plain(page(ask(weeks, W53)))
    assert "To 10 Jan To 3 Jan" in plain(page(ask(weeks)))


def test_notes_of_the_first_section_are_signed_and_escaped(weeks: Store) -> None:
    html = page(ask(weeks))
    assert "From health" in html
    assert "most are &lt;b&gt;young&lt;/b&gt;" in html
    assert "Director of Health, 12 January 2021" in html
    assert "<contacted>" not in html


def test_every_measure_stands_behind_its_section_with_a_link(weeks: Store) -> None:
    html = page(ask(weeks))
    assert html.count("<details") == 3
    for measure in ("cases", "contacted", "in-hospital", "crews-absent"):
        assert f'href="measure?measure={measure}"' in html


def test_a_figure_withheld_is_marked(weeks: Store) -> None:
    assert week_words.shown(one(ask(weeks), "in-hospital"), one(ask(weeks), "in-hospital").now) == (
        "c"
    )


def test_status_and_limits_are_renounced_once(weeks: Store) -> None:
    assert page(ask(weeks)).count("no status and no control limits") == 1


def test_tables_taken_away_keep_weeks_totals_and_revisions(weeks: Store) -> None:
    tables = dict(zip(taken.TITLES, taken.tables(ask(weeks)), strict=True))
    week = {row[2]: row for row in tables["Change in the week"].rows}
    assert week["cases"][5:8] == (120, 60, 60)
    assert week["in-hospital"][5] == "[c]"
    every = tables["Every week"]
    assert [row[6] for row in every.rows if row[2] == "contacted"] == [
        date(2020, 12, 20), date(2020, 12, 27), date(2021, 1, 3), date(2021, 1, 10),
    ]  # fmt: skip
    assert tables["Restated figures"].rows[0][1:5] == (
        "contacted", date(2021, 1, 3), 620, 560,
    )  # fmt: skip
    assert len(tables["Key events"].rows) == 2
