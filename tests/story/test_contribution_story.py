"""Does the product say what moved the measures of the illustrative data?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from perfcore.errors import UserError
from perfcore.present.apportioned import apportioned
from perfcore.present.member_charts import MOST, member_charts
from perfcore.present.moved.block import moved_block
from perfcore.present.moved.words import way_told
from perfcore.present.refused import refused
from perfcore.store import Store
from perfcore.views.contributions import Contribution, Versus, contributions
from perfcore.views.drill_down import drill_down
from perfcore.views.moved import Moved, moved
from perfcore.views.outline import Entry, outline
from perfcore.views.reckoning import what_if
from perfcore.views.tree import Link, every_link
from tests.story import shipped


def rows(
    store: Store, measure: str, by: str, versus: Versus, period: str | None = None
) -> dict[str, Contribution]:
    found = contributions(store, measure, by, versus, period)
    assert found.whole.refusal == ""
    return {row.member or row.kind: row for row in found.rows}


def told(store: Store, measure: str, by: str, period: str = "2020-09") -> Moved:
    return moved(store, measure, Entry(by, by.title()), period, "target")


def test_1_east_accounts_for_most_of_the_land_charges_gap(store: Store) -> None:
    found = told(store, "land-charges-days", "team")
    assert found.chosen is not None
    assert found.chosen.whole.change is not None
    east = next(row for row in found.chosen.members if row.member == "East")
    assert east.contribution > 0.8 * found.chosen.whole.change
    assert found.worst_met is not None
    assert found.worst_met.status == "amber"
    outcome = what_if(found.chosen, found.bands, {"East": Decimal(10)})
    assert outcome == found.worst_met
    (ambers,) = [way for way in found.back if way.goal == "amber"]
    assert [step.row.member for step in ambers.steps] == ["East"]


def test_2_plans_fall_by_rate_worst_in_weymouth_and_portland(store: Store) -> None:
    found = rows(store, "ehc-plans-20-weeks", "locality", "last-year")
    worst = min(found.values(), key=lambda row: row.rate_effect or 0)
    assert worst.member == "Weymouth and Portland"
    rates = sum(row.rate_effect or 0 for row in found.values())
    mixes = sum(row.mix_effect or 0 for row in found.values())
    assert abs(mixes) < 0.05 * abs(rates)


def test_3_kerbside_up_and_centres_down_cancel(store: Store) -> None:
    found = rows(store, "household-recycling", "parts", "last-year")
    kerbside, centres = found["recycling-kerbside"], found["recycling-centres"]
    assert kerbside.contribution > 1
    assert centres.contribution < -1
    assert abs(kerbside.contribution + centres.contribution) < 1


def test_6_the_total_masks_the_rise_in_childrens_services(store: Store) -> None:
    found = rows(store, "long-term-sickness-month", "directorate", "last-year")
    childrens = max(found.values(), key=lambda row: row.contribution)
    assert childrens.member == "Children's"
    assert childrens.contribution > 0
    assert any(row.contribution < 0 for row in found.values())


def test_9_childrens_requests_dominate_the_fall(store: Store) -> None:
    whole = contributions(store, "foi-on-time", "directorate", "previous", "2020-09")
    found = {row.member: row for row in whole.members}
    assert whole.whole.change is not None
    assert found["Children's"].contribution < 0.6 * whole.whole.change
    sizes = {name: row.denominator_to or 0 for name, row in found.items()}
    assert max(sizes, key=lambda name: sizes[name]) == "Children's"


def test_17_one_locality_accounts_for_most_of_the_rise_in_fly_tipping(store: Store) -> None:
    found = rows(store, "fly-tipping", "locality", "previous", "2020-04")
    total = sum(row.contribution for row in found.values())
    first = max(found.values(), key=lambda row: row.contribution)
    assert first.member == "Weymouth and Portland"
    assert first.contribution / total == pytest.approx(2 / 3, abs=0.08)


def test_17_no_withheld_ward_can_be_worked_out(store: Store) -> None:
    wards = shipped.members("fly-tipping", "ward")
    for versus, then in (("previous", "2020-03"), ("last-year", "2019-04")):
        hidden = {
            name for name, line in wards.items()
            if {line[then].marker, line["2020-04"].marker} & {"[c]", "[low]"}
        }  # fmt: skip
        found = rows(store, "fly-tipping", "ward", versus, "2020-04")  # type: ignore[arg-type]
        assert len(hidden) >= 2
        assert not hidden & set(found)
        assert found["withheld"].members == len(hidden)


def test_20_missed_bins_are_offered_by_depot_and_by_round_with_their_charts(store: Store) -> None:
    found = drill_down(store, outline(store), "missed-bins", "round")
    assert [entry.id for entry in found.breakdowns] == ["depot", "round"]
    assert found.split is not None
    assert found.split.breakdown.id == "round"
    rounds = {one.member for one in found.split.members}
    assert found.charts.keys() == rounds
    drawn = member_charts(found.split, found.measure, found.charts).drawn
    assert len(drawn) == min(len(rounds), MOST)


def test_20_three_rounds_of_one_depot_are_the_way_back(store: Store) -> None:
    back = told(store, "missed-bins", "round").back
    (green,) = [way for way in back if way.goal == "green"]
    names = [step.row.member for step in green.steps]
    assert len(names) == 3
    assert len({name.split()[0] for name in names}) == 1
    assert green.outcome.status in ("green", "exceptional")


def test_20_one_depot_brings_it_past_tolerance_to_target(store: Store) -> None:
    found = told(store, "missed-bins", "depot")
    assert found.gaps is not None
    for way in found.back:
        assert way_told(way, found.gaps.whole).endswith(": on target.")


def test_every_decomposition_of_the_latest_month_adds_up(store: Store) -> None:
    for measure, by in (
        ("foi-on-time", "directorate"), ("fly-tipping", "ward"), ("missed-bins", "round"),
    ):  # fmt: skip
        for versus in ("previous", "last-year"):
            found = contributions(store, measure, by, versus)  # type: ignore[arg-type]
            assert found.whole.refusal == "", refused(found.whole)
            made = apportioned(found)
            assert sum((one.contribution for one in made.rows), made.rounding) == made.total


def test_an_unknown_split_is_refused_in_words(store: Store) -> None:
    with pytest.raises(UserError, match="is not split by"):
        contributions(store, "foi-on-time", "ward", "previous")


def influences(store: Store, measure: str) -> dict[str, Link]:
    return {one.driver: one for one in every_link(store) if one.measure == measure}


def test_1_searches_and_staff_in_post_are_influences(store: Store) -> None:
    found = influences(store, "land-charges-days")
    for name in ("land-charges-searches-received", "land-charges-staff-in-post"):
        assert found[name].kind == "influence"
        assert found[name].n >= 29
    staff = found["land-charges-staff-in-post"].rho
    assert staff is not None
    assert staff < -0.8


def test_2_psychologists_advice_is_an_influence_at_lag_two(store: Store) -> None:
    (found,) = [
        one for name, one in influences(store, "ehc-plans-20-weeks").items()
        if name == "ep-advice-on-time"
    ]  # fmt: skip
    assert (found.kind, found.lag) == ("influence", 2)
    assert found.rho is not None
    assert found.rho > 0.5


def test_22_the_measure_without_counts_refuses_and_says_why(store: Store) -> None:
    found = contributions(store, "enquiries-answered-on-time", "team", "previous")
    assert found.members
    with pytest.raises(UserError, match="without its numerator and denominator"):
        contributions(store, "enquiries-answered-on-time-reported", "team", "previous")
    page = moved(store, "enquiries-answered-on-time-reported", None, "2020-09", "previous")
    assert page.without_counts
    assert "without its numerator" in moved_block(page)
