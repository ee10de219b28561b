"""The fixture that uses every key, read into values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from perfcore.framework import load
from perfcore.framework.keys import FRAMEWORK, MEASURE
from perfcore.framework.model import (
    DatedMargin,
    DatedReason,
    Disclosure,
    Driver,
    Escalation,
    Exceptions,
    Margin,
    Measure,
    Receives,
    Retired,
    Spc,
    Target,
    Thresholds,
)
from perfcore.periods import Calendar
from tests.frameworks import EXAMPLE, example


@pytest.fixture(scope="module")
def measures() -> dict[str, Measure]:
    return dict(example().measures)


def test_the_example_has_no_problem() -> None:
    assert load(EXAMPLE).problems == ()


@pytest.mark.parametrize("key", [key.name for key in (*FRAMEWORK.keys, *MEASURE.keys)])
def test_the_example_shows_every_key(key: str) -> None:
    assert f"{key}:" in EXAMPLE.read_text(encoding="utf-8")


def test_the_organisation_gives_the_calendar_and_fixes_today() -> None:
    organisation = example().organisation

    assert organisation.name == "Exampleshire Council"
    assert organisation.calendar == Calendar(4)
    assert organisation.as_at == date(2020, 10, 12)
    assert organisation.illustrative is True
    assert organisation.spc_rules == "mdc"


def test_sections_keep_the_order_of_the_file() -> None:
    framework = example()

    assert list(framework.covid_sections) == ["schools", "shielding"]
    assert list(framework.measures)[:2] == ["household-recycling", "recycling-kerbside"]


def test_forums_receive_what_they_ask_for() -> None:
    forums = example().forums

    assert forums["slt"].receives == Receives(levels=("strategic", "service"))
    assert forums["place-resources-overview"].receives == Receives(
        directorates=("place", "corporate"), statuses=("red", "amber")
    )


def test_exceptions_close_and_continue_as_the_file_says_or_as_is_usual() -> None:
    assert example().exceptions == Exceptions(2, 4, 15, 25, "slt")
    assert Exceptions() == Exceptions(1, 3, 10, 20)


def test_escalation_is_read_from_top_to_bottom() -> None:
    assert example().escalation == (
        Escalation("red", "directorate"),
        Escalation("red", "slt", periods=2, level="strategic"),
        Escalation("exceptional", "slt", periods=2, directorate="place", as_="celebrate"),
    )


def test_a_set_of_areas_is_dated_and_an_area_has_a_code() -> None:
    comparators = example().comparators

    assert comparators["england"].code == "E92000001"
    assert comparators["neighbours"].since == date(2021, 4, 1)
    assert comparators["neighbours"].members == ("E10000027", "E06000056")


def test_a_measure_takes_its_directorate_from_its_service(measures: dict[str, Measure]) -> None:
    assert measures["household-recycling"].directorate == "place"
    assert measures["reserves"].directorate == "corporate"


def test_a_measure_is_over_the_defaults(measures: dict[str, Measure]) -> None:
    assert measures["household-recycling"].due_after == 90
    assert measures["recycling-kerbside"].due_after == 20
    assert measures["recycling-kerbside"].tolerance == (DatedMargin(Margin(Decimal(5), True)),)


def test_margins_may_be_dated(measures: dict[str, Measure]) -> None:
    assert measures["household-recycling"].tolerance == (
        DatedMargin(Margin(Decimal(2)), date(2019, 4, 1)),
        DatedMargin(Margin(Decimal(1)), date(2020, 4, 1)),
    )
    assert measures["household-recycling"].exceptional == (DatedMargin(Margin(Decimal(5))),)


def test_targets_are_dated_and_of_a_kind(measures: dict[str, Measure]) -> None:
    first, second, statutory = measures["household-recycling"].targets

    assert (first.starts, first.value, first.why) == (date(2019, 4, 1), 60, "Local waste plan")
    assert (second.starts, second.value, second.kind) == (date(2020, 4, 1), 61, "local")
    assert (statutory.kind, statutory.value) == ("statutory", 50)


@pytest.mark.parametrize(
    ("measure", "form", "said"),
    [
        ("recycling-kerbside", "improve_on",
         {"improve_on": "last_year", "by": Margin(Decimal(2), True)}),
        ("recycling-centres", "comparator", {"comparator": "england"}),
        ("emissions", "line",
         {"ends": date(2040, 4, 1), "start": Decimal(25000), "end": Decimal(0)}),
        ("reserves", "range", {"low": Decimal("20.5"), "high": Decimal(30)}),
    ],
)  # fmt: skip
def test_a_target_has_one_form(
    measures: dict[str, Measure], measure: str, form: str, said: dict[str, object]
) -> None:
    [target] = measures[measure].targets

    assert target == Target(form=form, starts=date(2019, 4, 1), line=target.line, **said)


def test_profiles_are_keyed_by_the_last_month_of_each_period(measures: dict[str, Measure]) -> None:
    [monthly] = measures["council-tax-collected"].targets
    [quarterly] = measures["affordable-homes"].targets

    assert monthly.profile[4] == Decimal("11.1")
    assert monthly.profile[3] == Decimal("97.5")
    assert dict(quarterly.profile) == {6: 40, 9: 110, 12: 200, 3: 300}


def test_drivers_are_parts_and_influences(measures: dict[str, Measure]) -> None:
    assert measures["household-recycling"].drivers == (
        Driver("recycling-kerbside", "part"),
        Driver("recycling-centres", "part"),
        Driver("missed-bins", "influence", "down", 1),
    )


def test_the_chart_is_cut_up_with_reasons(measures: dict[str, Measure]) -> None:
    assert measures["household-recycling"].spc == Spc(
        recalculate=(DatedReason(date(2020, 4, 1), "Kerbside service redesigned"),),
        baseline=DatedReason(date(2019, 1, 1), "Before the new contract"),
        ghost=(DatedReason(date(2020, 1, 1), "Weighbridge closed"),),
    )


def test_the_rest_of_a_measure(measures: dict[str, Measure]) -> None:
    bins, contacts = measures["missed-bins"], measures["contacts"]

    assert bins.thresholds == Thresholds(Decimal(100), Decimal(120), Decimal(60))
    assert bins.disclosure == Disclosure(5, 5)
    assert contacts.retired == Retired(date(2020, 3, 2), "Replaced by contacts by channel")
    assert contacts.noise == Margin(Decimal(3))
    assert (contacts.group, contacts.tags) == ("Volumes", ("calls", "contact"))
    assert (contacts.epidemic, contacts.covid_section) == (True, "shielding")


def test_values_know_their_line(measures: dict[str, Measure]) -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    recycling = measures["household-recycling"]

    assert lines[recycling.line - 1] == "  household-recycling:"
    assert "why: Local waste plan" in lines[recycling.targets[0].line - 1]
