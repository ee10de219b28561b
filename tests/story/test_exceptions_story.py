"""Which exceptions does the illustrative council have, and who has heard of them?"""

from __future__ import annotations

from datetime import date

from perfcore.store import Store
from perfcore.views.episodes import episodes, episodes_of, forums_heard
from perfcore.views.filters import Filters


def test_plans_in_20_weeks_have_been_off_target_a_year_and_reached_members(store: Store) -> None:
    found = {one.cause: one for one in episodes_of(store, "ehc-plans-20-weeks") if one.open}
    assert set(found) == {"off_target", "special_cause", "forecast_to_miss"}
    off_target = found["off_target"]
    assert off_target.opened == "2019-09" and off_target.periods == 13
    assert [rung["name"] for rung in off_target.ladder] == [
        "Children's directorate leadership team",
        "Senior Leadership Team",
        "Performance leadership group",
        "Cabinet",
        "People and Health Overview Committee",
    ]


def test_the_contact_centre_is_back_since_the_last_meeting(store: Store) -> None:
    latest = episodes_of(store, "contact-centre-wait")[0]
    assert (latest.cause, latest.opened, latest.closed) == ("off_target", "2020-03", "2020-09")
    then = episodes_of(store, "contact-centre-wait", date(2020, 8, 31))[0]
    assert then.open and then.periods == latest.periods


def test_contacts_made_online_are_celebrated_with_the_leadership_group(store: Store) -> None:
    good = {one.name: one for one in episodes(store, Filters()).open["exceptional"]}
    for name in ("Contacts made online", "Social worker posts held by permanent staff"):
        assert good[name].forum_name == "Performance leadership group"
        assert good[name].escalated_as == "celebrate" and good[name].periods >= 3
        assert not good[name].to_explain


def test_every_forum_is_asked_what_it_has_heard(store: Store) -> None:
    for forum in forums_heard(store, Filters()):
        found = episodes(store, Filters(forum=forum.id))
        assert found.number == forum.number
