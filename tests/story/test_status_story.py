"""Does the product say of the planted truths what a reader must find?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from perfcore.engine.build import build
from perfcore.store import Store, open_current
from tests.story import shipped


@dataclass(frozen=True)
class Latest:
    """What a scorecard shows of a measure."""

    measure: str
    level: str
    period: str
    value: Decimal | None
    status: str
    previous_status: str | None
    since_periods: int
    direction: str
    method: str
    arrow: str
    late_days: int
    next_due: date | None
    sentence: str


LATEST = """
select l.measure, m.level, l.period, l.value, l.status, l.previous_status, l.since_periods,
       l.direction, l.method, l.arrow, l.late_days, l.next_due, l.sentence
from latest as l join measure as m using (measure)
where l.breakdown = '' order by m.position
"""


@dataclass(frozen=True)
class Status:
    """One period of one line."""

    period: str
    value: Decimal | None
    target: Decimal | None
    status: str
    direction: str
    marker: str


STATUS = """
select period, value, target, status, direction, marker from status
where measure = $measure and breakdown = $breakdown and member = $member order by starts
"""


@dataclass(frozen=True)
class Restatement:
    """A figure that was published twice."""

    measure: str
    period: str
    value_from: Decimal
    value_to: Decimal
    status_from: str
    status_to: str
    kind: str


RESTATEMENT = """
select measure, period, value_from, value_to, status_from, status_to, kind from restatement
where breakdown = '' order by measure, reported_from
"""


@dataclass(frozen=True)
class Counted:
    """One number."""

    number: int


@pytest.fixture(scope="module")
def latest(store: Store) -> dict[str, Latest]:
    return {row.measure: row for row in store.fetch(LATEST, {}, Latest)}


def history(store: Store, measure: str, breakdown: str = "", member: str = "") -> list[Status]:
    line = {"measure": measure, "breakdown": breakdown, "member": member}
    return store.fetch(STATUS, line, Status)


@pytest.mark.parametrize(
    ("measure", "period", "value", "status", "previous"),
    [
        ("land-charges-days", "2020-09", "55", "red", "red"),
        ("ehc-plans-20-weeks", "2020-09", "58.0", "red", "red"),
        ("household-recycling", "2020/21 Q1", "59.5", "amber", "amber"),
        ("council-tax-collected", "2020-09", "55.6", "amber", "amber"),
        ("families-bed-and-breakfast", "2020-09", "6", "red", "red"),
        ("sickness-days-per-fte", "2020-09", "7.6", "amber", "amber"),
        ("affordable-homes", "2020/21 Q2", "114", "green", "red"),
        ("contact-centre-wait", "2020-09", "164", "green", "red"),
        ("foi-on-time", "2020-09", "78.4", "red", "amber"),
        ("near-misses", "2020-09", "48", "monitor", "monitor"),
        ("council-carbon-emissions", "2019/20", "22576", "green", "green"),
        ("general-reserves", "2020/21 Q1", "32900000", "amber", "green"),
        ("contacts-made-online", "2020-09", "68.4", "exceptional", "exceptional"),
        ("missed-bins", "2020-09", None, "red", "red"),
        ("enquiries-answered-on-time", "2020-09", "81.5", "amber", "amber"),
        ("enquiries-answered-on-time-reported", "2020-09", "81.5", "amber", "red"),
    ],
)
def test_each_story_has_its_status(
    latest: dict[str, Latest], measure: str, period: str, value: str | None, status: str,
    previous: str,
) -> None:  # fmt: skip
    found = latest[measure]
    assert (found.period, found.status, found.previous_status) == (period, status, previous)
    assert value is None or found.value == Decimal(value)


@pytest.mark.parametrize(
    ("measure", "direction", "method"),
    [
        ("household-recycling", "no_clear_change", "same_period_last_year"),
        ("council-tax-collected", "worsening", "same_period_last_year"),
        ("sickness-days-per-fte", "improving", "same_period_last_year"),
        ("affordable-homes", "no_clear_change", "same_period_last_year"),
        ("families-bed-and-breakfast", "no_clear_change", "previous_period"),
    ],
)
def test_each_story_has_its_direction(
    latest: dict[str, Latest], measure: str, direction: str, method: str
) -> None:
    assert (latest[measure].direction, latest[measure].method) == (direction, method)


def test_land_charges_have_been_red_since_january(latest: dict[str, Latest]) -> None:
    assert latest["land-charges-days"].since_periods == 9
    assert latest["land-charges-days"].sentence == (
        "55 days against a target of 10 or fewer; red because it is above 12 (target + 20%)."
    )


def test_the_north_team_is_on_time_and_the_east_team_is_not(store: Store) -> None:
    teams = {
        name: history(store, "land-charges-days", "team", name)[-1].status
        for name in ("North", "East", "West")
    }
    assert teams["North"] == "green"
    assert teams["East"] == "red"


def test_september_is_the_only_red_month_of_freedom_of_information(store: Store) -> None:
    reds = [row.period for row in history(store, "foi-on-time") if row.status == "red"]
    assert reds == ["2020-09"]


def test_recycling_as_first_reported_was_green(store: Store) -> None:
    found = [
        row
        for row in store.fetch(RESTATEMENT, {}, Restatement)
        if row.measure == "household-recycling"
    ]
    assert found == [
        Restatement(
            "household-recycling", "2019/20 Q4", Decimal("61.2"), Decimal("59.4"),
            "green", "amber", "vintage",
        )
    ]  # fmt: skip


def test_recycling_as_at_june_is_green(tmp_path: Path) -> None:
    build(shipped.ROOT / "measures.yaml", shipped.DATA, tmp_path, as_at=date(2020, 6, 30))
    rows = open_current(tmp_path).fetch(LATEST, {}, Latest)
    then = {row.measure: row for row in rows}["household-recycling"]
    assert (then.period, then.value, then.status) == ("2019/20 Q4", Decimal("61.2"), "green")


def test_the_one_fall_of_a_weekly_total_is_flagged(store: Store) -> None:
    falls = [
        row for row in store.fetch(RESTATEMENT, {}, Restatement) if row.kind == "cumulative_fall"
    ]
    assert [(row.measure, row.period) for row in falls] == [
        ("covid-shielded-contacted", "2020-W27")
    ]


def test_delayed_transfers_are_retired_and_still_visible(
    store: Store, latest: dict[str, Latest]
) -> None:
    retired = shipped.measure("delayed-transfers").retired
    assert retired is not None
    assert retired.reason
    assert latest["delayed-transfers"].period == "2020-02"
    assert latest["delayed-transfers"].next_due is None
    assert len(history(store, "delayed-transfers")) >= 20
    assert latest["discharges-by-pathway"].period == "2020-09"


def test_a_measure_never_supplied_is_overdue_and_has_an_owner(
    store: Store, latest: dict[str, Latest]
) -> None:
    found = latest["majors-overturned-at-appeal"]
    assert found.status == "no_data"
    assert found.late_days > 0
    assert "Overdue" in found.sentence
    assert shipped.measure("majors-overturned-at-appeal").owner
    assert {row.status for row in history(store, "majors-overturned-at-appeal")} <= {
        "no_data",
        "not_due",
    }


def test_months_without_subject_access_requests_are_not_missing(store: Store) -> None:
    rows = history(store, "subject-access-on-time")
    blank = [row for row in rows if row.marker == "not_applicable"]
    assert len(blank) >= 3
    assert {row.status for row in blank} == {"not_available"}
    assert "no_data" not in {row.status for row in rows}


def test_near_misses_rise_without_a_colour(store: Store) -> None:
    rows = {row.period: row for row in history(store, "near-misses")}
    assert {row.status for row in rows.values()} <= {"monitor", "not_due"}
    assert rows["2019-11"].direction == "rising"


def test_carbon_is_ahead_of_its_line_and_not_due_until_june_2021(
    store: Store, latest: dict[str, Latest]
) -> None:
    assert latest["council-carbon-emissions"].next_due == date(2021, 6, 29)
    reached = {row.period: row for row in history(store, "council-carbon-emissions")}["2019/20"]
    assert reached.value is not None
    assert reached.target is not None
    assert reached.value < reached.target < 27200


@pytest.mark.parametrize("measure", ["contacts-made-online", "permanent-social-workers"])
def test_exceptional_lasts_for_three_months(latest: dict[str, Latest], measure: str) -> None:
    assert latest[measure].status == "exceptional"
    assert latest[measure].since_periods == 3


def test_nothing_is_rejected_and_only_one_measure_never_arrived(
    store: Store, latest: dict[str, Latest]
) -> None:
    assert store.fetch("select count(*) as number from rejected", {}, Counted) == [Counted(0)]
    missing = [row.measure for row in latest.values() if row.status == "no_data"]
    assert missing == ["majors-overturned-at-appeal"]
    assert sum(row.late_days > 0 for row in latest.values()) >= 5


def test_about_a_third_of_the_scorecard_is_off_target(latest: dict[str, Latest]) -> None:
    judged = [
        row.status
        for row in latest.values()
        if row.level in ("strategic", "service")
        and row.status in ("exceptional", "green", "amber", "red")
    ]
    assert len(judged) > 140
    assert 0.25 < judged.count("red") / len(judged) < 0.42
    assert judged.count("green") > 0.3 * len(judged)
