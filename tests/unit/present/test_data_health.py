"""Does data health account for every row, and say how much of a long list it shows?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from perfcore.engine.build import build
from perfcore.present import blocks
from perfcore.present.links import Links
from perfcore.present.tables import data_health as taken
from perfcore.store import Store
from perfcore.views.data_health import DataHealth, data_health
from perfcore.views.filters import Filters
from perfcore.views.freshness import Freshness
from perfcore.views.listed import Listed
from tests.weeks_council import weeks_council

BAD = 120


@pytest.fixture(scope="module")
def messy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    council = weeks_council(tmp_path_factory.mktemp("messy"))
    log = council.data / "observations" / "all.csv"
    rows = [f"nothing-{number},2020-W51,1,2020-12-22,<i>raw</i>" for number in range(BAD)]
    rows += ["crews-absent,2020-W52,3,2020-12-29,", "crews-absent,2020-W52,4,2020-12-29,"]
    log.write_text(log.read_text() + "\n".join(rows) + "\n", encoding="utf-8")
    build(council.framework, council.data, council.out)
    opened = council.open()
    yield opened
    opened.close()


def html(view: DataHealth) -> str:
    return blocks.data_health(view, Links("data-health", {"directorate": "Place"}), "warehouse-1")


def test_contradictions_are_a_list_of_their_own(messy: Store) -> None:
    view = data_health(messy, Filters())
    assert {row.reason[:27] for row in view.contradictions} == {"different values reported o"}
    assert view.contradictions.total == 2
    assert view.rejections.total == BAD
    assert view.build.rejected == view.contradictions.total + view.rejections.total


def test_a_long_list_is_cut_short_and_says_so(messy: Store) -> None:
    view = data_health(messy, Filters())
    assert len(view.rejections) == 50
    assert "The first 50 of 120; the download at the foot of the page has all." in html(view)


@pytest.mark.parametrize(("limit", "shown"), [(BAD, BAD), (BAD - 1, BAD - 1), (500, BAD)])
def test_the_whole_is_counted_whatever_is_shown(messy: Store, limit: int, shown: int) -> None:
    view = data_health(messy, Filters(), limit)
    assert (len(view.rejections), view.rejections.total) == (shown, BAD)
    assert ("The first" in html(view)) == (shown < BAD)


def test_what_a_row_said_is_escaped(messy: Store) -> None:
    page = html(data_health(messy, Filters()))
    assert "<i>raw</i>" not in page
    assert "&lt;i&gt;raw&lt;/i&gt;" in page


def test_freshness_is_told_by_directorate_and_narrowed_by_it(messy: Store) -> None:
    everyone = data_health(messy, Filters()).directorates
    assert [(one.name, one.up_to_date + one.not_due + one.overdue) for one in everyone] == [
        ("People", 3),
        ("Place", 1),
    ]
    (place,) = data_health(messy, Filters(directorate="place")).directorates
    assert (place.name, place.last_reported) == ("Place", date(2021, 1, 12))


def test_a_running_total_that_fell_is_told_from_a_figure_reported_again(messy: Store) -> None:
    page = html(data_health(messy, Filters()))
    assert "running total fell" in page
    assert "reported again" in page
    assert 'href="measure?directorate=Place&amp;measure=contacted"' in page


def test_a_healthy_build_says_so_in_each_place(messy: Store) -> None:
    nothing: Listed[object] = Listed((), 0)
    clean = replace(
        data_health(messy, Filters()),
        freshness=Freshness(4, 0, 0, 0, ()),
        rejections=nothing,
        contradictions=nothing,
        warnings=nothing,
        restated=nothing,
        problems=nothing,
        files=nothing,
    )  # type: ignore[arg-type]
    page = html(clean)
    for said in (
        "Nothing is overdue: every figure due by 20 January 2021 has arrived.",
        "Every row read was used.",
        "No two rows say different things of one figure on one day.",
        "No published figure has been changed.",
        "The check of the framework found nothing.",
        "Nothing in the files raised a doubt.",
        "No file was read.",
    ):
        assert said in page


def test_tables_taken_away_have_all_rows(messy: Store) -> None:
    view = data_health(messy, Filters(), 1_000_000)
    tables = dict(zip(taken.TITLES, taken.tables(view), strict=True))
    assert len(tables["Rows not used"].rows) == BAD
    assert len(tables["Contradictions"].rows) == 2
    assert [row[1] for row in tables["Restated figures"].rows] == ["crews-absent", "contacted"]
    for table in tables.values():
        assert all(len(row) == len(table.columns) for row in table.rows)
