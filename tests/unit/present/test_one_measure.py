"""What does a measure's page say where there is a figure, and where there is none?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from perfcore.present import blocks, one_measure
from perfcore.present.charts import history_chart
from perfcore.present.links import Links
from perfcore.present.reached import steps
from perfcore.present.tables.measure import tables, titles
from perfcore.store import Store
from perfcore.views.measure_page import measure_page
from tests.every_status import STATUSES, every_status

LINKS = Links("measure", {"directorate": "Place"})
HEADLINES = {
    "exceptional": "40 in September 2020, exceeding against 100 or fewer.",
    "green": "90 in September 2020, the same as before, on target against 100 or fewer.",
    "red": "130 in September 2020, up from 120 in August 2020, off target against 100 or fewer.",
    "monitor": "7 in September 2020.",
    "quarterly": "£31.0m in July to September 2020, down from £31.5m in April to June 2020, "
    "within tolerance against £20.0m to £30.0m.",
    "bounded": "91% in September 2020, up from 85% in August 2020, on target against 90% or more.",
    "no-data": "No figure has been supplied yet; the first, for Apr 2020, is overdue "
    "from the Head of Waste.",
    "not-due": "No figure is due yet; the first will be for 2019/20.",
    "suppressed": "The figure for September 2020 is withheld, so that nobody can be identified; "
    "the last shown is 12 in July 2020.",
    "not-available": "No figure is available for September 2020; "
    "the last shown is 8 in August 2020.",
    "not-applicable": "There was nothing to measure in September 2020; "
    "the last shown is 8 in August 2020.",
}
STATES = {
    "no-data": ("Never supplied", "The Head of Waste is asked to supply it."),
    "not-due": ("Not due yet", "The next figure, for 2019/20, is due by 5 May 2021."),
    "suppressed": ("Withheld", "It is fewer than 5, or would give such a count away."),
    "not-available": ("Not available", "The system was down."),
    "not-applicable": (
        "Does not apply",
        "The next figure, for Oct 2020, is due by 9 November 2020.",
    ),
}


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = every_status(tmp_path_factory.mktemp("statuses"))
    yield opened
    opened.close()


@pytest.mark.parametrize("measure", HEADLINES)
def test_headline(council: Store, measure: str) -> None:
    said = one_measure.headline(measure_page(council, measure))
    assert said == HEADLINES[measure]
    assert len(said) <= one_measure.LONGEST


@pytest.mark.parametrize("measure", STATES)
def test_a_missing_figure_says_why_and_what_happens_next(council: Store, measure: str) -> None:
    (state,) = one_measure.states(measure_page(council, measure))
    title, sentence = STATES[measure]
    assert state.title == title
    assert sentence in state.sentences


def test_a_figure_that_is_there_needs_no_state(council: Store) -> None:
    assert one_measure.states(measure_page(council, "green")) == []


def test_a_late_figure_keeps_the_last_one_and_says_whose_it_is(council: Store) -> None:
    view = measure_page(council, "green")
    assert view.lateness is not None
    lateness = replace(view.lateness, late_days=3, late_period="2020-10")
    late = replace(view, lateness=lateness)
    (state,) = one_measure.states(late)
    assert state.title == "Late"
    assert state.sentences[0] == (
        "The figure for Oct 2020 is 3 days late; the Head of Waste is asked to supply it."
    )
    assert one_measure.headline(late).endswith("; the figure for Oct 2020 is 3 days late.")


@pytest.mark.parametrize("measure", STATUSES)
def test_each_status_has_the_golden_blocks(
    council: Store, golden: Callable[[str, str], None], measure: str
) -> None:
    view = measure_page(council, measure)
    html = blocks.measure(view, LINKS, history_chart(view)) + blocks.measure_details(view, LINKS)
    golden(f"measure/{measure}.html", html)


def test_the_lines_show_the_sums_and_the_limits_of_each_status(council: Store) -> None:
    lines = dict(steps(measure_page(council, "exceptional")))
    assert lines["Target"] == "100 or fewer, in force since Apr 2020"
    assert lines["Tolerance"] == (
        "Up to 110 counts as within tolerance (target + 10%); 50 or fewer as exceeding"
    )


@pytest.mark.parametrize(
    ("measure", "tolerance"),
    [
        ("quarterly", "£18.0m to £32.0m counts as within tolerance"),
        (
            "bounded",
            "Down to 80% counts as within tolerance; 98% or more as exceeding",
        ),
        ("cumulative", "Down to 54.0% counts as within tolerance"),
    ],
)
def test_tolerance_is_told_in_the_measures_own_unit(
    council: Store, measure: str, tolerance: str
) -> None:
    assert dict(steps(measure_page(council, measure)))["Tolerance"] == tolerance


def test_a_figure_withheld_now_does_not_show_what_was_published_before(council: Store) -> None:
    view = measure_page(council, "suppressed")
    html = blocks.measure(view, LINKS, history_chart(view)) + blocks.measure_details(view, LINKS)
    assert view.restatements == ()
    assert ">14<" not in html
    assert "First published" not in html


def test_tables_leave_with_markers_in_place_of_figures(council: Store) -> None:
    view = measure_page(council, "suppressed")
    history = tables(view)[0]
    values = [row[history.columns.index("value")] for row in history.rows]
    assert values == [12, "[c]", "[c]"]
    assert history.rows[-1][history.columns.index("ends")] == date(2020, 9, 30)


def test_tables_are_as_many_as_their_titles(council: Store) -> None:
    view = measure_page(council, "monthly")
    assert titles(view) == ["History", "Restated", "Targets", "Drivers", "Events"]
    assert [table.title for table in tables(view)] == titles(view)
    for table in tables(view):
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_history_says_what_was_published_first(council: Store) -> None:
    history = tables(measure_page(council, "monthly"))[0]
    first = {row[3]: row[history.columns.index("first published")] for row in history.rows}
    assert first["2020-06"] == 150
    assert first["2020-05"] is None
