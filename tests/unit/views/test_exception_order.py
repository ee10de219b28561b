"""Do measures off target stand in the order that method 9 states?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from perfcore.engine.build import build
from perfcore.store import Store, open_current
from perfcore.views.filters import Filters
from perfcore.views.outline import outline
from perfcore.views.overview import Lengths, OffTarget, overview

HEAD = """\
version: 1
organisation: {name: Plainshire, code: E06000000, as_at: 2020-10-12}
directorates: {place: {name: Place}}
services: {waste: {name: Waste, directorate: place}}
defaults:
  {level: service, service: waste, unit: count, frequency: month, good: low, due_after: 9 days,
   owner: Head of Waste}
measures:
"""
# measure, what the framework says, its values up to September, by how many tolerances it missed
MEASURES: dict[str, tuple[str, list[int], float | None]] = {
    "five-times": ("targets: [{from: 2020-01, value: 10}], tolerance: 2", [20], 5),
    "within-two": ("targets: [{from: 2020-01, value: 10}], tolerance: 2", [14], 2),
    "just-over-two": ("targets: [{from: 2020-01, value: 10}], tolerance: 2", [15], 2.5),
    "no-tolerance": ("targets: [{from: 2020-01, value: 10}]", [11], None),
    "target-of-zero": ("targets: [{from: 2020-01, value: 0}], tolerance: 2", [12], 6),
    "above-a-range": (
        "good: range, targets: [{from: 2020-01, range: [10, 20]}], tolerance: 2",
        [32],
        6,
    ),
    "below-a-range": (
        "good: range, targets: [{from: 2020-01, range: [10, 20]}], tolerance: 2",
        [4],
        3,
    ),
    "stated-bounds": ("good: high, thresholds: {green: 90, amber: 80}", [60], 3),
    "three-months": ("targets: [{from: 2020-01, value: 10}], tolerance: 2", [14, 14, 14], 2),
    "one-quarter": (
        "frequency: quarter, targets: [{from: '2019/20', value: 10}], tolerance: 2",
        [14],
        2,
    ),
    "strategic": ("level: strategic, targets: [{from: 2020-01, value: 10}], tolerance: 2", [14], 2),
    "worse": ("targets: [{from: 2020-01, value: 1000}], tolerance: 500", [900, 2000], 2),
    "better": ("targets: [{from: 2020-01, value: 1000}], tolerance: 500", [3000, 2000], 2),
}


@pytest.fixture(scope="module")
def exceptions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, OffTarget]]:
    store = _built(tmp_path_factory.mktemp("order"))
    found = overview(store, outline(store), Filters(), lengths=Lengths(exceptions=50)).exceptions
    yield {one.result.measure: one for one in found}
    store.close()


def test_how_far_then_how_long_then_level_then_direction(exceptions: dict[str, OffTarget]) -> None:
    assert list(exceptions) == [
        "no-tolerance",  # over five times, or without a tolerance
        "target-of-zero",
        "above-a-range",
        "five-times",  # over two times, the furthest first where all else is equal
        "below-a-range",
        "stated-bounds",
        "just-over-two",
        "three-months",  # up to two times, the longest first; a quarter is three months
        "one-quarter",
        "better",  # two months
        "strategic",
        "worse",
        "within-two",
    ]


# Of measures that missed alike, what their months say; the last is 14 against 10, tolerance 2.
SIGNALS = {
    "noise": [5, 15] * 10 + [14],
    "getting-better": [20, 22] * 7 + [14] * 7,
    "one-figure": [14],
    "cannot": [15, 14] * 10 + [14],
    "getting-worse": [9, 11] * 7 + [14] * 7,
}


def test_among_equals_the_signal_comes_first(tmp_path: Path) -> None:
    said = "targets: [{from: 2018-01, value: 10}], tolerance: 2"
    months = [f"{year}-{month:02d}" for year in (2019, 2020) for month in range(1, 13)][:21]
    rows = [
        f"{key},{month},{value}"
        for key, values in SIGNALS.items()
        for month, value in zip(months[-len(values) :], values, strict=True)
    ]
    store = _written(tmp_path, dict.fromkeys(SIGNALS, said), rows)
    found = overview(store, outline(store), Filters()).exceptions
    store.close()
    assert {one.times for one in found} == {2}
    assert [one.result.measure for one in found] == [
        "getting-worse", "cannot", "one-figure", "noise", "getting-better",
    ]  # fmt: skip


@pytest.mark.parametrize(("measure", "times"), [(key, row[2]) for key, row in MEASURES.items()])
def test_a_miss_is_measured_in_tolerances(
    exceptions: dict[str, OffTarget], measure: str, times: float | None
) -> None:
    found = exceptions[measure].times
    assert found is None if times is None else found == pytest.approx(times)


def _built(folder: Path) -> Store:
    rows = []
    for key, (said, values, _) in MEASURES.items():
        periods = ["2020/21 Q2"] if "quarter" in said else ["2020-07", "2020-08", "2020-09"]
        shown = zip(periods[-len(values) :], values, strict=True)
        rows += [f"{key},{period},{value}" for period, value in shown]
    return _written(folder, {key: said for key, (said, _, _) in MEASURES.items()}, rows)


def _written(folder: Path, measures: dict[str, str], rows: list[str]) -> Store:
    framework = folder / "measures.yaml"
    blocks = [f"  {key}: {{name: {key}, {said}}}\n" for key, said in measures.items()]
    framework.write_text(HEAD + "".join(blocks), encoding="utf-8")
    log = folder / "data" / "observations" / "all.csv"
    log.parent.mkdir(parents=True)
    log.write_text("\n".join(["measure,period,value", *rows, ""]), encoding="utf-8")
    build(framework, folder / "data", folder / "build")
    return open_current(folder / "build")
