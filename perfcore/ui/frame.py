"""What stands around a page, and what does the page ask?"""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from perfcore.access.model import Operation
from perfcore.settings import Settings
from perfcore.store import Store
from perfcore.ui import chrome
from perfcore.ui.asked import Asked, put
from perfcore.ui.filter_bar import filter_bar, folded_filters, unknown_choices
from perfcore.ui.framework_watch import framework_notice
from perfcore.ui.meeting_switch import meeting_switch
from perfcore.ui.navigation import MEETING
from perfcore.ui.signed_in import who_is_this
from perfcore.views.build_facts import BuildFacts, build_facts
from perfcore.views.built_from import framework_hash
from perfcore.views.outline import Outline, outline


def frame(settings: Settings, whole: Store, page: str) -> None:
    """Show name, notices and filters, and hand the page what it asks about.

    Parameters
    ----------
    settings
        Where the framework file is.
    whole
        The warehouse.
    page
        The path of the page; in meeting mode everything but the filters is left out, and these
        are folded away.

    Raises
    ------
    UserError
        If the reader may see nothing here.
    """
    person = who_is_this(settings, whole)
    person.insist(Operation.SEE)
    store = seen(whole, person.hidden)
    build, headings, built_from = facts(store)
    unknown = unknown_choices(headings)
    if page == MEETING:
        filters, carried, own = folded_filters(headings)
    else:
        chrome.brand(build.organisation)
        if person.viewed_by:
            st.info(f"You view the dashboard as {person.name}. Nothing can be written.")
        with st.container(gap="xsmall"):
            chrome.notice(build)
            filters, carried, own = filter_bar(headings, meeting_switch)
    framework_notice(settings.framework, build, built_from)
    for sentence in unknown:
        st.warning(sentence)
    put(Asked(store, whole, person, build, headings, filters, carried, own))


@lru_cache(maxsize=16)
def seen(store: Store, hidden: frozenset[str]) -> Store:
    """The warehouse as a reader sees it from whom some measures are kept."""
    return store.without(hidden)


@lru_cache(maxsize=16)
def facts(store: Store) -> tuple[BuildFacts, Outline, str]:
    """What the frame says of a warehouse, and the hash of the framework that it was made from."""
    return build_facts(store), outline(store), framework_hash(store)
