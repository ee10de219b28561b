"""Are the values beside an axis round, even and wide enough?"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfcore.present.ticks import ticks

AMOUNT = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=3)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("0", "62", "0 20 40 60 80"),
        ("57.1", "61.5", "56 58 60 62"),
        ("0", "0.8", "0 0.2 0.4 0.6 0.8"),
        ("-3", "9", "-5 0 5 10"),
        ("5", "5", "4 6 8 10"),
        ("0", "0", "0 0.25 0.5 0.75 1"),
    ],
)
def test_values_are_round(low: str, high: str, expected: str) -> None:
    found = ticks(Decimal(low), Decimal(high))
    assert found == tuple(map(Decimal, expected.split()))


@given(AMOUNT, AMOUNT, st.integers(1, 12))
def test_they_span_the_range_evenly_and_are_few(one: Decimal, other: Decimal, most: int) -> None:
    low, high = sorted((one, other))
    found = ticks(low, high, most)
    assert found[0] <= low
    assert high <= found[-1]
    assert len({after - before for before, after in pairwise(found)}) == 1
    assert 2 <= len(found) <= most + 2
