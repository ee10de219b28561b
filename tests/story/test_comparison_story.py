"""Does the shipped data show how the council compares, and say why where it does not?"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

import pytest

from perfcore.framework import read
from perfcore.present import comparison_words as words
from perfcore.store import Store
from perfcore.views.comparison import comparison
from perfcore.views.measure_page import measure_page
from tests.story import shipped

MEASURES = shipped.ROOT / "measures.yaml"


@dataclass(frozen=True)
class Ranked:
    """A rank that the warehouse holds."""

    measure: str
    comparator: str
    period: str
    good: str
    value: Decimal
    figures: int
    rank: int


def test_at_least_forty_measures_are_compared(store: Store) -> None:
    named = [one.id for one in read(MEASURES).measures.values() if one.comparators]
    compared = [one for one in named if any(b.compared for b in comparison(store, one).every)]
    assert len(compared) >= 40


def test_every_set_of_councils_is_dated() -> None:
    sets = [one for one in read(MEASURES).comparators.values() if one.members]
    assert len(sets) == 2
    assert all(one.since for one in sets)


def test_every_rank_is_what_the_file_of_others_gives(store: Store) -> None:
    framework = read(MEASURES)
    others = defaultdict(dict)
    for path in sorted((shipped.DATA / "benchmarks").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                others[row["measure"], row["period"]][row["area_code"]] = Decimal(row["value"])
    ranks = store.fetch(
        "select comparison.measure, comparator, period, measure.good, value, figures, rank "
        "from comparison join measure using (measure) where rank is not null",
        {},
        Ranked,
    )
    assert len(ranks) > 300
    for one in ranks:
        known = others[one.measure, one.period]
        members = framework.comparators[one.comparator].members
        figures = [known[code] for code in members if code in known]
        better = [f for f in figures if (f > one.value if one.good == "high" else f < one.value)]
        assert (one.figures, one.rank) == (len(figures), len(better) + 1), one


def test_plans_are_compared_in_the_newest_month_of_both(store: Store) -> None:
    view, found = measure_page(store, "ehc-plans-20-weeks"), comparison(store, "ehc-plans-20-weeks")
    assert found.chosen is not None
    assert words.details(view, found.chosen)[-1] == (
        "The newest period that both have is August 2020; Dorset Council's own newest is "
        "September 2020."
    )


@pytest.mark.parametrize(
    ("measure", "why"),
    [
        (
            "children-in-care",
            "A total grows with the size of the place, so nobody is ranked by it.",
        ),
        (
            "child-protection-rate",
            "Inside the council's own range is best. The range is this council's own, so others "
            "are not ranked by it.",
        ),
    ],
)
def test_where_nobody_is_ranked_the_page_says_why(store: Store, measure: str, why: str) -> None:
    found = comparison(store, measure, "dfe-neighbours")
    assert found.chosen is not None
    assert words.details(measure_page(store, measure), found.chosen)[0] == why


def test_every_neighbour_has_a_name(store: Store) -> None:
    areas = comparison(store, "ehc-plans-20-weeks").areas
    assert len({area.name for area in areas}) == 10
    assert not any(area.name == area.code or "neighbours" in area.name for area in areas)
