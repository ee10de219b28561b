"""Does a drill-down show each measure once, where it belongs, and every member with its reason?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from perfcore.store import Store
from perfcore.views.drill_down import breakdowns_of, drill_down
from perfcore.views.filters import Filters
from perfcore.views.outline import Outline, outline
from perfcore.views.split import Split
from perfcore.views.starting_points import starting_points
from perfcore.views.tree import Tree, tree_around
from tests.wards import wards


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = wards(tmp_path_factory.mktemp("wards")).open()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def headings(store: Store) -> Outline:
    return outline(store)


def split_of(store: Store, headings: Outline, measure: str, breakdown: str = "ward") -> Split:
    found = drill_down(store, headings, measure, breakdown).split
    assert found is not None
    return found


def shape(tree: Tree) -> dict[str, list[str]]:
    return {
        node.measure: [child.measure for child in node.children]
        for node in tree.root.walk()
        if node.children
    }


WHOLE = {"recycling": ["kerbside", "centres", "fly-tips"], "kerbside": ["visits"]}


@pytest.mark.parametrize("measure", ["recycling", "kerbside", "centres", "visits", "fly-tips"])
def test_every_measure_of_a_tree_sees_the_same_tree(store: Store, measure: str) -> None:
    assert shape(tree_around(store, measure)) == WHOLE


def test_a_measure_that_moves_several_stands_once_as_deep_as_it_goes(store: Store) -> None:
    tree = tree_around(store, "visits")
    node = tree.root.find("visits")
    assert node is not None
    assert tree.way == ("recycling", "kerbside")
    assert [link.measure for link in node.also] == ["recycling"]
    assert [one.measure for one in tree.root.walk()].count("visits") == 1


def test_the_readers_way_decides_where_it_stands(store: Store) -> None:
    tree = tree_around(store, "visits", ("recycling",))
    assert tree.way == ("recycling",)
    assert shape(tree) == {"recycling": ["kerbside", "centres", "fly-tips", "visits"]}


def test_the_readers_way_decides_which_tree_is_shown(store: Store) -> None:
    tree = tree_around(store, "fly-tips", ("street-cleaning",))
    assert tree.root.measure == "street-cleaning"
    assert tree.way == ("street-cleaning",)
    assert [link.measure for link in tree.elsewhere] == ["recycling"]


def test_a_measure_of_a_higher_level_ends_its_branch(store: Store) -> None:
    assert shape(tree_around(store, "street-cleaning")) == {
        "street-cleaning": ["fly-tips", "recycling"]
    }


def test_a_way_through_a_lower_level_is_followed_all_the_same(store: Store) -> None:
    tree = tree_around(store, "kerbside", ("street-cleaning", "recycling"))
    assert tree.way == ("street-cleaning", "recycling")
    assert tree.root.find("kerbside") is not None


@pytest.mark.parametrize("way", [("centres",), ("nothing",), ("visits", "recycling")])
def test_a_way_that_leads_elsewhere_is_not_taken(store: Store, way: tuple[str, ...]) -> None:
    tree = tree_around(store, "visits", way)
    assert not tree.way_known
    assert shape(tree) == WHOLE


def test_a_measure_without_links_stands_alone(store: Store) -> None:
    tree = tree_around(store, "alone")
    assert (tree.root.children, tree.way, tree.way_known) == ((), (), True)


def test_members_stand_furthest_from_good_first_and_empty_ones_last(
    store: Store, headings: Outline
) -> None:
    split = split_of(store, headings, "recycling")
    assert [
        (one.member, one.value, one.value_before, one.value_last_year, one.status)
        for one in split.members
    ] == [
        ("South", 50, None, None, "red"),
        ("East", 66, None, None, "green"),
        ("North", 66, 64, 62, "green"),
        ("Mid", None, None, None, "suppressed"),
        ("West", None, 50, None, "no_data"),
    ]
    assert (split.council.value, split.council.denominator) == (Decimal(58), 1000)


def test_members_of_a_sum_are_not_judged(store: Store, headings: Outline) -> None:
    split = split_of(store, headings, "fly-tips")
    assert not split.facts.judged
    assert {one.status for one in split.members} == {"monitor", "suppressed"}
    assert [one.member for one in split.valued] == ["North", "South"]


def test_each_member_has_its_own_trend(store: Store, headings: Outline) -> None:
    split = split_of(store, headings, "recycling")
    assert split.trends["North"].values[-2:] == (64, 66)
    assert split.trends["North"].targets[-1] == 60
    assert split.trends[""].values[-1] == 58
    assert split_of(store, headings, "fly-tips").trends["North"].targets[-1] is None


def test_an_earlier_month_is_split_as_it_was(store: Store, headings: Outline) -> None:
    split = drill_down(store, headings, "recycling", "ward", date(2020, 8, 31)).split
    assert split is not None
    assert split.period == "2020-08"
    assert [one.member for one in split.valued] == ["West", "North"]
    assert max(len(trend.values) for trend in split.trends.values()) <= 12


def test_a_breakdown_with_places_has_a_map_and_another_has_none(
    store: Store, headings: Outline
) -> None:
    assert set(split_of(store, headings, "recycling").hexagons) == {
        "North", "South", "East", "West", "Mid"
    }  # fmt: skip
    assert split_of(store, headings, "recycling", "team").hexagons == {}


def test_a_breakdown_that_there_is_not_falls_back_to_the_first(
    store: Store, headings: Outline
) -> None:
    assert split_of(store, headings, "recycling", "planet").breakdown.id == "ward"


@pytest.mark.parametrize("measure", ["visits", "alone"])
def test_a_measure_without_members_has_no_split(
    store: Store, headings: Outline, measure: str
) -> None:
    assert drill_down(store, headings, measure).split is None


def test_what_can_be_chosen_is_known_before_it_is_asked_for(
    store: Store, headings: Outline
) -> None:
    offered = breakdowns_of(store, headings, "recycling")
    assert [(one.entry.id, one.mapped, one.yearly) for one in offered] == [
        ("ward", True, False),
        ("team", False, False),
    ]
    assert [one.yearly for one in breakdowns_of(store, headings, "yearly")] == [True]
    assert breakdowns_of(store, headings, "alone") == ()


def test_a_start_has_service_and_operational_measures_below(store: Store) -> None:
    assert [row.measure for row in starting_points(store, Filters())] == ["recycling"]
    assert starting_points(store, Filters(directorate="nowhere")) == ()
