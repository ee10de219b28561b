"""Is a measure's chart right for every kind of measure, in marks and in words?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import altair as alt
import pytest
from jsonschema.exceptions import ValidationError

from perfcore.present.charts import DARK, LIGHT, Chart, history_chart
from perfcore.present.history.axes import named_periods, scale
from perfcore.present.history.events import drawn_events
from perfcore.present.history.labels import APART, apart
from perfcore.present.history.points import points
from perfcore.store import Store
from perfcore.views.events import Event
from perfcore.views.measure_page import HistoryRow, MeasurePage, measure_page
from tests.every_status import every_status

KINDS = (
    "monthly", "lettered", "quarterly", "annual", "weekly", "cumulative", "rolling", "single",
    "bounded", "suppressed", "not-available",
)  # fmt: skip


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = every_status(tmp_path_factory.mktemp("statuses"))
    yield opened
    opened.close()


def drawn(council: Store, measure: str) -> Chart:
    chart = history_chart(measure_page(council, measure))
    assert chart is not None
    return chart


def layers(chart: Chart, kind: str, **marked: object) -> list[dict[str, Any]]:
    """The layers of a kind of mark that have these properties."""
    found = [layer for layer in chart.specification["layer"] if layer["mark"]["type"] == kind]
    return [
        layer
        for layer in found
        if all(layer["mark"].get(name) == wanted for name, wanted in marked.items())
    ]


def rows(chart: Chart, kind: str, **marked: object) -> list[dict[str, Any]]:
    """The rows of those layers."""
    return [row for layer in layers(chart, kind, **marked) for row in layer["data"]["values"]]


def texts(chart: Chart) -> list[str]:
    return [row["label"] for row in rows(chart, "text")]


def looks(chart: Chart, channel: str) -> dict[str, Any]:
    """A channel of each look that the chart's points have, by the look's name."""
    found: dict[str, Any] = {}
    for layer in layers(chart, "point"):
        named = {row["look"] for row in layer["data"]["values"] if "look" in row}
        said = layer["mark"].get(channel)
        table = json.loads(said["expr"].partition("[datum")[0]) if isinstance(said, dict) else {}
        found |= {name: table.get(name, said) for name in named}
    return found


def monthly_page(council: Store, months: int) -> MeasurePage:
    """The monthly measure with so many months of figures."""
    view = measure_page(council, "green")
    last = view.history[-1]
    starts = [date(2000 + n // 12, n % 12 + 1, 1) for n in range(months)]
    history = tuple(
        replace(
            last, starts=day, ends=_month_end(day), period=f"{day:%Y-%m}",
            year_starts=date(day.year, 4, 1),
        )
        for day in starts
    )  # fmt: skip
    return replace(view, history=history)


def _month_end(day: date) -> date:
    return (day + timedelta(days=31)).replace(day=1) - timedelta(days=1)


@pytest.mark.parametrize("measure", KINDS)
def test_each_kind_of_chart_is_the_golden_one(
    council: Store, golden: Callable[[str, str], None], measure: str
) -> None:
    chart = drawn(council, measure)
    written = json.dumps(chart.specification, indent=1, ensure_ascii=False)
    golden(f"charts/{measure}.vl.json", f"{written}\n")


@pytest.mark.parametrize("measure", KINDS)
def test_each_kind_of_chart_keeps_to_the_schema(council: Store, measure: str) -> None:
    chart = drawn(council, measure).specification
    alt.LayerChart.from_dict(chart)
    with pytest.raises(ValidationError):
        alt.LayerChart.from_dict({**chart, "height": "tall"})


@pytest.mark.parametrize(
    ("measure", "title"),
    [
        ("monthly", "Off target for 7 months and at its highest yet"),
        ("quarterly", "Within tolerance for 2 quarters"),
        ("annual", "Within tolerance in the latest year"),
        ("cumulative", "Off target for 5 months"),
        ("rolling", "Lower than a year before"),
        ("single", "On target in the latest month"),
        ("monitor", "One result so far"),
        ("suppressed", "Withheld for 2 months"),
        ("not-available", "Not available in the latest month"),
    ],
)
def test_the_title_is_the_finding_in_ten_words_or_fewer(
    council: Store, measure: str, title: str
) -> None:
    assert drawn(council, measure).title == title
    assert len(title.split()) <= 10


@pytest.mark.parametrize("measure", KINDS)
def test_the_words_for_those_who_do_not_see_it_stay_under_300_letters(
    council: Store, measure: str
) -> None:
    view = measure_page(council, measure)
    long = replace(view, facts=replace(view.facts, name="Very long name " * 30))
    chart = history_chart(long)
    assert chart is not None
    assert len(chart.alternative) < 300
    assert chart.alternative.endswith(f"{chart.title}.")


def test_the_words_name_type_period_values_target_and_finding(council: Store) -> None:
    assert drawn(council, "quarterly").alternative == (
        "Line chart of Quarterly range, Oct to Dec 2019 to Jul to Sep 2020: from £25.0m to £31.0m."
        " Target £20.0m to £30.0m. Within tolerance for 2 quarters."
    )


def test_a_measure_without_figures_has_no_chart(council: Store) -> None:
    assert history_chart(measure_page(council, "no-data")) is None


def test_a_target_moves_where_it_was_changed(council: Store) -> None:
    steps = rows(drawn(council, "monthly"), "line", strokeDash=[6, 4])
    assert [(row["x"], row["aim"]) for row in steps] == [
        ("2019-04-01", 100), ("2020-04-01", 100), ("2020-04-01", 90), ("2020-09-16", 90),
    ]  # fmt: skip


def test_a_range_is_a_band_with_both_bounds(council: Store) -> None:
    chart = drawn(council, "quarterly")
    assert {(row["low"], row["high"]) for row in rows(chart, "area")} == {(20e6, 30e6)}
    assert "Target £20.0m to £30.0m" in texts(chart)


def test_a_profile_and_a_path_are_drawn_point_by_point(council: Store) -> None:
    profile = rows(drawn(council, "cumulative"), "line", strokeDash=[6, 4])
    path = rows(drawn(council, "annual"), "line", strokeDash=[6, 4])
    assert [row["aim"] for row in profile[-3:]] == [37, 46, 55]
    assert [row["aim"] for row in path] == [1000, 900, 800]
    assert "Profile 55.0%" in texts(drawn(council, "cumulative"))
    assert "Path 800" in texts(drawn(council, "annual"))


def test_boundaries_stand_in_for_a_target(council: Store) -> None:
    assert "Target 90%" in texts(drawn(council, "bounded"))


def test_a_running_total_starts_again_with_the_year(council: Store) -> None:
    (line,) = layers(drawn(council, "cumulative"), "line", strokeWidth=2)
    assert line["encoding"]["detail"]["field"] == "run"
    assert {row["run"] for row in line["data"]["values"]} == {"2019-04-01", "2020-04-01"}


def test_last_year_stands_beside_the_year_it_is_compared_with(council: Store) -> None:
    chart = drawn(council, "cumulative")
    earlier = [layer for layer in layers(chart, "line") if "point" in layer["mark"]]
    (line,) = earlier
    assert [row["y"] for row in line["data"]["values"]] == [10, 17.5, 25, 32.5, 40, 47.5]
    assert "Last year" in texts(chart)


@pytest.mark.parametrize("measure", ["weekly", "annual", "quarterly"])
def test_last_year_is_left_out_where_it_does_not_help(council: Store, measure: str) -> None:
    assert "Last year" not in texts(drawn(council, measure))


def test_a_gap_is_a_gap(council: Store) -> None:
    (line,) = layers(drawn(council, "monthly"), "line", color=LIGHT.quiet)
    values = {row["period"]: row["value"] for row in line["data"]["values"]}
    assert values["Jan 2020"] is None
    assert values["Feb 2020"] == 110


def test_what_may_still_change_is_hollow(council: Store) -> None:
    chart = drawn(council, "monthly")
    fills = looks(chart, "fill")
    marked = [row for row in rows(chart, "point") if "period" in row]
    hollow = [row["period"] for row in marked if fills[row["look"]] == "#FFFFFF"]
    assert hollow == ["Sep 2020"]
    assert "Hollow: provisional" in chart.subtitle


def test_what_was_restated_has_a_ring_and_what_was_published_first_a_cross(
    council: Store,
) -> None:
    chart = drawn(council, "monthly")
    (span,) = [row for row in rows(chart, "rule") if "first" in row]
    assert (span["now"], span["first"]) == (122, 150)
    marked = {row["look"]: row["value"] for row in rows(chart, "point") if "look" in row}
    assert (marked["ring"], marked["cross"]) == (122, 150)
    assert looks(chart, "size")["ring"] == 150
    assert "first 150" in texts(chart)
    assert "Ring: restated; cross: first published" in chart.subtitle


def test_a_withheld_figure_is_a_letter_and_never_a_number(council: Store) -> None:
    chart = drawn(council, "suppressed")
    assert texts(chart).count("c") == 2
    assert "c: withheld" in chart.subtitle
    assert "14" not in json.dumps(chart.specification["layer"])


def test_up_to_four_events_are_named_where_they_stand(council: Store) -> None:
    chart = drawn(council, "monthly")
    assert "Mar 2020: Lockdown begins" in texts(chart)
    assert not chart.lettered


def test_more_events_have_letters_that_the_list_explains(council: Store) -> None:
    chart = drawn(council, "lettered")
    assert [text for text in texts(chart) if len(text) == 1] == list("ABCDE")
    assert chart.lettered
    assert chart.events[0] == "A 3 Feb 2020: One"


def test_events_that_nearly_meet_are_staggered() -> None:
    days = [
        date(2020, 2, 3),
        date(2020, 2, 5),
        date(2020, 6, 1),
        date(2020, 7, 1),
        date(2020, 8, 1),
    ]
    found = [Event(day, "x", "", "m") for day in days]
    rows_of = [one.row for one in drawn_events(found, date(2020, 1, 1), date(2021, 1, 1))]
    assert rows_of == [0, 1, 0, 0, 0]


def test_a_dark_page_has_other_colours_and_the_same_figures(council: Store) -> None:
    view = measure_page(council, "monthly")
    light, dark = history_chart(view), history_chart(view, DARK)
    assert light is not None
    assert dark is not None
    assert rows(light, "line", strokeWidth=2) == rows(dark, "line", strokeWidth=2)
    assert light.specification != dark.specification


@pytest.mark.parametrize(
    ("months", "labels"),
    [
        (1, ["2000-01"]),
        (10, [f"2000-{n:02}" for n in range(1, 11)]),
        (30, ["2000-01", "2000-04", "2000-07", "2000-10", "2001-01", "2001-04", "2001-07",
              "2001-10", "2002-01", "2002-06"]),
    ],
)  # fmt: skip
def test_months_are_named_from_the_years_start_and_always_the_last(
    council: Store, months: int, labels: list[str]
) -> None:
    named = named_periods(points(monthly_page(council, months)), "month")
    assert [f"{point.starts:%Y-%m}" for point in named] == labels


@pytest.mark.parametrize("months", [1, 2, 11, 29, 31, 300])
def test_no_more_than_eleven_periods_are_named(council: Store, months: int) -> None:
    assert len(named_periods(points(monthly_page(council, months)), "month")) <= 11


@pytest.mark.parametrize(
    ("values", "unit", "bottom", "labels"),
    [
        ([9, 62], "days", 0, ("0", "20", "40", "60", "80")),
        ([0, 0], "count", 0, ("0", "1")),
        ([4, 6], "count", 0, ("0", "2", "4", "6")),
        ([100, 100], "percent", 80, ("80%", "100%")),
        ([24e6, 33e6], "gbp", 22e6, ("£22m", "£24m", "£26m", "£28m", "£30m", "£32m", "£34m")),
        ([-3, 4], "gbp", -4, ("−£4", "−£2", "£0", "£2", "£4")),
    ],
)
def test_an_axis_begins_at_zero_unless_the_values_stay_far_from_it(
    values: list[float], unit: str, bottom: float, labels: tuple[str, ...]
) -> None:
    made = scale(values, unit, 0)
    assert made.bottom == bottom
    assert made.labels == labels
    assert len(made.labels) == len(made.lines)


@pytest.mark.parametrize("heights", [[10, 12, 14], [298, 299, 300], [100, 100], [0, 300], []])
def test_labels_stand_clear_of_each_other_and_inside(heights: list[float]) -> None:
    placed = sorted(apart(heights, 300))
    assert all(below - above >= APART for above, below in pairwise(placed))
    assert all(height <= 300 for height in placed)


def test_a_chart_of_thousands_of_periods_keeps_the_latest(council: Store) -> None:
    view = measure_page(council, "green")
    row: HistoryRow = view.history[-1]
    many = tuple(
        replace(row, starts=date(1990, 1, 1) + timedelta(days=n), value=Decimal(n))
        for n in range(6000)
    )
    assert len(points(replace(view, history=many))) == 5000
