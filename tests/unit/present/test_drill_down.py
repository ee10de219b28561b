"""Does a drill-down read well, aloud, on paper and without sight?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from perfcore.present import behind, blocks, hex_map, way
from perfcore.present.choice import Choice
from perfcore.present.family import family
from perfcore.present.headlines import LONGEST
from perfcore.present.links import Links
from perfcore.present.member_chart import scale_of
from perfcore.present.member_rows import change, columns, ranks_of, share_of, shown_share
from perfcore.present.tables import drill_down as tables
from perfcore.store import Store
from perfcore.views.drill_down import DrillDown, drill_down
from perfcore.views.outline import Outline, outline
from perfcore.views.split import Hexagon, Member, Split
from tests.unit.present.test_blocks import Outlined
from tests.wards import wards

LINKS = Links("drill-down", {"period": "September 2020"})
MAP = Choice(split="ward", as_map=True, carried={"as": "Map"})


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = wards(tmp_path_factory.mktemp("wards")).open()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def headings(store: Store) -> Outline:
    return outline(store)


@pytest.fixture(scope="module")
def view(store: Store, headings: Outline) -> DrillDown:
    return drill_down(store, headings, "recycling")


def split_of(view: DrillDown) -> Split:
    assert view.split is not None
    return view.split


def with_members(view: DrillDown, *members: Member) -> DrillDown:
    return replace(view, split=replace(split_of(view), members=members))


def member(name: str, value: int | None, status: str, marker: str = "") -> Member:
    given = None if value is None else Decimal(value)
    return Member(name, given, None, None, None, None, status, "", "", marker, "")


SAID: dict[str, tuple[Callable[[DrillDown], DrillDown], str]] = {
    "as it is": (
        lambda view: view,
        "58.0%, within tolerance; two of its 3 rated drivers are off target: Centre waste "
        "recycled and Fly-tips; South is furthest from target at 50.0%, North best at 66.0%.",
    ),
    "every member on target": (
        lambda view: with_members(view, member("A", 60, "green"), member("B", 70, "exceptional")),
        "58.0%, within tolerance; two of its 3 rated drivers are off target: Centre waste "
        "recycled and Fly-tips; every ward with a figure is on target.",
    ),
    "one member": (
        lambda view: with_members(view, member("A", 60, "green"), member("B", None, "suppressed")),
        "58.0%, within tolerance; two of its 3 rated drivers are off target: Centre waste "
        "recycled and Fly-tips; only A has a figure, 60.0%.",
    ),
    "all alike": (
        lambda view: with_members(view, member("A", 60, "green"), member("B", 60, "green")),
        "58.0%, within tolerance; two of its 3 rated drivers are off target: Centre waste "
        "recycled and Fly-tips; every ward with a figure stands at 60.0%.",
    ),
    "no member has a figure": (
        lambda view: with_members(view, member("A", None, "suppressed")),
        "58.0%, within tolerance; two of its 3 rated drivers are off target: Centre waste "
        "recycled and Fly-tips.",
    ),
    "no breakdown": (
        lambda view: replace(view, split=None),
        "58.0%, within tolerance; two of its 3 rated drivers are off target: Centre waste "
        "recycled and Fly-tips.",
    ),
    "long names give way": (
        lambda view: with_members(
            view, member("A" * 60, 50, "red"), member("B" * 60, 70, "exceptional")
        ),
        f"58.0%, within tolerance; two of its 3 rated drivers are off target; {'A' * 60} is "
        "furthest from target at 50.0%.",
    ),
    "names too long for any": (
        lambda view: with_members(
            view, member("A" * 170, 50, "red"), member("B" * 170, 70, "exceptional")
        ),
        "58.0%, within tolerance; two of its 3 rated drivers are off target: Centre waste "
        "recycled and Fly-tips.",
    ),
    "withheld": (
        lambda view: replace(
            view, measure=replace(view.measure, value=None, status="suppressed"), split=None
        ),
        "Withheld; two of its 3 rated drivers are off target: Centre waste recycled and Fly-tips.",
    ),
}


@pytest.mark.parametrize("case", SAID)
def test_headline(view: DrillDown, case: str) -> None:
    changed, expected = SAID[case]
    assert behind.headline(changed(view)) == expected
    assert len(expected) < LONGEST


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("kerbside", "60.0%, on target; its one driver is not rated."),
        (
            "centres",
            "56.0%, off target; it is part of Waste recycled, within tolerance; "
            "Red is furthest from target at 55.0%, Blue best at 60.0%.",
        ),
        (
            "fly-tips",
            "40, off target; it influences Waste recycled, within tolerance; "
            "North is highest at 20, South lowest at 10.",
        ),
        (
            "street-cleaning",
            "70, no target set; one of its 2 rated drivers is off target: Fly-tips.",
        ),
        ("alone", "No figure has been reported yet; no drivers are named for it."),
    ],
)  # fmt: skip
def test_headline_of_each_kind_of_measure(
    store: Store, headings: Outline, measure: str, expected: str
) -> None:
    assert behind.headline(drill_down(store, headings, measure)) == expected


def test_whether_members_are_judged_is_said_once(store: Store, headings: Outline) -> None:
    rate, count = (drill_down(store, headings, one) for one in ("recycling", "fly-tips"))
    assert blocks.drill_down_split(rate).count("judged") == 1
    html = blocks.drill_down_split(count)
    assert html.count("judged") == 1
    assert "target is for the whole, so no ward is judged by it" in html


def test_columns_follow_the_levels_and_a_driver_is_never_left_of_what_it_moves(
    store: Store, headings: Outline
) -> None:
    top = family(drill_down(store, headings, "recycling")).top
    assert [(kin.result.measure, kin.column, kin.skips) for kin in top.beside] == [
        ("kerbside", 1, 0),
        ("centres", 1, 0),
        ("fly-tips", 2, 1),
    ]
    service = family(drill_down(store, headings, "street-cleaning"))
    assert service.levels == ("service", "operational")
    assert [(kin.result.measure, kin.column) for kin in service.top.under] == [("recycling", 1)]
    assert service.top.under[0].note == (
        "A strategic measure; not compared: one of the eight pairs of periods needed"
    )


def test_a_node_says_what_else_it_influences_and_when_it_is_felt(view: DrillDown) -> None:
    (visits,) = family(view).top.beside[0].beside
    assert visits.note == (
        "Not compared: one of the eight pairs of periods needed; also influences Waste recycled"
    )
    assert (
        family(view).top.beside[2].note
        == "Felt after 1 month; not compared: one of the eight pairs of periods needed"
    )


def test_each_link_keeps_the_way_and_the_filters(view: DrillDown) -> None:
    html = blocks.drill_down(view, LINKS)
    address = (
        'href="drill-down?period=September+2020&amp;measure=visits&amp;path=recycling.kerbside"'
    )
    assert address in html
    assert 'href="measure?period=September+2020&amp;measure=visits&amp;from=recycling"' in html


def test_the_path_names_every_step_and_ends_at_the_measure(store: Store, headings: Outline) -> None:
    html = blocks.drill_down(drill_down(store, headings, "visits"), LINKS)
    crumbs = re.findall(r"<li><span class=\"lvl\">(.*?)</span>.*?>(?:<[^>]*>)?([^<>]+)<", html)
    assert crumbs == [
        ("Strategic", "Waste recycled"),
        ("Service", "Kerbside waste recycled"),
        ("Operational", "Visits"),
    ]
    assert html.count('aria-current="true"') == 1
    assert 'from=recycling.kerbside.visits"' in html


def test_a_choice_follows_only_to_measures_that_offer_it(store: Store, headings: Outline) -> None:
    choice = Choice("team", "year", carried={"split": "Team", "versus": "Last year"})
    html = blocks.drill_down(drill_down(store, headings, "recycling", "team"), LINKS, choice)
    assert "measure=centres&amp;path=recycling&amp;split=Team&amp;versus=Last+year" in html
    assert "measure=kerbside&amp;path=recycling&amp;versus=Last+year" in html


def test_a_way_is_read_as_it_was_written() -> None:
    assert way.read(way.written(["a-b", "c"])) == ("a-b", "c")
    assert way.read("") == ()


def test_equal_members_share_a_rank_and_empty_ones_have_none(view: DrillDown) -> None:
    assert ranks_of(split_of(view)) == {"South": "1", "East": "2=", "North": "2="}


@pytest.mark.parametrize(
    ("share", "expected"),
    [(None, ""), (Decimal(0), "0%"), (Decimal("0.004"), "under 1%"), (Decimal("0.1"), "10%")],
)
def test_shares_are_whole_per_cents(share: Decimal | None, expected: str) -> None:
    assert shown_share(share) == expected


def test_a_share_is_of_what_a_rate_is_out_of_and_of_a_sum(store: Store, headings: Outline) -> None:
    rate, count = (split_of(drill_down(store, headings, one)) for one in ("recycling", "fly-tips"))
    assert share_of(rate.members[0], rate) == Decimal("0.1")
    assert share_of(count.members[0], count) == Decimal("0.5")
    assert share_of(rate.members[-1], rate) is None
    below = replace(count, members=(*count.members, member("Z", -1, "monitor")))
    assert share_of(below.members[0], below) is None
    assert columns(count) == {"out_of": False, "share": True, "status": False}


def test_what_is_compared_is_chosen(view: DrillDown) -> None:
    north = next(one for one in split_of(view).members if one.member == "North")
    assert change(north, view.measure, "before") == "+2.0"
    assert change(north, view.measure, "year") == "+4.0"
    assert "Aug 2020" in blocks.drill_down_split(view)
    year = blocks.drill_down_split(view, Choice(versus="year"))
    assert "Sep 2019" in year
    assert "Aug 2020" not in year


def test_rates_are_drawn_against_target_and_council_and_counts_from_zero(
    store: Store, headings: Outline
) -> None:
    rate, count = (drill_down(store, headings, one) for one in ("recycling", "fly-tips"))
    dots = scale_of(split_of(rate), rate.measure, "before")
    bars = scale_of(split_of(count), count.measure, "before")
    assert dots is not None
    assert bars is not None
    assert (dots.bars, dots.targets, dots.council) == (False, (60.0,), 58.0)
    assert (bars.bars, bars.low, bars.targets, bars.council) == (True, 0.0, (), None)
    assert all(dots.low <= tick <= dots.high for tick in dots.ticks)


def test_members_without_any_figure_have_no_scale(view: DrillDown) -> None:
    empty = with_members(view, member("A", None, "suppressed", "suppressed"))
    assert scale_of(split_of(empty), view.measure, "before") is None
    assert "Withheld" in blocks.drill_down_split(empty)


def test_one_value_alone_can_be_drawn(view: DrillDown) -> None:
    one = with_members(view, member("A", 0, "monitor"))
    bare = replace(one.measure, target=None)
    council = replace(split_of(one).council, value=None)
    split = replace(split_of(one), council=council)
    scale = scale_of(split, bare, "before")
    assert scale is not None
    assert scale.low < 0 < scale.high


def test_a_member_without_a_figure_says_why(view: DrillDown) -> None:
    html = blocks.drill_down_split(view)
    assert "No figure for Sep 2020" in html
    assert "c: withheld (1), as sent in. Left out of ranks." in html


def test_a_few_withheld_counts_say_under_what_they_are(store: Store, headings: Outline) -> None:
    html = blocks.drill_down_split(drill_down(store, headings, "fly-tips"))
    assert "c: withheld (2), fewer than 5, or would give such a figure away." in html


@pytest.mark.parametrize("choice", [Choice(), MAP, Choice(versus="year")])
def test_both_ways_of_showing_are_well_formed_tables(view: DrillDown, choice: Choice) -> None:
    outlined = Outlined()
    outlined.feed(blocks.drill_down(view, LINKS, choice) + blocks.drill_down_split(view, choice))
    assert (outlined.faults, outlined.open) == ([], [])
    assert outlined.tables == outlined.captions == 1


def test_a_map_draws_every_place_with_its_value_and_withheld_ones_apart(view: DrillDown) -> None:
    html = blocks.drill_down_split(view, MAP)
    assert html.count("<polygon") == 5
    assert "<title>South: 50.0%</title>" in html
    assert "<title>Mid: withheld</title>" in html
    assert html.count('class="hx hx-c"') == 1
    assert html.count('class="hx hx-x"') == 1
    assert 'role="img" aria-label="Hexagon map of Waste recycled by ward, September 2020.' in html


def test_the_key_of_a_map_counts_every_place_once(view: DrillDown) -> None:
    drawn = hex_map.hex_map(split_of(view), view.measure, "")
    assert sum(key.places for key in drawn.keys) + drawn.withheld + drawn.empty == 5
    assert (drawn.withheld, drawn.empty) == (1, 1)


def test_a_map_is_asked_for_in_vain_where_there_is_none(store: Store, headings: Outline) -> None:
    html = blocks.drill_down_split(drill_down(store, headings, "recycling", "team"), MAP)
    assert "hexmap" not in html
    assert "Red" in html


@pytest.mark.parametrize(
    ("values", "decimals", "expected"),
    [
        ([], 0, ()),
        ([7, 7, 7], 0, ()),
        ([5, 6], 0, (6, 7, 8, 9)),
        (range(1, 101), 0, (20, 40, 60, 80)),
        ([25, 28, 32, 38, 45, 48, 61, 66, 70, 79, 83, 98, 104, 140, 227], 0, (40, 60, 80, 100)),
    ],
)
def test_classes_begin_at_round_values_and_the_highest_is_open(
    values: list[int], decimals: int, expected: tuple[int, ...]
) -> None:
    assert hex_map.class_bounds([Decimal(value) for value in values], decimals) == expected


@pytest.mark.parametrize("layout", ["odd-r", "even-r", "odd-q", "even-q"])
def test_neighbours_on_a_map_share_a_side(layout: str) -> None:
    def corners(q: int, r: int) -> set[tuple[int, int]]:
        place = Hexagon("", "", layout, q, r, "")
        return {(round(x), round(y)) for x, y in hex_map.corners(place)}

    along, across = ((1, 0), (0, 1)) if layout.endswith("r") else ((0, 1), (1, 0))
    assert len(corners(0, 0) & corners(*along)) == 2
    assert len(corners(0, 0) & corners(*across)) == 2
    assert not corners(0, 0) & corners(3, 3)


def test_a_table_taken_away_holds_raw_figures_and_markers(view: DrillDown) -> None:
    tree, split = tables.tables(view)
    assert [tree.title, split.title] == tables.titles(view) == ["What drives it", "By ward"]
    assert {len(row) for table in (tree, split) for row in table.rows} <= {
        len(tree.columns),
        len(split.columns),
    }
    assert [row[0] for row in tree.rows] == [
        "Waste recycled", "Kerbside waste recycled", "Visits", "Centre waste recycled", "Fly-tips",
    ]  # fmt: skip
    values = {row[0]: row[2] for row in split.rows}
    assert values == {
        "South": 50, "East": 66, "North": 66, "Mid": "[c]", "West": None, "Council": 58,
    }  # fmt: skip
    assert isinstance(values["South"], Decimal)


def test_where_to_start_is_linked_or_said_to_be_nowhere(store: Store, view: DrillDown) -> None:
    html = blocks.starting_points([view.measure], LINKS)
    assert 'href="drill-down?period=September+2020&amp;measure=recycling"' in html
    assert "Clear the filters" in blocks.starting_points([], LINKS)
