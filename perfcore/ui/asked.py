"""What does this reader ask, of which warehouse?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from perfcore.access.person import Person
from perfcore.present.links import Links
from perfcore.store import Store
from perfcore.ui.answers import Answers
from perfcore.ui.navigation import navigation
from perfcore.views.build_facts import BuildFacts
from perfcore.views.episodes import forums
from perfcore.views.filters import Filters
from perfcore.views.outline import Outline

T = TypeVar("T")
_KEY = "perfcore_asked"
_ANSWERS = Answers(200)


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything a page needs to ask its view.

    Attributes
    ----------
    carried
        The filters as they stand in the address.
    store
        The warehouse as the reader may see it; what a page asks.
    whole
        The whole warehouse, by which it is known who the reader is.
    person
        Who asks.
    beside_filters
        The place for a page's own choices, in the row of the filters.
    """

    store: Store
    whole: Store
    person: Person
    build: BuildFacts
    outline: Outline
    filters: Filters
    carried: dict[str, str]
    beside_filters: DeltaGenerator

    def links(self, page: str = "", **more: str) -> Links:
        """Addresses that carry the filters, for the page of that path."""
        return Links(page, {**self.carried, **more})

    def forums(self) -> Mapping[str, str]:
        """The name of every forum by its id."""
        return self.remember("forum names", answer=lambda: forums(self.store))

    def remember(self, question: str, *about: str, answer: Callable[[], T]) -> T:
        """The answer to a question under these filters, asked of a warehouse only once.

        A warehouse never changes, so an answer holds for as long as its name is in use.

        Parameters
        ----------
        question
            The page or part of a page.
        about
            What else the answer depends on, such as a measure's id.
        answer
            Finds it.
        """
        key = (self.store.seen_as, question, *sorted(self.carried.items()), *about)
        return _ANSWERS.get(key, answer)


def put(asked: Asked) -> None:
    """Say what this run asks, before its page runs."""
    st.session_state[_KEY] = asked


def asked() -> Asked:
    """What this run asks; to be called once by each page.

    On a fresh server the first reader's page can be run without the app around it: Streamlit then
    still takes the folder ``pages/`` for the whole navigation. Naming the navigation puts that
    right, and the run starts again.
    """
    if _KEY not in st.session_state:
        navigation()
        st.rerun()
    found: Asked = st.session_state.pop(_KEY)
    return found
