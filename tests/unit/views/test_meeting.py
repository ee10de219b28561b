"""Does a meeting go through the exceptions in their order, and find its way back?"""

from __future__ import annotations

import pytest

from perfcore.errors import UserError
from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.meeting import Screen, screen
from perfcore.views.outline import Outline
from perfcore.views.overview import overview

NOW = Filters()


def shown(one: Screen) -> str:
    return one.page.facts.measure if one.page else ""


def test_it_begins_with_the_first_exception_of_the_overview(
    store: Store, headings: Outline
) -> None:
    first = screen(store, headings, NOW)
    exceptions = [one.result for one in overview(store, headings, NOW).exceptions]
    assert [item.measure for item in first.items] == [row.measure for row in exceptions]
    assert (shown(first), first.item) == (exceptions[0].measure, first.items[0])
    assert first.previous is None


def test_next_and_previous_lead_through_the_list_and_end_with_it(
    store: Store, headings: Outline
) -> None:
    first = screen(store, headings, NOW)
    assert first.next is not None
    second = screen(store, headings, NOW, first.next.measure)
    assert (second.previous, second.next) == (first.item, None)


def test_a_driver_leads_back_to_the_exception_it_lies_behind(
    store: Store, headings: Outline
) -> None:
    behind = screen(store, headings, NOW, "crews-absent", behind="missed-bins")
    assert shown(behind) == "crews-absent"
    assert behind.behind
    assert behind.previous is not None
    assert behind.previous.measure == "missed-bins"


def test_any_measure_can_be_put_on_the_screen(store: Store, headings: Outline) -> None:
    other = screen(store, headings, NOW, "calls-answered")
    assert (shown(other), other.item, other.previous) == ("calls-answered", None, None)
    assert other.next == other.items[0]


def test_filters_narrow_the_list_and_may_leave_nothing(store: Store, headings: Outline) -> None:
    none = screen(store, headings, Filters(directorate="people"))
    assert (none.items, none.page, none.item, none.next) == ((), None, None, None)


def test_an_unknown_measure_is_said_to_be_unknown(store: Store, headings: Outline) -> None:
    with pytest.raises(UserError, match="missed-bins"):
        screen(store, headings, NOW, "missed-bin")


def test_last_year_is_the_same_period_and_nothing_else(store: Store, headings: Outline) -> None:
    assert screen(store, headings, NOW, "missed-bins").last_year is None
