"""Does a blank say why it is blank?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from perfcore.present.blank import why_blank, why_blank_briefly
from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.results import Result, pick


@pytest.fixture
def row(store: Store) -> Result:
    return replace(pick(store, Filters(), ["recycling"])["recycling"], value=None)


CASES = {
    "never supplied": (
        {"status": "no_data", "late_period": "2020-07", "late_days": 1},
        "Never supplied: the first was due for Jul 2020, 1 day late.",
        "never supplied",
    ),
    "none by an earlier day": (
        {"status": "no_data"}, "None was reported by then.", "none by then",
    ),
    "not due": (
        {"status": "not_due", "next_due": date(2020, 10, 20)},
        "Not due until 20 October 2020.",
        "due 20 Oct",
    ),
    "not due, nobody knows when": ({"status": "not_due", "next_due": None}, "Not due yet.", ""),
    "withheld": (
        {"status": "suppressed", "marker": "suppressed"},
        "Withheld for Sep 2020: so few people that someone could be recognised.",
        "few people",
    ),
    "not applicable": (
        {"status": "not_available", "marker": "not_applicable"},
        "Not applicable in Sep 2020: there was nothing to measure.",
        "nothing to measure",
    ),
    "not available": (
        {"status": "not_available", "marker": "not_available"},
        "Not available for Sep 2020: the service could give no figure.",
        "could not be given",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "said", "briefly"), CASES.values(), ids=CASES)
def test_each_reason_has_words_of_its_own(
    row: Result, facts: dict[str, object], said: str, briefly: str
) -> None:
    blank = replace(row, **facts)  # type: ignore[arg-type]
    assert why_blank(blank) == said
    assert why_blank_briefly(blank) == briefly


def test_what_the_service_wrote_is_the_better_reason(row: Result) -> None:
    blank = replace(row, status="not_available", marker="not_available")
    assert why_blank(blank, "Tests cancelled") == "Not available for Sep 2020: Tests cancelled"


def test_a_figure_is_not_blank(row: Result) -> None:
    assert why_blank(replace(row, value=Decimal(0))) == ""
    assert why_blank_briefly(replace(row, value=Decimal(0))) == ""
