"""Is what a page shows safe, whole and readable without sight or colour?"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from perfcore.present import blocks, marks
from perfcore.present.charts import Chart, history_chart
from perfcore.present.links import Links
from perfcore.present.sparkline import sparkline
from perfcore.store import Store
from perfcore.views.catalogue import Search, catalogue
from perfcore.views.council_plan import council_plan
from perfcore.views.counts import count_statuses
from perfcore.views.covid import covid
from perfcore.views.data_health import data_health
from perfcore.views.drill_down import drill_down
from perfcore.views.filters import Filters
from perfcore.views.measure_page import measure_page
from perfcore.views.outline import Outline
from perfcore.views.overview import overview
from perfcore.views.scorecard import scorecard
from perfcore.views.trends import Trend

GOLDEN = Path(__file__).parent / "golden"
NOW = Filters()
LINKS = Links("", {"directorate": "People & families"})
Make = Callable[[Store, Outline], str]


def _measure(store: Store, _: Outline) -> str:
    view = measure_page(store, "recycling")
    drawn = history_chart(view)
    return blocks.measure(view, LINKS, drawn) + blocks.measure_details(view, LINKS)


def _drill_down(store: Store, headings: Outline) -> str:
    view = drill_down(store, headings, "recycling")
    return blocks.drill_down(view, LINKS) + blocks.drill_down_split(view)


PAGES: dict[str, Make] = {
    "overview": lambda s, o: blocks.overview(overview(s, o, NOW), LINKS),
    "scorecard": lambda s, o: blocks.scorecard(scorecard(s, o, NOW), LINKS),
    "council-plan": lambda s, o: blocks.council_plan(council_plan(s, o, NOW), LINKS),
    "covid": lambda s, o: blocks.covid(covid(s, o, NOW), LINKS),
    "measure": _measure,
    "drill-down": _drill_down,
    "catalogue": lambda s, o: blocks.catalogue(catalogue(s, NOW, Search()), Search(), LINKS),
    "data-health": lambda s, o: blocks.data_health(data_health(s, NOW), LINKS, "warehouse"),
}


class Outlined(HTMLParser):
    """Tags that are left open, tables without caption, and headers without scope."""

    VOID = frozenset({"br", "col", "img", "input", "path", "circle", "rect", "line", "polygon"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tables = 0
        self.captions = 0
        self.first_headings = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tables += tag == "table"
        self.captions += tag == "caption"
        self.first_headings += tag == "h1"
        if tag == "th" and "scope" not in dict(attrs):
            self.faults.append("th without scope")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"stray </{tag}>")


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_well_formed_with_captions_and_scopes(
    store: Store, headings: Outline, name: str
) -> None:
    outlined = Outlined()
    outlined.feed(PAGES[name](store, headings))
    assert (outlined.faults, outlined.open) == ([], [])
    assert outlined.tables == outlined.captions
    assert outlined.first_headings == 1


@pytest.mark.parametrize("name", PAGES)
def test_names_and_notes_are_escaped(store: Store, headings: Outline, name: str) -> None:
    html = PAGES[name](store, headings)
    assert "<recycled>" not in html
    assert "<b>centres</b>" not in html


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"covid", "data-health"}))
def test_links_to_measures_keep_the_filters(store: Store, headings: Outline, name: str) -> None:
    html = PAGES[name](store, headings)
    assert "directorate=People+%26+families&amp;measure=" in html


@pytest.mark.parametrize("name", ["scorecard", "drill-down"])
def test_page_is_the_golden_one(store: Store, headings: Outline, name: str) -> None:
    path = GOLDEN / f"{name}.html"
    html = PAGES[name](store, headings)
    if os.environ.get("PERFCORE_WRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(html, encoding="utf-8")
    assert html == path.read_text(encoding="utf-8")


def test_no_match_says_which_filter_to_clear(store: Store, headings: Outline) -> None:
    view = overview(store, headings, Filters(directorate="people", portfolio="environment"))
    carried = {"directorate": "People & families", "portfolio": "Environment"}
    html = blocks.overview(view, Links("", carried))
    assert "No measures match these filters" in html
    assert 'href=".?directorate=People+%26+families"' in html


@pytest.mark.parametrize("status", ["red", "amber", "green", "exceptional", "monitor", "no_data"])
def test_each_status_has_a_shape_of_its_own_and_a_word(status: str) -> None:
    others = {"red", "amber", "green", "exceptional", "monitor", "no_data"} - {status}
    assert marks.shape(status) not in {marks.shape(other) for other in others}
    assert 'aria-hidden="true"' in marks.status(status)
    assert "<span></span>" not in marks.status(status)


def test_a_strip_of_marks_has_one_label() -> None:
    strip = marks.strip(count_statuses(["red", "red", "green"]), "Place")
    assert strip.count("aria-label") == 1
    assert 'aria-label="Place: 2 off target, 1 on target"' in strip
    assert strip.count("<svg") == 3


@pytest.mark.parametrize(
    ("values", "moves", "dots"),
    [
        ((1.0, 2.0, 3.0), 1, 3),
        ((1.0, None, 3.0, 4.0), 2, 3),
        (tuple(float(n) for n in range(24)), 1, 1),
        ((5.0, 5.0), 1, 2),
        ((5.0,), 1, 1),
    ],
)
def test_a_gap_breaks_the_line_and_few_points_are_marked(
    values: tuple[float | None, ...], moves: int, dots: int
) -> None:
    svg = sparkline(Trend(values, tuple(None for _ in values)))
    line = svg.split('class="sp-line" d="')[1].split('"')[0]
    assert line.count("M") == moves
    assert svg.count("<circle") == dots
    assert "sp-target" not in svg


def test_a_trend_without_points_says_so() -> None:
    assert 'aria-label="No data"' in sparkline(Trend())


def test_a_chart_says_in_words_what_it_shows(store: Store) -> None:
    chart = history_chart(measure_page(store, "recycling"))
    assert chart is not None
    assert chart.title == "Off target in the latest month"
    assert "Jul 2020 to Sep 2020: from 61.0% to 55.0%" in chart.alternative
    assert len(chart.alternative) < 300


def test_a_measure_without_figures_has_no_chart(store: Store) -> None:
    assert history_chart(measure_page(store, "appeals")) is None


def axis(chart: Chart | None) -> dict[str, object]:
    assert chart is not None
    layers = [layer["encoding"]["x"] for layer in chart.specification["layer"]]
    (found,) = [x["axis"] for x in layers if "axis" in x]
    return found


@pytest.mark.parametrize(
    ("months", "step"), [(0, 1), (1, 1), (10, 1), (11, 3), (29, 3), (31, 6), (300, 60)]
)
def test_no_month_is_written_twice_under_a_chart(store: Store, months: int, step: int) -> None:
    view = measure_page(store, "recycling")
    last = date(2018 + months // 12, 1 + months % 12, 1)
    ends = [replace(view.history[-1], starts=day) for day in (date(2018, 1, 1), last)]
    drawn = history_chart(replace(view, history=tuple(ends)))
    assert axis(drawn)["tickCount"] == {"interval": "month", "step": step}


@pytest.mark.parametrize(
    ("frequency", "label"),
    [
        ("calendar_year", "year(datum.value)"),
        ("year", "year(datum.value) + '/' + format((year(datum.value) + 1) % 100, '02')"),
    ],
)
def test_a_yearly_chart_names_years_as_periods_do(store: Store, frequency: str, label: str) -> None:
    view = measure_page(store, "recycling")
    rows = tuple(replace(view.history[-1], starts=date(2000 + n, 4, 1)) for n in range(12))
    facts = replace(view.facts, frequency=frequency)
    drawn = axis(history_chart(replace(view, facts=facts, history=rows)))
    assert drawn["labelExpr"] == label
    assert drawn["values"] == [
        {"year": year, "month": 4, "date": 1} for year in range(2000, 2012, 2)
    ]


def test_a_chart_without_a_target_does_not_explain_its_dashes(store: Store) -> None:
    view = measure_page(store, "recycling")
    bare = tuple(replace(row, target=None) for row in view.history)
    with_target, without = history_chart(view), history_chart(replace(view, history=bare))
    assert with_target is not None
    assert with_target.subtitle.endswith("by month. Dashed: target.")
    assert without is not None
    assert without.subtitle.endswith("by month.")


def test_a_retired_measure_says_so_and_expects_no_figure(store: Store) -> None:
    html = blocks.measure(measure_page(store, "delayed-transfers"), LINKS, None)
    assert "<b>Retired</b> from 1 March 2020. National collection suspended" in html
    assert "<dt>Next figure</dt><dd>None</dd><dd></dd>" in html
