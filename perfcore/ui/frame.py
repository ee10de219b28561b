"""What stands around a page, and what does the page ask?"""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from perfcore.settings import Settings
from perfcore.store import Store
from perfcore.ui import chrome
from perfcore.ui.asked import Asked, put
from perfcore.ui.filter_bar import filter_bar, unknown_choices
from perfcore.ui.framework_watch import framework_notice
from perfcore.views.build_facts import BuildFacts, build_facts
from perfcore.views.built_from import framework_hash
from perfcore.views.outline import Outline, outline


def frame(settings: Settings, store: Store) -> None:
    """Show name, notices and filters, and hand the page what it asks about."""
    build, headings, built_from = _facts(store)
    chrome.brand(build.organisation)
    chrome.notice(build)
    unknown = unknown_choices(headings)
    filters, carried, beside = filter_bar(headings)
    framework_notice(settings.framework, build, built_from)
    for sentence in unknown:
        st.warning(sentence)
    put(Asked(store, build, headings, filters, carried, beside))


@lru_cache(maxsize=3)
def _facts(store: Store) -> tuple[BuildFacts, Outline, str]:
    return build_facts(store), outline(store), framework_hash(store)
