"""Does each page open with a sentence that could be read out?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from perfcore.present import headlines, plan_headlines, week_words
from perfcore.store import Store
from perfcore.views.council_plan import council_plan
from perfcore.views.counts import count_statuses
from perfcore.views.covid import covid
from perfcore.views.data_health import data_health
from perfcore.views.filters import Filters
from perfcore.views.next_due import MonthDue
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
    ("were_red", "since", "expected"),
    [
        (0, None, "two more than at their previous results"),
        (2, None, "as before"),
        (3, None, "one fewer than at their previous results"),
        (1, date(2020, 7, 31), "one more than at the end of July 2020"),
        (2, date(2020, 7, 31), "as at the end of July 2020"),
    ],
)
def test_overview_says_what_it_compares_with(
    store: Store, headings: Outline, were_red: int, since: date | None, expected: str
) -> None:
    view = overview(store, headings, NOW, since)
    said = headlines.overview(replace(view, council=replace(view.council, were_red=were_red)))
    assert said.startswith(f"Two of the 5 rated measures are off target, {expected}: ")


@pytest.mark.parametrize(
    ("red", "green", "expected"),
    [
        (2, 0, ": two turned red."),
        (2, 1, ": two turned red and one recovered."),
        (0, 3, ": three recovered."),
        (0, 0, " than at their previous results."),
    ],
)
def test_overview_counts_where_names_are_too_long(
    store: Store, headings: Outline, red: int, green: int, expected: str
) -> None:
    view = overview(store, headings, NOW)
    long_name = replace(view.changes.turned_red[0].result, name="A long name " * 20)
    turned = tuple(replace(one, result=long_name) for one in view.changes.turned_red[:red])
    changed = replace(
        view,
        changes=replace(view.changes, turned_red=turned),
        turned={"red": red, "green": green},
    )
    assert headlines.overview(changed).endswith(expected)


def test_scorecard_of_a_forum_names_it(store: Store, headings: Outline) -> None:
    view = scorecard(store, headings, Filters(forum="audit"))
    assert headlines.scorecard(view, "Audit Committee") == (
        "Audit Committee: two of the 2 rated scorecard measures are off target; "
        "Operational has the most, with two."
    )


@pytest.mark.parametrize(
    ("returns", "expected"),
    [
        ([], ""),
        ([1], "Returns due: 1 in October 2020."),
        ([2, 1200], "Returns due: 2 in October 2020 and 1,200 in November 2020."),
        (
            [1, 2, 3, 4, 5],
            "Returns due: 1 in October 2020, 2 in November 2020, 3 in December 2020 and 9 later.",
        ),
    ],
)
def test_returns_are_counted_by_month(returns: list[int], expected: str) -> None:
    starts = [date(2020 + n // 12, n % 12 + 1, 1) for n in range(9, 9 + len(returns))]
    months = [MonthDue(*one) for one in zip(starts, returns, strict=True)]
    assert headlines.due_by_month(months) == expected


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
