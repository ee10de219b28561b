"""Does a page without anything to show say why, and advise only what helps?"""

from __future__ import annotations

import pytest

from perfcore.present.absence import absence
from perfcore.present.links import Links


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("overview", "no strategic or service measures"),
        ("scorecard", "balanced scorecard"),
        ("council-plan", "council plan priorities"),
        ("covid-19", "no weekly Covid-19 sections"),
    ],
)
def test_without_filters_the_framework_is_the_reason(page: str, expected: str) -> None:
    assert expected in absence(page, Links(page))


@pytest.mark.parametrize("name", ["directorate", "portfolio", "period"])
def test_under_a_filter_the_filter_may_be_the_reason(name: str) -> None:
    assert absence("scorecard", Links("scorecard", {name: "Place"})) == ""
