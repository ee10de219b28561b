"""Is what a page shows safe, whole and readable without sight or colour?"""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from perfcore.present import blocks, marks
from perfcore.present import overview as shown
from perfcore.present.charts import history_chart
from perfcore.present.exceptions import exceptions
from perfcore.present.links import Links
from perfcore.present.sparkline import sparkline
from perfcore.store import Store
from perfcore.views.catalogue import Search, catalogue
from perfcore.views.council_plan import council_plan
from perfcore.views.counts import count_statuses
from perfcore.views.covid import covid
from perfcore.views.data_health import data_health
from perfcore.views.drill_down import drill_down
from perfcore.views.episodes import episodes
from perfcore.views.filters import Filters
from perfcore.views.measure_page import measure_page
from perfcore.views.outline import Outline, outline
from perfcore.views.overview import overview
from perfcore.views.scorecard import scorecard
from perfcore.views.trends import Trend
from tests.every_status import every_status

NOW = Filters()
LINKS = Links("", {"directorate": "People & families"})
Make = Callable[[Store, Outline], str]


def _measure(store: Store, _: Outline) -> str:
    view = measure_page(store, "recycling")
    drawn = history_chart(view)
    return blocks.measure(view, LINKS, drawn) + blocks.measure_details(view, LINKS)


def _catalogue(store: Store, _: Outline) -> str:
    view = catalogue(store, NOW, Search())
    return blocks.catalogue_top(view.matches, Search()) + blocks.catalogue(view, Search(), LINKS)


def _drill_down(store: Store, headings: Outline) -> str:
    view = drill_down(store, headings, "recycling")
    return blocks.drill_down(view, LINKS) + blocks.drill_down_split(view)


PAGES: dict[str, Make] = {
    "overview": lambda s, o: shown.overview(overview(s, o, NOW), LINKS),
    "scorecard": lambda s, o: blocks.scorecard(scorecard(s, o, NOW), LINKS),
    "council-plan": lambda s, o: blocks.council_plan(council_plan(s, o, NOW), LINKS),
    "covid": lambda s, o: blocks.covid(covid(s, o, NOW), LINKS),
    "measure": _measure,
    "drill-down": _drill_down,
    "catalogue": _catalogue,
    "exceptions": lambda s, o: exceptions(episodes(s, NOW), LINKS, LINKS),
    "data-health": lambda s, o: blocks.data_health(data_health(s, NOW), LINKS, "warehouse"),
}


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return every_status(tmp_path_factory.mktemp("every"))


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


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"measure"}))
def test_page_is_the_golden_one(
    store: Store, headings: Outline, golden: Callable[[str, str], None], name: str
) -> None:
    golden(f"{name}.html", PAGES[name](store, headings))


@pytest.mark.parametrize(
    "name", ["catalogue", "council-plan", "data-health", "overview", "scorecard"]
)
def test_page_with_every_status_is_the_golden_one(
    every: Store, golden: Callable[[str, str], None], name: str
) -> None:
    golden(f"every-status/{name}.html", PAGES[name](every, outline(every)))


def test_no_match_says_which_filter_to_clear(store: Store, headings: Outline) -> None:
    view = overview(store, headings, Filters(directorate="people", portfolio="environment"))
    carried = {"directorate": "People & families", "portfolio": "Environment"}
    html = shown.overview(view, Links("", carried))
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
    assert svg.count("<circle") + svg.count("h0") == dots
    assert "sp-target" not in svg


def test_a_trend_without_points_says_so() -> None:
    assert 'aria-label="No data"' in sparkline(Trend())


def test_a_retired_measure_says_so_and_expects_no_figure(store: Store) -> None:
    html = blocks.measure(measure_page(store, "delayed-transfers"), LINKS, None)
    assert "<b>Retired.</b> It is not reported from 1 March 2020 on." in html
    assert "National collection suspended." in html
    assert "<dt>Next figure</dt><dd>None</dd><dd>retired</dd>" in html
