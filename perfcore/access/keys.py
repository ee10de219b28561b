"""Which keys may an access file hold?"""

from __future__ import annotations

from typing import Final

from perfcore.access.model import ROLES
from perfcore.framework.grammar.collections import Key, Listing, Record
from perfcore.framework.grammar.scalars import Choice, Reference, Text, Whole

_PARTS: Final = (
    Key("measures", Listing(Reference("measures", "measure")), "These measures."),
    Key("services", Listing(Reference("services", "service")), "The measures of these services."),
    Key("directorates", Listing(Reference("directorates", "directorate")),
        "The measures of these directorates."),
)  # fmt: skip

RULE: Final = Record((
    Key("role", Choice(ROLES), "What they may do.", required=True),
    Key("user", Text(), "Who: the value of the user claim."),
    Key("group", Text(), "Or everybody who has this value in the group claim."),
    *_PARTS,
    Key("posts", Listing(Text()), "The posts that they hold."),
))  # fmt: skip

ACCESS: Final = Record((
    Key("version", Whole(1, 1), "The version of this file's grammar: 1.", required=True),
    Key("user_claim", Text(), "The claim that names a person; email if absent."),
    Key("group_claim", Text(), "The claim that lists their groups; groups if absent."),
    Key("restricted", Record(_PARTS), "The measures that only restricted-data readers see."),
    Key("access", Listing(RULE), "Who has which role.", required=True),
    Key("mail", Listing(Record((
        Key("post", Text(), "The post.", required=True),
        Key("to", Text(), "Its address.", required=True),
    ))), "Where reminders to a post go."),
))  # fmt: skip
