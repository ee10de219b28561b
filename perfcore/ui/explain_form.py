"""How does the accountable officer explain an exception?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import streamlit as st

from perfcore.access.model import Operation
from perfcore.access.person import Person
from perfcore.errors import UserError
from perfcore.present import exception_words as say
from perfcore.present.known_facts import known_facts
from perfcore.register.errors import RegisterError
from perfcore.register.explanations import (
    LONGEST,
    ConflictError,
    Elements,
    Explanation,
    Seen,
    Subject,
    Waypoint,
    current,
    draft,
    save_draft,
    submit,
)
from perfcore.ui.asked import Asked
from perfcore.ui.failure import show_failure
from perfcore.ui.register import writing
from perfcore.views.episodes import Episode
from perfcore.views.measure_page import MeasurePage
from perfcore.views.moved import first_moved

_POINTS = 4


def explain_form(ask: Asked, view: MeasurePage, explained: say.Explained) -> None:
    """Offer to explain an open exception of a measure: the four elements, as a draft or complete.

    Parameters
    ----------
    ask
        What this run asks.
    view
        The measure.
    explained
        The explanations that stand.
    """
    owed = {
        f"{say.CAUSES[one.cause]} {say.since(one)}": one for one in view.episodes if one.to_explain
    }
    if not owed or not ask.person.may(Operation.EXPLAIN, [view.facts.measure]):
        return
    asked_for = st.toggle("Explain an exception", key="explain")
    if not asked_for:
        return
    chosen = st.selectbox("Which exception", list(owed), key="explain_which")
    try:
        _form(ask, view, owed[chosen], explained)
    except UserError as error:
        show_failure(error, "Nothing can be written here")


def _form(ask: Asked, view: MeasurePage, one: Episode, explained: say.Explained) -> None:
    subject = one.subject
    known = _saved_before(ask, subject)
    key = f"explain_{subject}"
    began = st.session_state.setdefault(f"{key}_based_on", known.began_from if known else 0)
    seen = Seen(view.shown.period if view.shown else "", ask.store.name, began)
    st.caption(f"{say.owed(one, explained)}. You write as: {ask.person.name}.")
    with st.container(gap="xxsmall"):
        for fact in known_facts(view, first_moved(ask.store, ask.outline, view)):
            st.text(fact)
    _show_outcome(key)
    with st.form(key, enter_to_submit=False, border=False):
        _fields(key, known, one)
        with st.container(horizontal=True, gap="small"):
            for label, keep in (("Submit explanation", submit), ("Save as draft", save_draft)):
                st.form_submit_button(
                    label,
                    on_click=_save,
                    args=(ask.person, key, subject, seen, keep),
                )


def _saved_before(ask: Asked, subject: Subject) -> Explanation | None:
    """The reader's draft, or else the version that stands.

    Where the register cannot be read the form is drawn all the same, for a field that is not drawn
    loses what was typed into it.
    """
    try:
        register = writing()
        return draft(register, ask.person, subject) or current(register, subject)
    except RegisterError as error:
        show_failure(error, "What was saved before cannot be shown")
        return None


def _fields(key: str, known: Explanation | None, one: Episode) -> None:
    was = known.elements if known else Elements(officer=one.owner)
    st.text_area("Why it is off track", was.why, max_chars=LONGEST["why"], key=f"{key}_why")
    st.text_area("Action plan", was.plan, max_chars=LONGEST["plan"], key=f"{key}_plan")
    st.text_input(
        "Accountable officer, a post",
        was.officer,
        max_chars=LONGEST["officer"],
        key=f"{key}_officer",
    )
    st.caption("Path to green: which value by which day, the earliest first. Rows may stay empty.")
    for place in range(_POINTS):
        point = was.path[place] if place < len(was.path) else None
        with st.container(horizontal=True, gap="small"):
            st.date_input(
                f"By, {place + 1}",
                point.by if point else None,
                format="DD/MM/YYYY",
                key=f"{key}_by_{place}",
                width=200,
            )
            st.number_input(
                f"Value, {place + 1}",
                value=float(point.value) if point else None,
                key=f"{key}_value_{place}",
                width=200,
            )


def _typed(key: str) -> Elements:
    said = {name: st.session_state[f"{key}_{name}"] for name in LONGEST}
    return Elements(**said, path=tuple(_path(key)))


def _path(key: str) -> Iterator[Waypoint]:
    for place in range(_POINTS):
        by: date | None = st.session_state[f"{key}_by_{place}"]
        value: float | None = st.session_state[f"{key}_value_{place}"]
        if by is not None and value is not None:
            yield Waypoint(by, Decimal(f"{value:.10f}").normalize())


def _save(
    who: Person, key: str, subject: Subject, seen: Seen, keep: Callable[..., Explanation]
) -> None:
    """Keep what was typed, before the page is drawn again; what it says then is remembered."""
    outcome: Explanation | UserError
    try:
        outcome = keep(writing(), who, subject, _typed(key), seen)
    except UserError as error:
        outcome = error
    if isinstance(outcome, ConflictError):
        st.session_state[f"{key}_based_on"] = outcome.theirs.version
    elif isinstance(outcome, Explanation):
        st.session_state[f"{key}_based_on"] = outcome.began_from
    st.session_state[f"{key}_outcome"] = outcome


def _show_outcome(key: str) -> None:
    match st.session_state.pop(f"{key}_outcome", None):
        case Explanation(version=None):
            st.success("Kept as your draft.")
        case Explanation(version=version):
            st.success(f"Submitted: version {version} stands.")
        case ConflictError(theirs=theirs) as told:
            show_failure(told, "Somebody else was first")
            st.text(f"Why: {theirs.elements.why}\nPlan: {theirs.elements.plan}")
        case UserError() as error:
            show_failure(error, "Not saved; what you typed is still here")
