"""Does the council plan say in words what its figures say?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from perfcore.present import blocks, plan, plan_headlines
from perfcore.present.links import Links
from perfcore.present.tables import council_plan as taken
from perfcore.store import Store
from perfcore.views.council_plan import CouncilPlan, council_plan
from perfcore.views.counts import count_statuses
from perfcore.views.filters import Filters
from perfcore.views.outline import outline
from perfcore.views.recovery import Recovery
from perfcore.views.results import Result
from tests.plan_council import plan_council


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CouncilPlan]:
    store: Store = plan_council(tmp_path_factory.mktemp("plan")).open()
    yield council_plan(store, outline(store), Filters())
    store.close()


@pytest.fixture(scope="module")
def row(view: CouncilPlan) -> Result:
    return view.sections[0].results[1]


def html(view: CouncilPlan) -> str:
    return blocks.council_plan(view, Links("council-plan"))


def test_page_says_which_priority_has_most_and_which_none(view: CouncilPlan) -> None:
    with_none = replace(view.sections[1], counts=count_statuses(["green"]))
    some = replace(view, sections=(view.sections[0], with_none, view.sections[2]))
    assert plan_headlines.council_plan(some) == (
        "Two of the 3 rated Council Plan measures are off target; Unique environment has the "
        "most, with two, while Suitable housing has none."
    )


def test_priorities_level_at_the_top_are_both_named(view: CouncilPlan) -> None:
    level = count_statuses(["red"])
    same = replace(view, sections=tuple(replace(one, counts=level) for one in view.sections[:2]))
    assert "Unique environment and Suitable housing have one each" in (
        plan_headlines.council_plan(same)
    )


RED = {"status": "red", "previous_status": "red", "direction": "no_clear_change", "arrow": "down"}
GOOD = {"status": "exceptional", "direction": "improving", "arrow": "up", "value": Decimal(95)}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], "No measures match the filters."),
        ([{"status": "monitor"}], "No measure here is rated yet."),
        ([RED], "Paths open stood at 70% against a target of 80%."),
        (
            [{**RED, "direction": "worsening"}],
            "Paths open fell to 70% against a target of 80%.",
        ),
        (
            [{**RED, "direction": "worsening", "previous_status": "green"}],
            "Paths open fell to 70% against a target of 80%, newly off target.",
        ),
        (
            [RED, RED],
            "Paths open stood at 70% against a target of 80%, and one more is off target.",
        ),
        (
            [RED, {**RED, "previous_status": "amber"}],
            "Paths open stood at 70% against a target of 80%, and one more is newly off target.",
        ),
        (
            [RED, {**RED, "previous_status": "amber"}, RED],
            "Paths open stood at 70% against a target of 80%, and two more are off target, "
            "one newly so.",
        ),
        (
            [RED, {**GOOD, "name": "Trees"}],
            "Paths open stood at 70% against a target of 80%, with Trees exceeding target at 95%.",
        ),
        ([{"status": "green"}], "Nothing is off target."),
        ([{"status": "amber"}], "Nothing is off target and one is within tolerance."),
        (
            [GOOD, {"status": "amber"}, {"status": "amber"}],
            "Paths open rose to 95% against a target of 80%; nothing is off target and two are "
            "within tolerance.",
        ),
        (
            [{"status": "green", "previous_status": "red", "arrow": "", "value": Decimal(81)}],
            "Paths open stood at 81% against a target of 80%; nothing is off target.",
        ),
        (
            [{**RED, "target": None, "target_low": Decimal(1), "target_high": Decimal(2)}],
            "Paths open stood at 70% against a target of 1% to 2%.",
        ),
    ],
)
def test_priority_says_what_is_worst_and_what_is_best(
    row: Result, changes: list[dict[str, object]], expected: str
) -> None:
    rows = [replace(row, **one) for one in changes]  # type: ignore[arg-type]
    assert plan_headlines.priority(rows) == expected


def test_a_name_too_long_to_read_out_gives_way_to_a_count(row: Result) -> None:
    long = replace(row, name="Paths " * 40, **RED)  # type: ignore[arg-type]
    assert plan_headlines.priority([long]) == "One of 1 rated measures is off target."


@pytest.mark.parametrize(
    ("frequency", "due", "late", "expected"),
    [
        ("year", date(2021, 6, 29), 0, "next due June 2021"),
        ("calendar_year", date(2021, 3, 1), 0, "next due March 2021"),
        ("year", date(2021, 6, 29), 5, ""),
        ("year", None, 0, ""),
        ("quarter", date(2021, 1, 9), 0, ""),
    ],
)
def test_a_yearly_measure_says_when_it_is_next_due(
    row: Result, frequency: str, due: date | None, late: int, expected: str
) -> None:
    changed = replace(row, frequency=frequency, next_due=due, late_days=late)
    assert plan.next_due(changed) == expected


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (["red"], ""),
        (["monitor"], "1 measure has no target, so it is not rated."),
        (["monitor", "monitor"], "2 measures have no target, so they are not rated."),
        (["no_data"], "1 measure has no figure to rate, so it is not rated."),
        (
            ["monitor", "no_data", "no_data"],
            "1 measure has no target and 2 have no figure to rate, so they are not rated.",
        ),
    ],
)
def test_what_is_not_rated_is_counted(
    view: CouncilPlan, statuses: list[str], expected: str
) -> None:
    assert plan.unrated_note(replace(view, counts=count_statuses(statuses))) == expected


def test_notes_under_the_plan(view: CouncilPlan) -> None:
    assert plan.counted_once(view) == (
        "One of the 4 measures stands under more than one priority: shown in each, counted once "
        "in the total."
    )
    assert plan.yearly_note(view).endswith("The next is due in June 2021.")


def test_off_target_rows_show_their_action_or_flag_what_is_missing(view: CouncilPlan) -> None:
    page = html(view)
    assert "Centres &lt;b&gt;closed&lt;/b&gt; for a week" in page
    assert page.count("Explanation missing") == 1
    assert page.count("No path to green") == 4
    assert "Head of Waste" in page


def test_a_register_fills_the_path_without_another_template(view: CouncilPlan) -> None:
    filled = {
        "paths": Recovery("Two wardens start in May", "Head of Paths", "May 2021, 58% likely")
    }
    page = html(replace(view, recoveries={**view.recoveries, **filled}))
    assert "May 2021, 58% likely" in page
    assert "Explanation missing" not in page


def test_the_worst_section_is_open_at_first_and_no_other(view: CouncilPlan) -> None:
    page = html(view)
    assert page.count(" open>") == 1
    assert 'data-fold="environment" open>' in page


def test_a_figure_withheld_says_so(view: CouncilPlan) -> None:
    page = html(view)
    assert "Withheld" in page
    assert '<span class="v">c</span>' in page


def test_a_long_section_says_how_much_it_leaves_out(view: CouncilPlan) -> None:
    counts = count_statuses(["red"] * 1200)
    long = replace(view, sections=(replace(view.sections[0], counts=counts),))
    assert "The first 2 of 1,200 measures." in html(long)


def test_tables_taken_away_keep_numbers_and_mark_what_is_withheld(view: CouncilPlan) -> None:
    measures, budget = taken.tables(view)
    assert tuple(table.title for table in (measures, budget)) == taken.TITLES
    rows = [dict(zip(measures.columns, row, strict=True)) for row in measures.rows]
    assert [row["Measure id"] for row in rows] == [
        "recycling", "paths", "rough-sleepers", "recycling", "emissions",
    ]  # fmt: skip
    assert rows[0]["Value"] == Decimal(55)
    assert rows[0]["Corrective action"] == "Centres <b>closed</b> for a week"
    assert rows[2]["Value"] == "[c]"
    assert rows[4]["Next due"] == date(2021, 6, 29)
    assert [row[1] for row in budget.rows] == ["housing-overspend", "reserves"]
