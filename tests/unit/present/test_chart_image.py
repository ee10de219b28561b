"""Does a chart that is taken away say on its own what it shows and where it comes from?"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import date

import pytest

from perfcore.present.chart_image import as_png, as_svg, told
from perfcore.present.charts import history_chart
from perfcore.present.take_away import Provenance
from perfcore.store import Store
from perfcore.views.measure_page import measure_page
from tests.every_status import every_status

SOURCE = Provenance(
    "Smallshire Council", "Measure", {}, date(2020, 10, 12), "warehouse-abc", illustrative=True
)


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = every_status(tmp_path_factory.mktemp("statuses"))
    yield opened
    opened.close()


def svg(council: Store, measure: str) -> str:
    view = measure_page(council, measure)
    chart = history_chart(view)
    assert chart is not None
    return as_svg(chart, view, SOURCE)


def test_the_image_says_finding_measure_dates_and_source(council: Store) -> None:
    image = svg(council, "monthly")
    for text in (
        "Off target for 7 months and at its highest yet",
        "Monthly with events, number, by month",
        "Smallshire Council. Monthly with events (monthly), Apr 2019 to Sep 2020",
        "As at 12 October 2020, warehouse-abc.",
        "Illustrative data: the figures are invented.",
        "Mar 2020: Lockdown begins",
    ):
        assert text in image


def test_letters_are_explained_in_the_image(council: Store) -> None:
    assert "A 3 Feb 2020: One" in svg(council, "lettered")


def test_the_image_stands_on_white(council: Store) -> None:
    assert 'fill="#FFFFFF"' in svg(council, "green")[:400]


def test_the_image_says_when_the_figures_were_last_reported(council: Store) -> None:
    view = measure_page(council, "green")
    assert told(view, SOURCE)[0].endswith("Aug 2020 to Sep 2020, last reported 9 October 2020.")


def test_png_needs_no_network(council: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "create_connection", refused)
    view = measure_page(council, "monthly")
    chart = history_chart(view)
    assert chart is not None
    image = as_png(chart, view, SOURCE)
    assert image.startswith(b"\x89PNG")
    assert len(image) > 20_000
