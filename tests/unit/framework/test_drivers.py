"""Trees of drivers: what adds up, and what leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frameworks import loaded_from, measures_text
from tests.unit.framework.problem_lines import lines_of

PERCENT = "unit: percent\ncombine: ratio\nscale: 100\n"


def _problems(folder: Path, **measures: str) -> list[str]:
    found = lines_of(loaded_from(measures_text(**measures), folder))
    return [line.split(": ", 1)[1] for line in found]


def test_a_tree_with_a_shared_branch_is_no_cycle(tmp_path: Path) -> None:
    assert (
        _problems(
            tmp_path,
            a="drivers: [{parts: [b, c]}]",
            b="drivers: [{influences: [d]}]",
            c="drivers: [{influences: [d], expected: up, lag: 2}]",
            d="",
        )
        == []
    )


@pytest.mark.parametrize(
    ("measures", "chain", "told_of"),
    [
        ({"a": "drivers: [{influences: [a]}]"}, "a -> a", "a"),
        ({"a": "drivers: [{influences: [b]}]", "b": "drivers: [{influences: [a]}]"},
         "a -> b -> a", "a"),
        ({"z": "drivers: [{parts: [a]}]", "a": "drivers: [{parts: [b]}]",
          "b": "drivers: [{influences: [c]}]", "c": "drivers: [{influences: [a]}]"},
         "a -> b -> c -> a", "a"),
    ],
)  # fmt: skip
def test_a_cycle_is_told_once_as_a_chain(
    tmp_path: Path, measures: dict[str, str], chain: str, told_of: str
) -> None:
    assert _problems(tmp_path, **measures) == [
        f"error: measure {told_of!r}: drivers: lead back to the measure itself: {chain}"
    ]


def test_two_cycles_are_both_told(tmp_path: Path) -> None:
    measures = {
        name: f"drivers: [{{influences: [{other}]}}]" for name, other in ("ab", "ba", "cd", "dc")
    }

    assert len(_problems(tmp_path, **measures)) == 2


def test_a_long_chain_is_followed_to_its_end(tmp_path: Path) -> None:
    number = 1_500
    chain = {f"m{i}": f"drivers: [{{influences: [m{i + 1}]}}]" for i in range(number)}

    assert _problems(tmp_path, **chain, **{f"m{number}": ""}) == []


@pytest.mark.parametrize(
    ("whole", "part", "problem"),
    [
        ("unit: days", "unit: hours", "part 'b' has unit hours, the whole has days"),
        ("combine: sum", "combine: mean", "part 'b' has combine mean, the whole has sum"),
        (PERCENT, PERCENT.replace("percent", "rate").replace("100", "1000"), None),
        ("unit: rate\ncombine: ratio\nscale: 100", "unit: rate\ncombine: ratio\nscale: 1000",
         "part 'b' has scale 1000, the whole has 100"),
        ("frequency: month", "frequency: quarter",
         "part 'b' is taken by quarter, the whole by month"),
        ("frequency: year", "frequency: quarter", ""),
        (PERCENT, PERCENT, ""),
    ],
)  # fmt: skip
def test_parts_add_up_to_the_whole(
    tmp_path: Path, whole: str, part: str, problem: str | None
) -> None:
    found = _problems(tmp_path, a=f"{whole.strip()}\ndrivers: [{{parts: [b]}}]", b=part)

    both = [
        "part 'b' has scale 1000, the whole has 100",
        "part 'b' has unit rate, the whole has percent",
    ]
    expected = both if problem is None else [problem] if problem else []
    assert found == [f"error: measure 'a': drivers: {text}" for text in expected]


def test_influences_need_share_nothing(tmp_path: Path) -> None:
    assert _problems(tmp_path, a="unit: days\ndrivers: [{influences: [b]}]", b="unit: gbp") == []


@pytest.mark.parametrize("twice", ["{parts: [b, b]}", "{parts: [b]}, {influences: [b]}"])
def test_a_driver_is_named_once(tmp_path: Path, twice: str) -> None:
    assert _problems(tmp_path, a=f"drivers: [{twice}]", b="") == [
        "error: measure 'a': drivers: names 'b' 2 times"
    ]


def test_parts_have_no_lag(tmp_path: Path) -> None:
    assert _problems(tmp_path, a="drivers: [{parts: [b], lag: 1}]", b="") == [
        "error: measure 'a': drivers.lag: is for influences, not parts"
    ]


FACTORS = {"a": "", "b": "", "c": "", "d": ""}


def test_two_or_three_factors_make_a_product(tmp_path: Path) -> None:
    assert _problems(tmp_path, **FACTORS, e="drivers: [{product: [a, b]}]") == []
    assert _problems(tmp_path, **FACTORS, e="drivers: [{product: [a, b, c]}]") == []


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("drivers: [{product: [a]}]",
         "name a product of 1 measures; two or three can be taken apart"),
        ("drivers: [{product: [a, b, c, d]}]",
         "name a product of 4 measures; two or three can be taken apart"),
        ("drivers: [{product: [a, b]}, {parts: [c]}]", "name both parts and a product"),
    ],
)  # fmt: skip
def test_other_products_are_errors(tmp_path: Path, keys: str, told: str) -> None:
    assert _problems(tmp_path, **FACTORS, e=keys) == [f"error: measure 'e': drivers: {told}"]


def test_a_factor_has_the_frequency_of_its_product(tmp_path: Path) -> None:
    measures = {"a": "frequency: quarter", "b": "", "e": "drivers: [{product: [a, b]}]"}

    assert _problems(tmp_path, **measures) == [
        "error: measure 'e': drivers: factor 'a' is taken by quarter, the product by month"
    ]


def test_a_product_has_no_lag_and_stands_alone_in_its_entry(tmp_path: Path) -> None:
    lagging = _problems(tmp_path, a="", b="", e="drivers: [{product: [a, b], lag: 1}]")
    both = _problems(tmp_path, a="", b="", e="drivers: [{product: [a, b], parts: [a]}]")

    assert lagging == ["error: measure 'e': drivers.lag: is for influences, not a product"]
    assert both == [
        "error: measure 'e': drivers: give either parts, influences or product in one entry"
    ]


def test_parts_is_no_name_for_a_breakdown(tmp_path: Path) -> None:
    text = measures_text(a="breakdowns: [parts]").replace("{team:", "{parts: {name: Parts}, team:")
    found = lines_of(loaded_from(text, tmp_path))

    assert [line.split(": ", 1)[1] for line in found] == [
        "error: measure 'a': breakdowns: 'parts' is kept for what a measure is put together from"
    ]
