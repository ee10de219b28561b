"""Does the council plan count each measure once, and say what is done about what is off target?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from perfcore.store import Store
from perfcore.views.council_plan import CouncilPlan, council_plan
from perfcore.views.filters import Filters
from perfcore.views.outline import outline
from perfcore.views.recovery import Recovery
from tests.plan_council import plan_council


@pytest.fixture(scope="module")
def plan_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = plan_council(tmp_path_factory.mktemp("plan")).open()
    yield opened
    opened.close()


def ask(store: Store, filters: Filters = Filters(), limit: int = 24) -> CouncilPlan:  # noqa: B008
    return council_plan(store, outline(store), filters, limit)


def listed(view: CouncilPlan) -> dict[str, list[str]]:
    return {one.entry.id: [row.measure for row in one.results] for one in view.sections}


def test_a_measure_of_two_priorities_is_in_both_and_counted_once(plan_store: Store) -> None:
    view = ask(plan_store)
    assert listed(view) == {
        "environment": ["recycling", "paths"],
        "housing": ["rough-sleepers"],
        "climate": ["recycling", "emissions"],
    }
    assert (view.counts.total, view.counts.red, view.shared) == (4, 2, 1)
    assert sum(one.counts.red for one in view.sections) == 3


def test_budget_stands_beside_its_priority_and_is_counted_apart(plan_store: Store) -> None:
    view = ask(plan_store)
    assert [[row.measure for row in one.budget] for one in view.sections] == [
        [], ["housing-overspend"], [],
    ]  # fmt: skip
    assert [row.measure for row in view.budget] == ["housing-overspend", "reserves"]
    assert view.budget_counts.total == 2


def test_what_is_off_target_has_its_note_as_action_and_its_officer(plan_store: Store) -> None:
    assert dict(ask(plan_store).recoveries) == {
        "recycling": Recovery("Centres <b>closed</b> for a week", "Head of Waste", ""),
        "paths": Recovery("", "Head of Waste", ""),
        "housing-overspend": Recovery("Emergency rooms", "Head of Homes", ""),
    }


def test_an_earlier_month_has_none_of_todays_notes(plan_store: Store) -> None:
    view = ask(plan_store, Filters(until=date(2020, 8, 31)))
    assert view.counts.red == 0
    assert dict(view.notes) == {}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (
            Filters(directorate="people"),
            {"environment": [], "housing": ["rough-sleepers"], "climate": []},
        ),
        (
            Filters(directorate="place"),
            {
                "environment": ["recycling", "paths"],
                "housing": [],
                "climate": ["recycling", "emissions"],
            },
        ),
        (Filters(directorate="none"), {"environment": [], "housing": [], "climate": []}),
    ],
)
def test_filters_narrow_every_section(
    plan_store: Store, filters: Filters, expected: dict[str, list[str]]
) -> None:
    assert listed(ask(plan_store, filters)) == expected


def test_a_long_section_is_cut_short_but_counted_whole(plan_store: Store) -> None:
    view = ask(plan_store, limit=1)
    assert [len(one.results) for one in view.sections] == [1, 1, 1]
    assert [one.counts.total for one in view.sections] == [2, 1, 2]
