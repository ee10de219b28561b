"""How does the performance team see what somebody else sees?"""

from __future__ import annotations

import streamlit as st

from perfcore.access.model import Access, Operation, Rule
from perfcore.access.person import Person, person
from perfcore.errors import UserError
from perfcore.present.access import rule_named
from perfcore.register.audit import record_view_as
from perfcore.settings import Settings
from perfcore.ui.asked import Asked
from perfcore.ui.register import writing
from perfcore.ui.saving import save, show_outcome
from perfcore.ui.signed_in import rules, view_as
from perfcore.views.owned import owned

_KEY = "view_as"


def view_as_form(settings: Settings, ask: Asked, reader: Person) -> None:
    """Offer to view the dashboard as somebody of the access file, or as oneself again.

    Parameters
    ----------
    settings
        Where the access file is.
    ask
        What this run asks.
    reader
        The reader themselves.
    """
    show_outcome(_KEY)
    if ask.person.viewed_by:
        st.button("Be yourself again", on_click=view_as, args=(None,))
        return
    if not reader.may(Operation.VIEW_AS) or not settings.access.is_file():
        return
    try:
        access = rules(settings, ask.whole)
    except UserError as error:
        st.warning(f"The access file cannot be used. {error}")
        return
    named = {rule_named(rule): rule for rule in access.rules}
    chosen = st.selectbox("View the dashboard as", list(named), index=None, key="view_as_whom")
    if chosen is not None:
        other = _somebody(access, named[chosen], ask)
        st.button(f"View as {other.name}", on_click=_view, args=(reader, other.seen_by(reader)))


def _somebody(access: Access, rule: Rule, ask: Asked) -> Person:
    """Whom a rule describes: the person, or somebody who is in the group and nothing else."""
    name = rule.user or f"somebody in {rule.group}"
    claims: dict[str, object] = {access.user_claim: name}
    if rule.group:
        claims[access.group_claim] = [rule.group]
    return person(access, claims, owned(ask.whole))


def _view(reader: Person, other: Person) -> None:
    def view() -> None:
        record_view_as(writing(), reader, other.name)
        view_as(other)

    save(_KEY, f"You view the dashboard as {other.name}.", view)
