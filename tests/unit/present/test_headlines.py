"""Does each page open with a sentence that could be read out?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from perfcore.present import headlines, plan_headlines, week_words
from perfcore.store import Store
from perfcore.views.council_plan import council_plan
from perfcore.views.counts import count_statuses
from perfcore.views.covid import covid
from perfcore.views.data_health import data_health
from perfcore.views.filters import Filters
from perfcore.views.measure_page import measure_page
from perfcore.views.outline import Outline
from perfcore.views.overview import overview
from perfcore.views.scorecard import scorecard

NOW = Filters()
SAID: dict[str, tuple[Callable[[Store, Outline], str], str]] = {
    "overview": (
        lambda s, o: headlines.overview(overview(s, o, NOW)),
        "Two of the 5 rated measures are off target, two more than at their previous results: "
        "Household waste <recycled> and Missed bins turned red.",
    ),
    "scorecard": (
        lambda s, o: headlines.scorecard(scorecard(s, o, NOW)),
        "Two of the 4 rated scorecard measures are off target; Operational has the most, with two.",
    ),
    "plan": (
        lambda s, o: plan_headlines.council_plan(council_plan(s, o, NOW)),
        "One of the 2 rated Council Plan measures is off target; "
        "Unique environment has the most, with one, while Suitable housing has none.",
    ),
    "covid": (
        lambda s, o: week_words.headline(covid(s, o, NOW)),
        "Shielded people contacted rose from 280 to 290 "
        "and Pupils attending rose from 99.0% to 100.0%.",
    ),
    "measure": (
        lambda s, o: headlines.measure(measure_page(s, "recycling")),
        "55.0% in September 2020, down from 60.0% in August 2020, "
        "off target against 60.0% or more.",
    ),
    "never supplied": (
        lambda s, o: headlines.measure(measure_page(s, "appeals")),
        "No figure has been reported yet. Head of Waste holds it.",
    ),
    "data health": (
        lambda s, o: headlines.data_health(data_health(s, NOW)),
        "Two of the 9 measures due so far are overdue, and 1 row of 74 read could not be used.",
    ),
}


@pytest.mark.parametrize("page", SAID)
def test_headline(store: Store, headings: Outline, page: str) -> None:
    say, expected = SAID[page]
    assert say(store, headings) == expected


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([], "None of these measures has a target and a result yet."),
        (["monitor"], "None of these measures has a target and a result yet."),
        (["green"], "The one rated measure is not off target"),
        (["red"], "The one rated measure is off target"),
        (["green", "green"], "None of the 2 rated measures are off target"),
        (["red", "green"], "One of the 2 rated measures is off target"),
        (["red"] * 21, "21 of the 21 rated measures are off target"),
    ],
)
def test_off_target_always_gives_the_denominator(statuses: list[str], expected: str) -> None:
    assert headlines.off_target(count_statuses(statuses)) == expected


@pytest.mark.parametrize(
    ("up_to_date", "overdue", "expected"),
    [
        (0, 0, "No measure is due yet, "),
        (1, 0, "The one measure due so far is up to date, "),
        (0, 1, "The one measure due so far is overdue, "),
        (1, 1, "One of the 2 measures due so far is overdue, "),
        (2, 0, "None of the 2 measures due so far are overdue, "),
    ],
)
def test_data_health_counts_in_words(
    store: Store, up_to_date: int, overdue: int, expected: str
) -> None:
    view = data_health(store, NOW)
    fresh = replace(view.freshness, up_to_date=up_to_date, overdue=overdue)
    assert headlines.data_health(replace(view, freshness=fresh)).startswith(expected)


@pytest.mark.parametrize(
    ("matches", "text", "expected"),
    [
        (0, "", "No measures are found."),
        (1, "bins", "One measure matches “bins”."),
        (30, "bins", "30 measures match “bins”."),
    ],
)
def test_search_says_how_many_match(matches: int, text: str, expected: str) -> None:
    assert headlines.catalogue(matches, text) == expected
