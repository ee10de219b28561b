"""Whatever is typed into a framework file, the answer is a framework or a list of problems."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from perfcore.errors import FrameworkError
from perfcore.framework import Loaded
from tests.frameworks import EXAMPLE, loaded_from

LINES = EXAMPLE.read_text(encoding="utf-8").splitlines()
WORDS = st.sampled_from(
    ["no", "null", "~", "[]", "{}", "[a, {b: c}]", "{a: {b: c}}", "0", "-1", "1:30", "2020/21",
     '"2020/21"', "2020-10-12", "x", "5%", '""', "'", "*a", "&a b", "|", "!!binary x", "<<", "?",
     "9" * 40, "\t", "\u2028", "household-recycling", "waste", "red"]
)  # fmt: skip
numbers = st.integers(0, len(LINES) - 1)


def _sound(text: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            loaded = loaded_from(text, Path(folder))
        except FrameworkError as error:
            assert str(error)
            return
    _consistent(loaded, text)


def _consistent(loaded: Loaded, text: str) -> None:
    last = len(text.splitlines()) + 1
    assert (loaded.framework is None) == bool(loaded.errors)
    assert all(problem.text and 1 <= problem.line <= last for problem in loaded.problems)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(numbers, WORDS), min_size=1, max_size=4))
def test_values_replaced_by_odd_ones(changes: list[tuple[int, str]]) -> None:
    lines = list(LINES)
    for number, word in changes:
        key, colon, _ = lines[number].partition(":")
        lines[number] = f"{key}{colon} {word}"

    _sound("\n".join(lines))


@settings(max_examples=100, deadline=None)
@given(st.sets(numbers, min_size=1, max_size=30))
def test_lines_left_out(gone: set[int]) -> None:
    _sound("\n".join(line for number, line in enumerate(LINES) if number not in gone))


@settings(max_examples=100, deadline=None)
@given(numbers, st.text(max_size=40))
def test_text_typed_anywhere(number: int, typed: str) -> None:
    typed = typed.encode("utf-8", "ignore").decode("utf-8")

    _sound("\n".join([*LINES[:number], typed, *LINES[number:]]))
