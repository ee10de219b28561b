"""Does the weekly report count each week's own number, over a year's end and a wrong total?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from perfcore.store import Store
from perfcore.views.covid import Covid, Revision, WeeklyMeasure, covid
from perfcore.views.filters import Filters
from perfcore.views.outline import outline
from tests.weeks_council import weeks_council

W51, W52, W53, W01 = (
    date(2020, 12, 14),
    date(2020, 12, 21),
    date(2020, 12, 28),
    date(2021, 1, 4),
)


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = weeks_council(tmp_path_factory.mktemp("weeks")).open()
    yield opened
    opened.close()


def ask(
    store: Store,
    week: date | None = None,
    filters: Filters = Filters(),  # noqa: B008
    *,
    cumulative: bool = False,
) -> Covid:
    return covid(store, outline(store), filters, week, cumulative=cumulative)


def one(view: Covid, measure: str) -> WeeklyMeasure:
    return next(found for _, found in view.measures if found.measure == measure)


def values(found: WeeklyMeasure) -> list[Decimal | None]:
    return [point.value for point in found.points]


def test_week_53_stands_between_week_52_and_the_first_of_the_new_year(weeks: Store) -> None:
    view = ask(weeks)
    assert view.weeks == (W01, W53, W52, W51)
    assert [point.period for point in one(view, "cases").points] == [
        "2020-W51", "2020-W52", "2020-W53", "2021-W01",
    ]  # fmt: skip
    assert (view.week, view.first) == (W01, W51)


@pytest.mark.parametrize(
    ("week", "now", "before", "change"),
    [(W01, 120, 60, 60), (W53, 60, 30, 30), (W52, 30, None, None)],
)
def test_a_running_total_is_told_by_what_each_week_added(
    weeks: Store, week: date, now: int, before: int | None, change: int | None
) -> None:
    cases = one(ask(weeks, week), "cases")
    assert cases.now is not None
    assert cases.before is not None
    assert (cases.now.value, cases.before.value, cases.change) == (now, before, change)


def test_a_running_total_can_be_told_as_such(weeks: Store) -> None:
    cases = one(ask(weeks, cumulative=True), "cases")
    assert values(cases) == [100, 130, 190, 310]
    assert (cases.change, cases.peak) == (120, None)


def test_what_is_no_running_total_is_the_same_either_way(weeks: Store) -> None:
    for cumulative in (False, True):
        crews = one(ask(weeks, cumulative=cumulative), "crews-absent")
        assert [*map(str, filter(None, values(crews)))][-1].startswith("6.0")
        assert crews.change == Decimal("-0.5")


def test_a_total_that_falls_never_makes_a_negative_week(weeks: Store) -> None:
    fell = one(ask(weeks, W53), "contacted")
    assert values(fell) == [None, 120, None]
    assert fell.revised == Revision(Decimal(620), Decimal(560), of_total=True)
    assert fell.change is None
    after = one(ask(weeks), "contacted")
    assert values(after)[-1] == 40
    assert (after.change, after.revised) == (None, None)


def test_a_figure_reported_again_is_a_revision(weeks: Store) -> None:
    crews = one(ask(weeks, W53), "crews-absent")
    assert crews.revised == Revision(Decimal(5), Decimal("6.5"), of_total=False)


def test_a_figure_withheld_keeps_its_marker(weeks: Store) -> None:
    hospital = one(ask(weeks), "in-hospital")
    assert hospital.now is not None
    assert (hospital.now.value, hospital.now.marker) == (None, "suppressed")


def test_the_first_total_of_all_adds_nothing_known(weeks: Store) -> None:
    cases = one(ask(weeks), "cases")
    assert values(cases)[0] is None
    assert cases.peak is not None
    assert cases.peak.starts == W01


def test_an_earlier_month_ends_the_weeks_that_can_be_chosen(weeks: Store) -> None:
    view = ask(weeks, filters=Filters(until=date(2020, 12, 31)))
    assert view.weeks == (W52, W51)
    assert view.week == W52


@pytest.mark.parametrize("week", [date(1999, 1, 4), date(2020, 12, 29), None])
def test_a_week_that_there_is_not_is_the_latest(weeks: Store, week: date | None) -> None:
    assert ask(weeks, week).week == W01


def test_a_directorate_leaves_its_own_sections(weeks: Store) -> None:
    view = ask(weeks, filters=Filters(directorate="place"))
    assert [(section.number, section.name) for section in view.sections] == [(2, "Streets")]


def test_a_section_has_its_short_name_where_there_is_one(weeks: Store) -> None:
    assert [section.name for section in ask(weeks).sections] == ["Health", "Streets"]


def test_phases_are_no_events_and_the_first_may_have_begun_before(weeks: Store) -> None:
    view = ask(weeks)
    assert [event.title for event in view.events] == ["Tier three", "Third lockdown announced"]
    assert [phase.title for phase in view.phases] == ["Second lockdown", "Third lockdown"]
    assert [phase.title for phase in ask(weeks, W53).phases] == ["Second lockdown"]
