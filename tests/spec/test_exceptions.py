"""Exceptions as episodes: the cases of method 10, worked by hand."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exception_runs import Given, Rule, episodes, month
from tests.oracle.episodes import run_lengths, walk

SHORT = {"r": "red", "a": "amber", "g": "green", "e": "exceptional", "-": "no_data", ".": "not_due"}


def statuses(letters: str) -> list[str]:
    return [SHORT[letter] for letter in letters]


def found(connection: duckdb.DuckDBPyConnection, cause: str = "off_target") -> list[tuple]:
    return connection.execute(
        """
        select opened, closed, periods, reopenings from exception
        where cause = ? order by opened_starts
        """,
        [cause],
    ).fetchall()


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("gggg", []),
        ("grrg", [("2018-05", "2018-07", 2, 0)]),
        ("grrr", [("2018-05", "", 3, 0)]),
        # within its tolerance is back
        ("rra", [("2018-04", "2018-06", 2, 0)]),
        # closed in May, three periods later red again: the same one
        ("rggr", [("2018-04", "", 2, 1)]),
        ("rgggr", [("2018-04", "", 2, 1)]),
        # and four periods later another
        ("rggggr", [("2018-04", "2018-05", 1, 0), ("2018-09", "", 1, 0)]),
        # what is missing or not due says neither
        ("r--r", [("2018-04", "", 2, 0)]),
        ("r-.", [("2018-04", "", 1, 0)]),
    ],
)
def test_off_target_is_one_episode_until_it_is_back(letters: str, expected: list[tuple]) -> None:
    assert found(episodes([Given("m", statuses(letters))])) == expected


def test_it_closes_after_as_many_periods_as_the_framework_asks() -> None:
    connection = episodes([Given("m", statuses("rgrrggg"))], close_after=2)
    assert found(connection) == [("2018-04", "2018-09", 3, 0)]


def test_nothing_continues_where_the_framework_says_so() -> None:
    connection = episodes([Given("m", statuses("rgr"))], continue_within=0)
    assert [row[0] for row in found(connection)] == ["2018-04", "2018-06"]


def test_amber_is_an_exception_only_by_a_rule_that_counts_red_as_no_better() -> None:
    rule = Rule("amber", "slt", periods=3)
    assert found(episodes([Given("m", statuses("aag"))], [rule])) == []
    assert found(episodes([Given("m", statuses("aaag"))], [rule])) == [("2018-06", "2018-07", 1, 0)]
    connection = episodes([Given("m", statuses("araag"))], [rule])
    assert found(connection) == [("2018-05", "2018-08", 3, 0)]


@pytest.mark.parametrize(
    ("cause", "one"),
    [
        ("exceptional", Given("m", statuses("geeg"))),
        ("no_data", Given("m", statuses("g--g"))),
        ("special_cause", Given("m", statuses("gggg"), ["common_cause", "concern_low",
                                                       "concern_high", "improvement_low"])),
        ("cannot_meet", Given("m", statuses("gggg"), assurances=["pass", "fail", "fail", "pass"])),
    ],
)  # fmt: skip
def test_every_cause_has_its_own_episodes(cause: str, one: Given) -> None:
    assert found(episodes([one]), cause) == [("2018-05", "2018-07", 2, 0)]


def test_a_forecast_to_miss_is_said_of_the_newest_figure() -> None:
    assert found(episodes([Given("m", statuses("gg"), chance=0.19)]), "forecast_to_miss") == [
        ("2018-05", "", 1, 0)
    ]
    assert found(episodes([Given("m", statuses("gg"), chance=0.2)]), "forecast_to_miss") == []
    bolder = episodes([Given("m", statuses("gg"), chance=0.2)], miss_below=50)
    assert len(found(bolder, "forecast_to_miss")) == 1


def test_it_ends_with_the_measure() -> None:
    connection = episodes([Given("m", statuses("grr"), retired_from=date(2018, 7, 1))])
    assert connection.execute("select closed, ended from exception").fetchall() == [
        ("2018-06", "retired")
    ]


def test_the_ladder_is_climbed_rule_by_rule() -> None:
    ladder = [
        Rule("red", "directorate"),
        Rule("red", "slt", periods=2),
        Rule("red", "cabinet", periods=4, level="strategic"),
        Rule("red", "place-overview", periods=3, directorate="place"),
        Rule("red", "people-overview", periods=3, directorate="adults"),
    ]
    connection = episodes([Given("m", statuses("grrrrg"))], ladder)
    assert connection.execute("select escalated_to from exception").fetchall() == [
        ("place-overview",)
    ]
    assert connection.execute("select forum, since from exception_forum").fetchall() == [
        ("place-team", month(1)),
        ("slt", month(2)),
        ("place-overview", month(3)),
    ]


def test_what_no_rule_speaks_of_goes_to_the_directorates_own_team() -> None:
    connection = episodes(
        [
            Given("fails", statuses("gg"), assurances=["fail", "fail"]),
            Given("late", statuses("g-"), directorate="adults"),
        ],
        [Rule("red", "slt")],
    )
    assert connection.execute(
        "select measure, escalated_to, escalated_as from exception"
    ).fetchall() == [("fails", "place-team", "exception"), ("late", "", "data")]


def test_what_it_remembers() -> None:
    connection = episodes([Given("m", statuses("grgrgggg"))])
    assert connection.execute("select period, holds from exception_period").fetchall() == [
        ("2018-05", True),
        ("2018-06", False),
        ("2018-07", True),
        ("2018-08", False),
    ]


def test_it_could_be_known_from_the_day_of_its_first_figure() -> None:
    connection = episodes([Given("m", statuses("g-")), Given("n", statuses("gr"))])
    # May 2018 was due twenty days after its end, and June's report came on the ninth
    assert connection.execute("select measure, known_on from exception").fetchall() == [
        ("m", date(2018, 6, 21)),
        ("n", date(2018, 6, 9)),
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("raage-.", min_size=1, max_size=24), min_size=1, max_size=4),
    st.integers(1, 3),
    st.integers(0, 4),
    st.integers(1, 4),
)
def test_episodes_are_what_walking_through_the_periods_finds(
    several: list[str], close_after: int, continue_within: int, amber_for: int
) -> None:
    connection = episodes(
        [Given(f"m{place}", statuses(letters)) for place, letters in enumerate(several)],
        [Rule("amber", "slt", periods=amber_for)],
        close_after=close_after,
        continue_within=continue_within,
    )
    for place, letters in enumerate(several):
        for cause in ("off_target", "exceptional", "no_data"):
            expected = walk(points(letters, cause, amber_for), close_after, continue_within)
            asked = [f"m{place}", cause]
            assert connection.execute(
                """
                select opened_starts, last_held_starts, periods, reopenings, closed_starts
                from exception where measure = ? and cause = ? order by opened_starts
                """,
                asked,
            ).fetchall() == [
                (one.opened, one.last, one.held, one.reopenings, one.closed) for one in expected
            ]
            assert connection.execute(
                """
                select starts, holds from exception_period
                where measure = ? and cause = ? order by opened, starts
                """,
                asked,
            ).fetchall() == [pair for one in expected for pair in one.remembered]


def points(letters: str, cause: str, amber_for: int) -> list[tuple[date, bool]]:
    every = list(enumerate(letters))
    if cause == "no_data":
        return [(month(place), letter == "-") for place, letter in every if letter != "."]
    judged = [(place, letter) for place, letter in every if letter in "rage"]
    if cause == "exceptional":
        return [(month(place), letter == "e") for place, letter in judged]
    lasting = run_lengths([letter for _, letter in judged], frozenset("ra"))
    return [
        (month(place), letter == "r" or run >= amber_for)
        for (place, letter), run in zip(judged, lasting, strict=True)
    ]
