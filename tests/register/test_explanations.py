"""Are explanations kept whole, in every version, whoever writes at the same time?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfcore.register.audit import changes, faults
from perfcore.register.connection import Register
from perfcore.register.errors import RefusedError
from perfcore.register.explanations import (
    LONGEST,
    ConflictError,
    Elements,
    Seen,
    Subject,
    Waypoint,
    current,
    draft,
    save_draft,
    submit,
    versions,
)
from tests.people import HEAD, A, B

BINS = Subject("missed-bins", "off_target", "2020-07")
SEEN = Seen("2020-09", "warehouse-0123456789ab")
WHOLE = Elements(
    why="Three rounds were redrawn on 29 June.",
    plan="Put the old rounds back until March.",
    officer="Head of Waste",
    path=(
        Waypoint(date(2020, 12, 31), Decimal("80")),
        Waypoint(date(2021, 3, 31), Decimal("60.5")),
    ),
)


def test_a_submitted_explanation_is_the_one_that_stands(register: Register) -> None:
    assert current(register, BINS) is None
    saved = submit(register, HEAD, BINS, WHOLE, SEEN)
    assert (saved.version, saved.elements, saved.period) == (1, WHOLE, "2020-09")
    assert current(register, BINS) == saved
    better = replace(WHOLE, plan="A fourth crew.")
    again = submit(register, HEAD, BINS, better, replace(SEEN, based_on=1))
    assert again.version == 2
    assert versions(register, BINS) == [saved, again]
    assert current(register, replace(BINS, cause="special_cause")) is None


@pytest.mark.parametrize(
    ("changes_", "said"),
    [
        ({"why": "  "}, "why it is off track"),
        ({"plan": ""}, "the action plan"),
        ({"officer": ""}, "the accountable officer"),
        ({"path": ()}, "the path to green"),
        ({"path": WHOLE.path[::-1]}, "the earliest first"),
        ({"path": (WHOLE.path[0], WHOLE.path[0])}, "each day once"),
        ({"path": (Waypoint(date(2021, 1, 1), Decimal("NaN")),)}, "is not a number"),
        ({"why": "x" * (LONGEST["why"] + 1)}, "there is room for 4,000"),
        ({"plan": "a\x00b"}, "NUL"),
    ],
)
def test_nothing_partial_is_taken_for_complete(
    register: Register, changes_: dict[str, object], said: str
) -> None:
    with pytest.raises(RefusedError, match=said):
        submit(register, HEAD, BINS, replace(WHOLE, **changes_), SEEN)  # type: ignore[arg-type]
    assert current(register, BINS) is None


def test_a_draft_may_be_partial_and_is_its_authors_own(register: Register) -> None:
    save_draft(register, A, BINS, Elements(why="Because"), SEEN)
    kept = save_draft(register, A, BINS, Elements(why="Because of rain"), SEEN)
    assert draft(register, A, BINS) == kept
    assert draft(register, B, BINS) is None
    assert current(register, BINS) is None
    submit(register, A, BINS, WHOLE, SEEN)
    assert draft(register, A, BINS) is None


def test_of_two_who_write_at_once_the_second_is_told_and_loses_nothing(register: Register) -> None:
    first = submit(register, A, BINS, WHOLE, SEEN)
    other = replace(WHOLE, why="It rained.")
    with pytest.raises(ConflictError, match="A has submitted version 1 in the meantime") as told:
        submit(register, B, BINS, other, SEEN)
    assert told.value.theirs == first
    assert told.value.mine.elements == other
    assert draft(register, B, BINS) == told.value.mine
    assert current(register, BINS) == first


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=300))
def test_any_text_comes_back_as_it_was_typed(register: Register, text: str) -> None:
    kept = save_draft(register, A, BINS, Elements(why=text, plan=f"<b>{text}</b>"), SEEN)
    found = draft(register, A, BINS)
    assert found == kept and found is not None
    assert found.elements.why == text


def test_every_change_is_recorded_and_holds_together(register: Register) -> None:
    save_draft(register, A, BINS, Elements(why="Because"), SEEN)
    submit(register, A, BINS, WHOLE, SEEN)
    submit(register, B, BINS, replace(WHOLE, plan="Other"), replace(SEEN, based_on=1))
    with register.reading() as connection:
        found = list(changes(connection))
        assert list(faults(connection)) == []
    assert [(one.sequence, one.who, one.operation) for one in found] == [
        (1, "A", "explanation.draft"),
        (2, "A", "explanation.submit"),
        (3, "B", "explanation.submit"),
    ]
    assert found[1].before is None and found[2].before is not None
    assert found[2].before["plan"] == WHOLE.plan
    assert found[2].after is not None and found[2].after["plan"] == "Other"
