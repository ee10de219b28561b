"""Is the path to green drawn beside the forecast, and held against what then happened?"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from perfcore.present.forecast.fan import alternative, fan
from perfcore.present.path_to_green import path_that_stands, path_told
from perfcore.register.explanations import Elements, Explanation, Waypoint
from perfcore.store import Store
from perfcore.views.measure_page import MeasurePage, measure_page

PATH = (
    Waypoint(date(2020, 9, 30), Decimal("120")),
    Waypoint(date(2020, 12, 31), Decimal("110")),
    Waypoint(date(2021, 3, 31), Decimal("95")),
)


@pytest.fixture
def view(store: Store) -> MeasurePage:
    return measure_page(store, "missed-bins")


def drawn(view: MeasurePage, path: tuple[Waypoint, ...]) -> str:
    assert view.forecast is not None
    return str(fan(view.forecast, view.history, view.facts, path))


def test_each_point_is_a_diamond_and_the_line_runs_to_the_last(view: MeasurePage) -> None:
    html = drawn(view, PATH)
    places = [float(one) for one in re.findall(r'fc-point" d="M([\d.]+)', html)]
    assert len(places) == 3 and places == sorted(places)
    assert html.count("fc-plan") == 1
    assert "Path 95" in html and "31 Mar 2021" in html
    assert "The path to green ends at 95 by 31 Mar 2021." in html


def test_without_a_path_nothing_of_it_is_drawn(view: MeasurePage) -> None:
    assert "fc-plan" not in drawn(view, ()) and "fc-point" not in drawn(view, ())


def test_a_measure_without_forecast_shows_its_path_all_the_same(view: MeasurePage) -> None:
    assert view.forecast is not None
    refused = replace(view, forecast=replace(view.forecast, ahead=()))
    assert drawn(refused, ()) == ""
    html = drawn(refused, PATH)
    assert html.count("fc-point") == 3 and "fc-likely" not in html and "forecast" not in html
    assert refused.forecast is not None
    assert alternative(refused.forecast, view.facts, PATH).startswith(
        "Path to green of Missed bins"
    )


def test_points_long_past_are_left_out(view: MeasurePage) -> None:
    old = Waypoint(date(2001, 1, 1), Decimal("5"))
    assert drawn(view, (old, *PATH)).count("fc-point") == 3


def test_what_then_happened_stands_beside_the_point(view: MeasurePage) -> None:
    said = path_told(PATH, view)
    value = next(row.value for row in view.history if row.ends == date(2020, 9, 30))
    assert value is not None
    assert said.startswith("120 by 30 Sep 2020 (was ") and f"{value:.0f}" in said
    assert said.endswith("95 by 31 Mar 2021")


def test_the_path_of_the_latest_explanation_stands(view: MeasurePage) -> None:
    (one, *_) = [one for one in view.episodes if one.open]
    kept = Explanation(
        subject=one.subject,
        elements=Elements("Why", "Plan", "Officer", PATH),
        version=1,
        based_on=0,
        author="A",
        period="2020-09",
        build="b",
        sequence=7,
        saved_at=datetime(2020, 10, 12, tzinfo=UTC),
    )
    assert path_that_stands(view, {}) == ()
    assert path_that_stands(view, {kept.subject: kept}) == PATH
