"""Do the waterfall and the table of what moved a measure read and add up?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from perfcore.present.moved.block import moved_block
from perfcore.views.contributions import Contribution, Contributions, Decomposition
from perfcore.views.moved import Moved
from perfcore.views.outline import Entry

WHOLE = Decomposition(
    split=1, first_series=1, last_series=2, members=2, ordinal=2, compared_ordinal=1,
    has_remainder=False, versus="previous", refusal="", rule="ratio", name="Plans on time",
    unit="percent", decimals=1, scale=100, frequency="month", good="high", shape="point",
    period="2020-05", starts=date(2020, 5, 1), compared_period="2020-04",
    compared_starts=date(2020, 4, 1), value_from=Decimal("60.0"), value_to=Decimal("55.0"),
    change=-5.0, numerator=Decimal(110), denominator=Decimal(200),
)  # fmt: skip


def member(
    name: str,
    then: tuple[int, int] | None,
    now: tuple[int, int] | None,
    rate: float,
    mix: float,
) -> Contribution:
    def value(side: tuple[int, int] | None) -> Decimal | None:
        return None if side is None else Decimal(100 * side[0]) / side[1]

    def count(side: tuple[int, int] | None, place: int) -> Decimal | None:
        return None if side is None else Decimal(side[place])

    return Contribution(
        "member", 1, name, name, value(then), value(now), count(then, 0), count(then, 1),
        count(now, 0), count(now, 1), rate, mix, rate + mix,
    )  # fmt: skip


# South's share goes from 1/2 to 3/4: rate 5/8 x -20, mix 1/4 x 12.5; North's mix -1/4 x -17.5
RATE = (
    member("South & <west>", (80, 100), (90, 150), -12.5, 3.125),
    member("North", (40, 100), (20, 50), 0.0, 4.375),
)
ENTERS = (
    member("North", (120, 200), (100, 180), -38 / 9, -0.25 / 9),
    member("New town", None, (10, 20), 0.0, -0.75),
)
SUMS = (
    Contribution(
        "member", 1, "North", "North", Decimal(-5), Decimal(-20), None, None, None, None,
        None, None, -15.0,
    ),
    Contribution(
        "member", 1, "South", "South", Decimal(15), Decimal(0), None, None, None, None,
        None, None, -15.0,
    ),
    Contribution(
        "withheld", 3, "", "", Decimal(30), Decimal(35), None, None, None, None, None, None, 5.0
    ),
    Contribution("unexplained", 0, "", "", None, None, None, None, None, None, None, None, 2.0),
)  # fmt: skip
COUNT = replace(
    WHOLE, rule="sum", name="Visits", unit="count", decimals=0, scale=1, value_from=Decimal(40),
    value_to=Decimal(17), change=-23.0, numerator=None, denominator=None,
)  # fmt: skip
CASES = {
    "rate-and-mix": (WHOLE, RATE),
    "enters": (WHOLE, ENTERS),
    "sum": (COUNT, SUMS),
    "rounding": (
        replace(WHOLE, value_from=Decimal("60.0"), value_to=Decimal("54.9"), change=-5.0), RATE,
    ),
    "refused": (replace(WHOLE, refusal="withheld"), ()),
}  # fmt: skip


def html(name: str) -> str:
    whole, rows = CASES[name]
    found = Contributions("measure", "ward", whole, rows)
    return moved_block(Moved(Entry("ward", "Ward"), False, found, None, None, None, ()))


def printed(text: str) -> Decimal:
    return Decimal(text.replace("−", "-").replace("+", "") or "0")


@pytest.mark.parametrize("name", CASES)
def test_it_is_the_golden_one(golden: Callable[[str, str], None], name: str) -> None:
    golden(f"moved/{name}.html", html(name))


@pytest.mark.parametrize("name", [name for name, (_, rows) in CASES.items() if rows])
def test_the_last_column_adds_up_to_the_published_change(name: str) -> None:
    whole, _ = CASES[name]
    assert whole.value_to is not None
    assert whole.value_from is not None
    *rows, total = [printed(cell) for cell in re.findall(r'<td class="n b">(.*?)</td>', html(name))]
    assert sum(rows) == total == whole.value_to - whole.value_from


def test_what_is_rounded_away_is_named() -> None:
    assert ">Rounding<" in html("rounding")
    assert "What rounding leaves stands in a row of its own." in html("rounding")
    assert "Rate and mix add up exactly" not in html("rounding")
    assert ">Rounding<" not in html("rate-and-mix")


def test_a_member_that_was_not_there_is_said_to_have_had_none() -> None:
    assert '<th scope="row">New town</th><td class="n">none</td>' in html("enters")


def test_names_are_written_as_text() -> None:
    assert "South &amp; &lt;west&gt;" in html("rate-and-mix")


def test_a_refusal_shows_no_figure() -> None:
    shown = html("refused")
    assert "could give one away" in shown
    assert "<svg" not in shown
    assert "<table" not in shown
