"""Did it work? Each answer worked by hand from methods 4 and 5.

An action begins on 10 July 2020; the figures before it are those of June, after it those of August
and September, as each case says.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from perfcore.engine.build import build
from perfcore.present.action_words import worked
from perfcore.store import Store, open_current
from perfcore.views.did_it_work import did_it_work

BEGAN, NOW = date(2020, 7, 10), date(2020, 10, 12)
FRAMEWORK = """\
version: 1
organisation: {name: Smallshire Council, code: E06000000, as_at: 2020-10-12, illustrative: true}
directorates: {place: {name: Place}}
services: {waste: {name: Waste, directorate: place}}
defaults: {level: service, service: waste, owner: Head of Waste, frequency: month, tolerance: 5%,
  due_after: 9 days, targets: [{from: "2018/19", value: 80}]}
measures:
  share-up: {name: Share up, unit: percent, scale: 100, decimals: 1, good: high, combine: ratio}
  share-same: {name: Share same, unit: percent, scale: 100, decimals: 1, good: high, combine: ratio}
  fewer: {name: Fewer, unit: count, good: low}
  as-many: {name: As many, unit: count, good: low}
  dearer: {name: Dearer, unit: gbp, good: low}
  longer: {name: Longer, unit: days, decimals: 1, good: none, targets: []}
  no-figure: {name: No figure, unit: count, good: low}
  no-earlier: {name: No earlier, unit: count, good: low}
  seasons: {name: Seasons, unit: count, good: high, seasonal: true}
  charted: {name: Charted, unit: days, decimals: 1, good: low}
  calm: {name: Calm, unit: days, decimals: 1, good: low}
"""
# 700 of 1,000 to 760 of 1,000: 6 points, by Newcombe from 2.1 to 9.9. 70 of 100 to 76 of 100: from
# -6.3 to 18.1. 90 to 50: the exact test at 95% of 140 allows at most 57 as the smaller, so it is
# clear; 90 to 75: of 165 it is 69, so it is not. 100 to 102 pounds is 2%, more than noise's 1%.
ROWS = """\
measure,period,value,numerator,denominator,reported_on
share-up,2020-06,,700,1000,2020-07-05
share-up,2020-07,,100,1000,2020-08-05
share-up,2020-09,,760,1000,2020-10-05
share-same,2020-06,,70,100,2020-07-05
share-same,2020-09,,76,100,2020-10-05
fewer,2020-06,90,,,2020-07-05
fewer,2020-09,50,,,2020-10-05
as-many,2020-06,90,,,2020-07-05
as-many,2020-09,75,,,2020-10-05
dearer,2020-06,100,,,2020-07-05
dearer,2020-09,102,,,2020-10-05
longer,2020-06,10,,,2020-07-05
longer,2020-09,12,,,2020-10-05
no-figure,2020-06,10,,,2020-07-05
no-figure,2020-07,10,,,2020-08-05
no-earlier,2020-09,10,,,2020-10-05
seasons,2019-08,100,,,2019-09-05
seasons,2019-09,400,,,2019-10-05
seasons,2020-06,500,,,2020-07-05
seasons,2020-09,480,,,2020-10-05
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("worked")
    observations = folder / "data" / "observations"
    observations.mkdir(parents=True)
    (folder / "measures.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (observations / "all.csv").write_text(ROWS + charted(), encoding="utf-8")
    build(folder / "measures.yaml", folder / "data", folder / "build", forecasts=False)
    return open_current(folder / "build")


def charted() -> str:
    """18 months of 9 and 11 by turns to July 2020; then one falls far, the other goes on."""
    months = [f"{2019 + (1 + place) // 12}-{(1 + place) % 12 + 1:02d}" for place in range(20)]
    lines = []
    for place, month in enumerate(months):
        usual = (9, 11)[place % 2]
        lines.append(f"calm,{month},{usual},,,2020-10-05")
        lines.append(f"charted,{month},{usual if month <= '2020-07' else 3},,,2020-10-05")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("measure", "test", "verdict", "before", "after"),
    [
        ("share-up", "newcombe", "improved", "70", "76"),
        ("share-same", "newcombe", "no_clear_change", "70", "76"),
        ("fewer", "poisson", "improved", "90", "50"),
        ("as-many", "poisson", "no_clear_change", "90", "75"),
        ("dearer", "noise", "worsened", "100", "102"),
        ("longer", "noise", "moved", "10", "12"),
        ("no-figure", "", "too_early", "10", None),
        ("no-earlier", "", "too_early", None, "10"),
        # against September 2019, not June 2020: 400 to 480
        ("seasons", "poisson", "improved", "400", "480"),
        ("charted", "spc", "improved", "9", "3"),
        ("calm", "spc", "no_clear_change", "9", "11"),
    ],
)
def test_by_hand(
    store: Store, measure: str, test: str, verdict: str, before: str | None, after: str | None
) -> None:
    found = did_it_work(store, measure, BEGAN, NOW)
    assert found is not None
    assert (found.test, found.verdict) == (test, verdict)
    pair = found.pair
    assert pair.value_before == (None if before is None else Decimal(before))
    assert pair.value_after == (None if after is None else Decimal(after))


def test_what_had_not_ended_when_it_was_closed_does_not_count(store: Store) -> None:
    found = did_it_work(store, "fewer", BEGAN, date(2020, 9, 15))
    assert found is not None and found.verdict == "too_early"


def test_the_month_in_which_it_began_is_neither_before_nor_after(store: Store) -> None:
    found = did_it_work(store, "share-up", BEGAN, date(2020, 8, 31))
    assert found is not None and found.pair.value_after is None


def test_a_measure_that_is_no_longer_there(store: Store) -> None:
    assert did_it_work(store, "gone", BEGAN, NOW) is None
    assert worked(None) == "The framework no longer has this measure."


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (
            "share-up",
            "It improved by more than chance would make it, by the 95% interval of the difference "
            "of two proportions: before 70.0% (Jun 2020), after 76.0% (Sep 2020).",
        ),
        (
            "charted",
            "It improved by more than chance would make it, since Aug 2020, by its control chart: "
            "before 9.0 days (Jun 2020), after 3.0 days (Sep 2020).",
        ),
        ("no-figure", "Too early to say: no figure for a period that began since."),
        (
            "no-earlier",
            "After 10 (Sep 2020); there is no figure from before to compare it with.",
        ),
    ],
)
def test_in_words(store: Store, measure: str, said: str) -> None:
    assert worked(did_it_work(store, measure, BEGAN, NOW)) == said
