"""Who is doing what by when, how far is it, and did it work?"""

import streamlit as st

from perfcore.errors import UserError
from perfcore.present import actions as present
from perfcore.present.action_words import Effects
from perfcore.present.tables import actions as tables
from perfcore.register.action import Step
from perfcore.register.action_rows import steps
from perfcore.ui.action_form import change_action_form
from perfcore.ui.asked import asked
from perfcore.ui.block import block
from perfcore.ui.download import download_tables
from perfcore.ui.failure import show_failure
from perfcore.ui.page_choice import choose, named_in_address, number_in_address
from perfcore.ui.register import all_written, reading
from perfcore.views.actions import ActionList, Row, Wanted, action_list, one_action
from perfcore.views.did_it_work import did_it_work

EVERY, MINE = "every", "mine"
VIEWS = {"list": "List", "board": "Board"}

ask = asked()
said = all_written()
today = ask.build.as_at


def wanted_owners(owner: str) -> tuple[str, ...]:
    """The posts whose actions are asked for."""
    if owner == MINE:
        return tuple(ask.person.posts) or ("",)
    return () if owner in ("", EVERY) else (owner,)


def view(owner: str, forum: str) -> ActionList:
    """The actions that are asked for."""
    wanted = Wanted(wanted_owners(owner), forum, ask.person.hidden)
    return action_list(ask.store, said, ask.filters, wanted, today)


def taken(action: int) -> tuple[Step, ...]:
    """Every step of an action."""
    register = reading()
    return steps(register, action) if register else ()


def effects(row: Row) -> Effects:
    """Each measure of an action before it began and after."""
    action = row.action
    ended = action.last.known.as_at if action.state != "open" else today
    return {
        one.measure: did_it_work(ask.store, one.measure, action.began.as_at, ended)
        for one in row.measures
    }


def agreed_at(row: Row) -> str:
    """The meeting at which an action was agreed, in words."""
    meeting = said.meetings.get(row.action.plan.meeting or 0)
    return present.agreed_at(meeting, named) if meeting else ""


def show_one(row: Row) -> None:
    """One action, with what can be done with it."""
    links = ask.links("actions")
    html = ask.remember(
        "action", str(row.action.id), said.state,
        answer=lambda: present.one_action(
            row, taken(row.action.id), effects(row), links, agreed_at(row)
        ),
    )  # fmt: skip
    block(html, key="action")
    change_action_form(ask, row.action)
    st.page_link("pages/actions.py", label="Every action")


def show_all() -> None:
    """The list or board, with its choices."""
    me = ",".join(sorted(ask.person.posts))
    every = ask.remember("actions of all", said.state, answer=lambda: view(EVERY, ""))
    owners = {EVERY: "Every owner"} | ({MINE: "My actions"} if ask.person.posts else {})
    owners |= {name: f"{name} ({number})" for name, number in sorted(every.owners.items())}
    place = ask.beside_filters
    owner = choose(place, "owner", "Owner", owners, 210)
    agreed = choose(place, "agreed", "Forum", {EVERY: "Every forum"} | named, 210)
    shown = choose(place, "shown", "Shown as", VIEWS, 110)
    forum = "" if agreed == EVERY else agreed
    listed = named_in_address("all", present.SECTIONS, "Show all")
    here = ask.links(
        "actions",
        owner="" if owner == EVERY else owner,
        agreed=forum,
        shown="" if shown == "list" else shown,
    )
    found = ask.remember("actions", owner, forum, me, said.state, answer=lambda: view(owner, forum))
    html = ask.remember(
        "actions shown", owner, forum, me, listed, shown, said.state,
        answer=lambda: present.actions(found, ask.links("actions"), here, listed, shown),
    )  # fmt: skip
    block(html, key="actions")
    if found.groups:
        download_tables(
            ask, "Actions", "actions", tables.TITLES, lambda: tables.tables(found), here.carried
        )


named = ask.forums()
number = st.query_params.get("action", "")
if number:
    wanted_number = number_in_address("action") or 0
    found_one = one_action(ask.store, said, wanted_number, ask.person.hidden, today)
    if found_one is None:
        show_failure(UserError(f"There is no action “{number}”."), "This action cannot be shown")
        st.page_link("pages/actions.py", label="Every action")
    else:
        show_one(found_one)
else:
    show_all()
