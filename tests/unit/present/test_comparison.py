"""Is it said plainly how the council compares, and why where it does not?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from perfcore.present import comparison_words as words
from perfcore.present.comparison_block import comparison_section, named_values
from perfcore.present.comparison_trend import trend
from perfcore.present.tables import comparison as taken
from perfcore.store import Store
from perfcore.views.comparison import Beside, comparison
from perfcore.views.measure_page import MeasurePage, measure_page
from tests.compared_council import compared_council

SENTENCES = {
    ("plans", "neighbours"): "Smallshire Council ranks joint 2nd best of 6 with Nearest neighbours "
    "in August 2020, at 66.0%.",
    ("plans", "england"): "Smallshire Council is better than England in August 2020: "
    "66.0% against 54.5%.",
    ("wait", "england"): "Smallshire Council is below England in September 2020: "
    "7.0 days against 8.4 days.",
    ("limited", "england"): "Smallshire Council is worse than England in September 2020: "
    "7.0 days against 6.4 days.",
    ("watched", "neighbours"): "Smallshire Council, at 7.0 days, is higher than 2 and lower than "
    "2, level with 2 of 6 Nearest neighbours in September 2020.",
    ("ranged", "neighbours"): "Smallshire Council, at 7.0 days, is higher than 2 and lower than 3 "
    "of 5 Nearest neighbours in September 2020.",
    ("same", "neighbours"): "Smallshire Council is level with all six Nearest neighbours in "
    "September 2020, at 5.0 days.",
    ("few", "neighbours"): "Not compared with Nearest neighbours: four of the eight have a figure "
    "for September 2020, and fewer than five say little.",
    ("kept", "neighbours"): "Not compared with Nearest neighbours: this council's figure for "
    "September 2020 is withheld.",
    ("early", "neighbours"): "Not compared with Nearest neighbours: the set is in use from "
    "1 May 2020, and their newest figure is for April 2020.",
    ("missed", "neighbours"): "Not compared with Nearest neighbours: their newest figure is for "
    "August 2020, for which this council has none.",
    ("hidden", "england"): "Not compared with England: the figure for September 2020 is withheld.",
    ("unknown", "england"): "Not compared with England: no figure of theirs is in the data.",
}
DETAILS = {
    ("plans", "neighbours"): [
        "Higher is better. It is in the best quarter.",
        "The median of the five is 62.0%, and the middle half of them lies from 60.0% to 66.0%.",
        "The council is 1.0 median absolute deviation above it.",
        "Left out, not counted as zero: one withheld, one without the service and one without a "
        "figure.",
        "The newest period that both have is August 2020; Smallshire Council's own newest is "
        "September 2020.",
    ],
    ("plans", "england"): [
        "The council's 95% interval, 56.3% to 74.5%, excludes England's figure (Wilson's interval "
        "of a proportion).",
        "Higher is better.",
        "The newest period that both have is August 2020; Smallshire Council's own newest is "
        "September 2020.",
    ],
    ("limited", "england"): [
        "The council's 95% interval, 6.5 to 7.5 days, excludes England's figure (its published "
        "confidence limits).",
        "Lower is better.",
        "The newest period that both have is September 2020.",
    ],
    ("same", "neighbours"): [
        "Lower is better. The middle half of them have one figure, so there are no quarters.",
        "The median of the six is 5.0 days, and the middle half of them lies from 5.0 to 5.0 days.",
        "At least half of them are at the median, so the distance from it cannot be given in "
        "median absolute deviations.",
        "Left out, not counted as zero: two without a figure.",
        "The newest period that both have is September 2020.",
    ],
    ("few", "neighbours"): [],
}
FIRSTS = {
    "watched": "Neither high nor low is better. Nobody is ranked by it.",
    "ranged": "Inside the council's own range is best. The range is this council's own, so others "
    "are not ranked by it.",
    "cases": "A total grows with the size of the place, so nobody is ranked by it.",
}


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = compared_council(tmp_path_factory.mktemp("compared")).open()
    yield opened
    opened.close()


def beside(council: Store, measure: str, comparator: str) -> tuple[MeasurePage, Beside]:
    found = comparison(council, measure, comparator).chosen
    assert found is not None
    assert found.compared_with.comparator == comparator
    return measure_page(council, measure), found


@pytest.mark.parametrize(("measure", "comparator"), SENTENCES)
def test_the_finding_is_one_sentence(council: Store, measure: str, comparator: str) -> None:
    view, found = beside(council, measure, comparator)
    assert words.sentence(view.facts, found) == SENTENCES[measure, comparator]


@pytest.mark.parametrize(("measure", "comparator"), DETAILS)
def test_what_stands_under_the_finding(council: Store, measure: str, comparator: str) -> None:
    assert words.details(*beside(council, measure, comparator)) == DETAILS[measure, comparator]


@pytest.mark.parametrize("measure", FIRSTS)
def test_where_nobody_is_ranked_the_reason_comes_first(council: Store, measure: str) -> None:
    assert words.details(*beside(council, measure, "neighbours"))[0] == FIRSTS[measure]


@pytest.mark.parametrize(
    ("rank", "level", "others", "said"),
    [
        (1, 0, 10, "best of 11"),
        (1, 2, 10, "joint best of 11"),
        (3, 0, 10, "3rd best of 11"),
        (3, 1, 10, "joint 3rd best of 11"),
        (11, 0, 10, "last of 11"),
        (10, 1, 10, "joint last of 11"),
        (1, 10, 10, "level with all ten"),
    ],
)
def test_a_place_in_words(council: Store, rank: int, level: int, others: int, said: str) -> None:
    row = beside(council, "plans", "neighbours")[1].compared
    assert row is not None
    assert words.place(replace(row, rank=rank, level=level, figures=others)) == said


def test_the_table_has_the_best_first_and_marks_the_council(council: Store) -> None:
    high = comparison(council, "plans")
    assert high.chosen is not None
    rows = named_values(measure_page(council, "plans").facts, high.chosen, high.areas)
    assert [(row.name, row.value, row.own) for row in rows] == [
        ("Westshire <new>", "71.5%", False),
        ("Smallshire Council", "66.0%", True),
        ("Eastshire", "66.0%", False),
        ("Southshire", "62.0%", False),
        ("Northshire", "60.0%", False),
        ("Midshire", "58.0%", False),
        ("E8", "No figure", False),
        ("Highshire", "Does not run the service", False),
        ("Lowshire", "Withheld", False),
    ]
    low = comparison(council, "wait")
    assert low.chosen is not None
    assert named_values(measure_page(council, "wait").facts, low.chosen, low.areas)[0].name == (
        "Northshire"
    )


@pytest.mark.parametrize(
    ("measure", "comparator"),
    [
        ("plans", "neighbours"), ("plans", "england"), ("wait", "neighbours"), ("few", ""),
        ("limited", ""), ("alike", ""), ("cases", ""), ("alone", ""),
    ],
)  # fmt: skip
def test_the_section_is_the_golden_one(
    council: Store, golden: Callable[[str, str], None], measure: str, comparator: str
) -> None:
    html = section(council, measure, comparator)
    golden(f"comparison/{'-'.join(filter(None, (measure, comparator)))}.html", f"{html}\n")


@pytest.mark.parametrize("comparator", ["neighbours", "england"])
def test_drawings_have_texts_that_say_the_same_and_names_are_escaped(
    council: Store, comparator: str
) -> None:
    html = section(council, "plans", comparator)
    labels = re.findall(r'<svg [^>]*role="img" aria-label="([^"]+)"', html)
    assert len(labels) == 2 == html.count("<svg")
    assert all("66.0%" in label and len(label) < 300 for label in labels)
    assert "<new>" not in html


def test_every_dot_has_the_name_and_value_that_the_table_has(council: Store) -> None:
    html = section(council, "plans", "neighbours")
    titles = re.findall(r"<title>([^<]+)</title>", html)
    assert titles == [
        "Midshire: 58.0%", "Northshire: 60.0%", "Southshire: 62.0%", "Eastshire: 66.0%",
        "Westshire &lt;new&gt;: 71.5%", "Smallshire Council 66.0%",
    ]  # fmt: skip


def test_what_is_withheld_is_named_and_has_no_figure(council: Store) -> None:
    html = section(council, "plans", "neighbours")
    assert re.search(r"Lowshire</th><td[^>]*>Withheld<", html)
    assert "Lowshire:" not in html


def section(council: Store, measure: str, comparator: str) -> str:
    return comparison_section(
        measure_page(council, measure), comparison(council, measure, comparator)
    )


def test_the_tables_leave_with_markers_reasons_and_no_empty_table(council: Store) -> None:
    facts, found = measure_page(council, "plans").facts, comparison(council, "plans")
    periods, areas = taken.tables(facts, found)
    assert taken.titles(found) == ["Comparison", "Areas compared"]
    value, code = areas.columns.index("value"), areas.columns.index("area code")
    assert {row[code]: row[value] for row in areas.rows if row[code] in ("E6", "E7", "E8")} == {
        "E6": "[c]", "E7": "[z]", "E8": None,
    }  # fmt: skip
    rank, why = periods.columns.index("rank"), periods.columns.index("why not compared")
    ranked = [row for row in periods.rows if row[3] == "Nearest neighbours"]
    assert [(row[4], row[rank], row[why]) for row in ranked] == [
        ("2020-04", None, "before_set"),
        ("2020-05", 3, ""),
        ("2020-06", 2, ""),
        ("2020-08", 2, ""),
    ]
    assert taken.titles(comparison(council, "few")) == ["Comparison"]
    assert taken.tables(facts, comparison(council, "alone")) == []


def test_a_long_name_gives_way_to_its_value_at_the_end_of_a_line(council: Store) -> None:
    view, found = beside(council, "plans", "england")
    them = replace(found.compared_with, organisation="North Exampleshire and Elsewhere Council")
    drawn = trend(view.facts, replace(found, compared_with=them))
    assert re.findall(r'<text class="cs-name"[^>]*>([^<]+)<', drawn) == ["66.0%"]
    assert "England 54.5%" in drawn


def test_values_that_are_level_have_labels_that_do_not_meet(council: Store) -> None:
    view, found = beside(council, "plans", "england")
    level = [replace(row, area_value=row.value) for row in found.history]
    drawn = trend(view.facts, replace(found, compared=level[-1], history=tuple(level)))
    ends = re.findall(r'<text class="[^"]*" x="456" y="([^"]+)"', drawn)
    assert len(ends) == 2
    assert abs(float(ends[0]) - float(ends[1])) >= 17
