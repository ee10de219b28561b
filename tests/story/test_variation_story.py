"""Does the product find what the control charts of the illustrative data must show?"""

from __future__ import annotations

from dataclasses import dataclass

from perfcore.present.variation.told import Told, told
from perfcore.store import Store
from perfcore.views.control_chart import ControlChart, control_chart
from perfcore.views.filters import Filters
from perfcore.views.measure_page import measure_page
from perfcore.views.outline import outline
from perfcore.views.overview import overview
from perfcore.views.signals import Signal


@dataclass(frozen=True)
class Untested:
    """Why a measure has no icon."""

    measure: str
    refusal: str


def signal(store: Store, measure: str) -> Signal:
    shown = measure_page(store, measure).shown
    assert shown
    return shown.signal


def section(store: Store, measure: str) -> Told:
    found = told(measure_page(store, measure))
    assert found
    return found


def chart(store: Store, measure: str, breakdown: str = "", member: str = "") -> ControlChart:
    found = control_chart(store, measure, breakdown, member)
    assert found
    return found


def kinds(found: ControlChart) -> dict[str, str]:
    return {one.period: one.kind for one in found.points}


# 1 Land charges


def test_land_charges_are_special_cause_from_january_and_cannot_meet_their_target(
    store: Store,
) -> None:
    found = kinds(chart(store, "land-charges-days"))
    since = [period for period in found if period >= "2020-01"]
    assert len(since) == 9
    assert all(found[period] == "concern" for period in since)
    assert not any(found[period] == "concern" for period in found if period < "2019-12")
    assert section(store, "land-charges-days").verdict == (
        "Red, and getting worse by more than chance (8 points in a row above the mean); the "
        "process cannot meet this target without change."
    )


# 4 Council tax


def test_council_tax_is_refused_as_a_running_total_and_charted_by_month(store: Store) -> None:
    assert signal(store, "council-tax-collected").refusal == "cumulative"
    found = chart(store, "council-tax-collected")
    assert found.by_increment and found.has_limits
    assert "Not tested: a running total" in section(store, "council-tax-collected").verdict
    assert section(store, "council-tax-collected").increments


# 5 Bed and breakfast


def test_families_in_bed_and_breakfast_are_too_few_for_limits(store: Store) -> None:
    page = measure_page(store, "families-bed-and-breakfast")
    assert page.shown and page.shown.signal.refusal == "low_counts"
    assert page.reached and "exact Poisson test" in page.reached.reason


# 6 Sickness


def test_sickness_is_masked_by_the_total_and_shows_in_childrens_services_alone(
    store: Store,
) -> None:
    assert signal(store, "sickness-days-per-fte").refusal == "rolling"
    assert not signal(store, "long-term-sickness-month").special
    by_directorate = {
        name: chart(store, "long-term-sickness-month", "directorate", name).points[-1].variation
        for name in ("Adults and housing", "Children's", "Corporate", "Place")
    }
    assert by_directorate == {
        "Adults and housing": "common_cause",
        "Children's": "concern_high",
        "Corporate": "common_cause",
        "Place": "common_cause",
    }


# 8 Contact centre


def test_a_recalculation_is_suggested_for_the_contact_centre_and_not_applied(store: Store) -> None:
    found = chart(store, "contact-centre-wait")
    assert found.suggested_period == "2019-06"
    assert {one.partition for one in found.points} == {0}
    assert any(
        "recalculate the limits" in note for note in section(store, "contact-centre-wait").notes
    )
    view = overview(store, outline(store), Filters())
    assert "contact-centre-wait" in [one.result.measure for one in view.changes.recovered]


# 9 Freedom of information


def test_one_red_month_is_special_cause_by_two_of_three_near_the_limit(store: Store) -> None:
    found = signal(store, "foi-on-time")
    assert (found.variation, found.rule) == ("concern_low", "two_in_three")
    last = chart(store, "foi-on-time").points[-1]
    assert last.lower is not None and last.value > last.lower


# 21 Covid


def test_no_epidemic_curve_is_charted(store: Store) -> None:
    rows = store.fetch(
        "select measure, chart.refusal::varchar as refusal from chart inner join series using "
        "(series) inner join measure using (measure) where epidemic and breakdown = ''",
        {},
        Untested,
    )
    assert len(rows) >= 5
    assert {row.refusal for row in rows} == {"epidemic"}
    assert not any(chart(store, row.measure).points for row in rows)
