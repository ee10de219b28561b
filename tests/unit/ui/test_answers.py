"""Is an answer found once, kept while it is asked for, and let go in the end?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from perfcore.ui.answers import Answers


@pytest.fixture
def found() -> list[str]:
    return []


@pytest.fixture
def ask(found: list[str]) -> Callable[[str], str]:
    answers = Answers(2)

    def finds(question: str) -> str:
        found.append(question)
        return question.upper()

    return lambda question: answers.get(question, lambda: finds(question))


def test_the_same_question_is_answered_once(ask: Callable[[str], str], found: list[str]) -> None:
    assert (ask("a"), ask("a")) == ("A", "A")
    assert found == ["a"]


def test_the_one_not_asked_for_the_longest_goes_first(
    ask: Callable[[str], str], found: list[str]
) -> None:
    for question in ("a", "b", "a", "c", "a", "b"):
        ask(question)
    assert found == ["a", "b", "c", "b"]


def test_a_failure_is_not_kept() -> None:
    answers = Answers(2)
    with pytest.raises(ZeroDivisionError):
        answers.get("a", lambda: 1 // 0)
    assert answers.get("a", lambda: 1) == 1
