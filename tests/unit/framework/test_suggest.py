"""The nearest known word."""

from __future__ import annotations

import pytest

from perfcore.framework.suggest import did_you_mean

KNOWN = ["tolerance", "targets", "owner", "seasonal"]


@pytest.mark.parametrize(
    ("word", "remark"),
    [
        ("tolerence", " (did you mean 'tolerance'?)"),
        ("target", " (did you mean 'targets'?)"),
        ("OWNER", " (did you mean 'owner'?)"),
        ("seas", " (did you mean 'seasonal'?)"),
        ("t", ""),
        ("", ""),
        ("colour", ""),
    ],
)
def test_the_nearest_word_is_offered_if_it_is_near(word: str, remark: str) -> None:
    assert did_you_mean(word, KNOWN) == remark


def test_nothing_is_offered_where_nothing_is_known() -> None:
    assert did_you_mean("owner", []) == ""
