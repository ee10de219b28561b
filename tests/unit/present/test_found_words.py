"""Does the catalogue say what was looked for, and lead out of nothing found?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from perfcore.present import blocks
from perfcore.present.found_words import headline, nothing
from perfcore.present.links import Links
from perfcore.present.tables.measures import table
from perfcore.store import Store
from perfcore.views import catalogue as module
from perfcore.views.catalogue import Search, catalogue, every_match
from perfcore.views.filters import Filters

NOW = Filters()
CARRIED = {"directorate": "Place", "q": "bins", "status": "Off target", "page": "2"}


@pytest.mark.parametrize(
    ("matches", "search", "expected"),
    [
        (402, Search(), "402 measures."),
        (0, Search("bins"), "No measures match “bins”."),
        (1, Search("bins"), "One measure matches “bins”."),
        (30, Search(" bins "), "30 measures match “bins”."),
        (12, Search(status="red"), "Twelve measures are off target."),
        (1, Search(status="no_data"), "One measure is without data."),
        (
            5,
            Search("bins", ("strategic", "service"), "red"),
            "Five strategic and service measures match “bins” and are off target.",
        ),
    ],
)
def test_headline(matches: int, search: Search, expected: str) -> None:
    assert headline(matches, search) == expected


@pytest.mark.parametrize(
    ("search", "carried", "title", "address"),
    [
        (Search("bins"), CARRIED, "No measures match “bins”", "measures?directorate=Place"),
        (
            Search(status="red"),
            {"status": "Off target", "portfolio": "Housing"},
            "No measures have this level and status",
            "measures?portfolio=Housing",
        ),
        (Search(), {"directorate": "Place"}, "No measures match these filters", "measures"),
    ],
)
def test_nothing_found_says_why_and_clears_what_was_searched(
    search: Search, carried: dict[str, str], title: str, address: str
) -> None:
    said = nothing(search, Links("measures", carried))
    assert (said.title, said.address) == (title, address)


def test_nothing_found_offers_one_link(store: Store) -> None:
    search = Search("nowhere")
    links = Links("measures", {"q": "nowhere"})
    html = blocks.catalogue(catalogue(store, NOW, search), search, links)
    assert html.count("<a ") == 1
    assert 'href="measures" data-go>Show all measures</a>' in html


def test_pages_are_links_that_keep_the_search(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ROWS_A_PAGE", 3)
    search = Search(page=2)
    html = blocks.catalogue(catalogue(store, NOW, search), search, Links("measures", CARRIED))
    assert "4 to 6 of 10" in html
    start = "measures?directorate=Place&amp;q=bins&amp;status=Off+target"
    assert f'href="{start}" data-go>Previous page' in html
    assert f'href="{start}&amp;page=3" data-go>Next page' in html


def test_links_to_measures_leave_the_search_behind(store: Store) -> None:
    html = blocks.catalogue(catalogue(store, NOW, Search()), Search(), Links("measures", CARRIED))
    assert 'href="measure?directorate=Place&amp;measure=recycling"' in html


def test_the_table_leaves_with_numbers_and_dates(store: Store) -> None:
    made = table(every_match(store, NOW, Search("recycling")))
    (row,) = made.rows
    cells = dict(zip(made.columns, row, strict=True))
    assert (cells["value"], cells["target"]) == (Decimal("55.0"), 60)
    assert (cells["status"], cells["reported on"]) == ("Off target", date(2020, 10, 9))
