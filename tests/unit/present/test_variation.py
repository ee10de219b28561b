"""The matrix of variation by assurance, and what a measure's page says of its chart."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest

from perfcore.present import blocks
from perfcore.present.charts import history_chart
from perfcore.present.links import Links
from perfcore.present.tables import variation as tables
from perfcore.present.variation.drawing import Named, alternative, drawing
from perfcore.present.variation.icons import assurance_icon, variation_icon
from perfcore.present.variation.matrix import headline, matrix
from perfcore.present.variation.told import told
from perfcore.store import Store
from perfcore.views.control_chart import control_chart
from perfcore.views.filters import Filters
from perfcore.views.measure_page import measure_page
from perfcore.views.signals import Signal
from perfcore.views.variation import EVERY, variation
from tests.charts_council import charts_council

LINKS = Links("variation")
ICONS = (
    "common_cause", "improvement_high", "improvement_low", "concern_high", "concern_low",
    "neither_high", "neither_low",
)  # fmt: skip


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = charts_council(tmp_path_factory.mktemp("charts"))
    yield opened
    opened.close()


def test_each_measure_stands_in_its_cell(council: Store) -> None:
    view = variation(council, Filters())
    placed = {key: [one.measure for one in found] for key, found in view.cells.items()}
    assert placed == {
        ("common_cause", "fail"): ["failing"],
        ("common_cause", "hit_or_miss"): ["cut", "steady"],
        ("common_cause", "pass"): ["reliable"],
        ("concern", "hit_or_miss"): ["worse"],
        ("improvement", "hit_or_miss"): ["better"],
        ("neither", ""): ["watched"],
    }
    untested = {why: [one.measure for one in found] for why, found in view.untested.items()}
    assert untested == {
        "too_few_points": ["short"],
        "cumulative": ["running"],
        "seasonal": ["seasonal"],
        "rolling": ["rolling"],
        "low_counts": ["few"],
        "no_figure": ["never"],
    }
    assert (view.tested, view.not_tested, view.cannot_meet) == (7, 6, 1)


def test_a_cell_is_cut_short_and_can_be_listed_whole(council: Store) -> None:
    short = variation(council, Filters(), most=1).cells["common_cause", "hit_or_miss"]
    assert (len(short), short[0].number) == (1, 2)
    whole = variation(council, Filters(), most=1, whole=("common_cause", "hit_or_miss"))
    assert len(whole.cells["common_cause", "hit_or_miss"]) == 2


def test_one_level_alone(council: Store) -> None:
    view = variation(council, Filters(), level="strategic")
    assert list(view.cells) == [("common_cause", "fail")]
    assert headline(view) == (
        "None of the 1 measure with a control chart are getting worse by more than chance; one "
        "cannot meet its target unless the process changes."
    )


def test_the_matrix_is_the_golden_one(council: Store, golden: Callable[[str, str], None]) -> None:
    golden("variation.html", matrix(variation(council, Filters()), LINKS, LINKS))


def test_the_matrix_can_be_taken_away(council: Store) -> None:
    (table,) = tables.tables(variation(council, Filters(), most=EVERY))
    assert len(table.rows) == 13
    reasons = {row[1]: row[-1] for row in table.rows}
    assert reasons["rolling"] == "a rolling measure repeats its own past"
    assert reasons["worse"] == ""


@pytest.mark.parametrize("name", ["steady", "worse", "cut", "running", "rolling", "never"])
def test_what_a_page_says_of_its_chart_is_the_golden_one(
    council: Store, golden: Callable[[str, str], None], name: str
) -> None:
    html = blocks.measure_details(measure_page(council, name), LINKS)
    section = re.search(r"<h2>Is it real\?</h2>.*?</section>", html, re.DOTALL)
    golden(f"variation/{name}.html", section.group() if section else "no section")


def test_notes_say_what_the_framework_did_and_what_it_could_do(council: Store) -> None:
    cut = told(measure_page(council, "cut"))
    assert cut is not None
    assert cut.notes == (
        "Set aside: Mar 2017. Weighbridge closed.",
        "Limits recalculated from Sep 2018. A new contract.",
    )
    worse = told(measure_page(council, "worse"))
    assert worse is not None
    assert worse.notes[0].startswith("From May 2019 on, eight or more points in a row")
    assert worse.fired[0].when == "May 2019 to Dec 2019"
    assert worse.fired[0].rule == "8 points in a row above the mean"


def test_special_causes_differ_by_shape_in_the_chart(council: Store) -> None:
    drawn = {name: history_chart(measure_page(council, name)) for name in ("worse", "better")}
    shapes = {
        name: "".join(
            json.dumps(layer["mark"].get("shape", ""))
            for layer in chart.specification["layer"]
            if layer["mark"]["type"] == "point"
        )
        for name, chart in drawn.items()
        if chart
    }
    assert "square" in shapes["worse"]
    assert "cross" in shapes["better"]
    assert drawn["worse"] and "Orange square: special cause, worse" in drawn["worse"].subtitle


def test_limits_of_two_parts_are_drawn_apart(council: Store) -> None:
    chart = history_chart(measure_page(council, "cut"))
    assert chart
    bands = [
        layer["data"]["values"]
        for layer in chart.specification["layer"]
        if layer["mark"]["type"] == "area"
    ]
    assert [len({row["part"] for row in rows}) for rows in bands] == [2]
    assert "Hollow: set aside" in chart.subtitle


def test_a_member_has_a_chart_of_its_own(council: Store) -> None:
    chart = control_chart(council, "steady", "depot", "North")
    assert chart
    named = Named("North", "month", "days", 1)
    assert alternative(chart, named) == (
        "Control chart of North, Jan 2017 to Dec 2019, latest 15.0; mean 11.0, limits 6.1 to "
        "15.9; 8 points worse and 0 better by more than chance."
    )
    assert drawing(chart, named).count("cc-worse") == 8


@pytest.mark.parametrize("variation_code", ICONS)
def test_each_icon_says_what_it_shows(variation_code: str) -> None:
    html = variation_icon(Signal(variation_code, refusal=""))
    assert html.count("<title>") == 1
    assert ('aria-label="Special cause' in html) == (variation_code != "common_cause")


def test_icons_never_have_a_status_colour() -> None:
    drawn = "".join(variation_icon(Signal(one, refusal="")) for one in ICONS)
    drawn += "".join(
        assurance_icon(Signal("common_cause", one, refusal=""))
        for one in ("pass", "fail", "hit_or_miss")
    )
    assert not set(re.findall(r'class="([^"]+)"', drawn)) & {"m-off", "m-within", "m-on"}


def test_nothing_is_drawn_of_what_is_not_tested() -> None:
    assert variation_icon(Signal()) == ""
    assert assurance_icon(Signal()) == ""
