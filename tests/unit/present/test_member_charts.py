"""The control charts of places and teams: which come first, and what is said of those left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from perfcore.present.member_charts import MOST, MemberCharts, member_charts
from perfcore.store import Store
from perfcore.views.control_chart import control_chart
from perfcore.views.drill_down import DrillDown, drill_down
from perfcore.views.member_charts import member_charts as charts_of
from perfcore.views.outline import outline
from tests.bins_by_depot import bins_by_depot


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = bins_by_depot(tmp_path_factory.mktemp("depots"))
    yield opened
    opened.close()


def seen(council: Store, measure: str = "bins") -> tuple[DrillDown, MemberCharts]:
    view = drill_down(council, outline(council), measure)
    assert view.split is not None
    return view, member_charts(view.split, view.measure, view.charts)


def test_one_question_finds_what_each_chart_alone_says(council: Store) -> None:
    found = charts_of(council, "bins", "depot")
    assert sorted(found) == ["East", "New", "North", "South"]
    for name, chart in found.items():
        alone = control_chart(council, "bins", "depot", name)
        assert alone is not None
        assert (chart.points, chart.refusal) == (alone.points, alone.refusal)


def test_those_getting_worse_come_first_and_the_untested_are_told(council: Store) -> None:
    _, found = seen(council)
    assert [one.name for one in found.drawn] == ["South", "East", "North"]
    assert found.title == (
        "Is it real, by depot? 1 getting worse and 1 getting better by more than chance, of 3"
    )
    assert found.left == ("Not tested: 1, fewer points than limits need.",)
    assert [one.said for one in found.drawn] == [
        "Getting worse by more than chance",
        "Getting better by more than chance",
        "No clear change: within normal variation",
    ]


def test_marks_differ_by_shape_and_one_scale_holds_all(council: Store) -> None:
    view, found = seen(council)
    south, east, north = (one.drawing for one in found.drawn)
    assert south.count("cc-worse") >= 1 and east.count("cc-better") >= 1
    assert "cc-worse" not in north and "cc-better" not in north
    # the target is the same for all, so on one scale its line stands at the same height
    lines = {re.search(r'sp-target" d="M8 ([\d.]+)H', svg)[1] for svg in (south, east, north)}  # type: ignore[index]
    assert len(lines) == 1
    assert all("Control chart of" in one.drawing for one in found.drawn)
    assert view.measure.target is not None


def test_a_long_breakdown_says_how_many_are_left_out(council: Store) -> None:
    _, found = seen(council, "many")
    assert len(found.drawn) == MOST
    assert found.left[0] == "2 more are left out here; the table has their trends."
