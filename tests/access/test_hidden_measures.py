"""Does a restricted measure exist for nobody else, in any table of the warehouse?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from perfcore.errors import UserError
from perfcore.store import Store, open_current
from perfcore.views.filters import Filters
from perfcore.views.measure_page import measure_page
from perfcore.views.outline import outline
from perfcore.views.overview import overview
from tests.county import county

HIDDEN = "missed-bins"


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return open_current(county(tmp_path_factory.mktemp("county")).out)


def tables(store: Store) -> list[str]:
    sql = "select table_name as text from duckdb_tables() union all "
    sql += "select view_name from duckdb_views() where not internal"
    return [one.text for one in store.fetch(sql, {}, Text)]


def naming(store: Store, table: str) -> int:
    """How many rows of a table have the measure's id anywhere in them."""
    sql = (
        f"select cast(count(*) as varchar) as text from {table} as t "
        f"where contains(cast(t as varchar), '{HIDDEN}')"
    )
    return int(store.fetch(sql, {}, Text)[0].text)


def test_no_table_names_it(whole: Store) -> None:
    narrowed = whole.without(frozenset({HIDDEN}))
    named = [table for table in tables(whole) if naming(whole, table)]
    assert {"measure", "latest_headline", "exception"} <= set(named)
    assert [table for table in named if naming(narrowed, table)] == []


def test_what_has_only_a_number_for_it_is_gone_too(whole: Store) -> None:
    narrowed = whole.without(frozenset({HIDDEN}))
    sql = (
        "select cast(count(*) as varchar) as text from {0} "
        "where series in (select series from series)"
    )
    for table in ("result", "chart", "charted"):
        before = whole.fetch(f"select cast(count(*) as varchar) as text from {table}", {}, Text)
        after = narrowed.fetch(f"select cast(count(*) as varchar) as text from {table}", {}, Text)
        assert int(after[0].text) < int(before[0].text)
        assert narrowed.fetch(sql.format(table), {}, Text) == after


def test_pages_do_not_know_it(whole: Store) -> None:
    narrowed = whole.without(frozenset({HIDDEN}))
    assert measure_page(whole, HIDDEN, None).facts.measure == HIDDEN
    with pytest.raises(UserError):
        measure_page(narrowed, HIDDEN, None)
    assert HIDDEN not in repr(overview(narrowed, outline(narrowed), Filters()))


def test_answers_of_the_two_are_kept_apart(whole: Store) -> None:
    narrowed = whole.without(frozenset({HIDDEN}))
    assert narrowed.name == whole.name and narrowed.seen_as != whole.seen_as
    assert whole.without(frozenset()) is whole


def test_many_readers_at_once(whole: Store) -> None:
    narrowed = whole.without(frozenset({HIDDEN}))
    with ThreadPoolExecutor(8) as many:
        assert set(many.map(lambda _: naming(narrowed, "measure"), range(200))) == {0}
        assert set(many.map(lambda _: naming(whole, "measure"), range(50))) == {1}
