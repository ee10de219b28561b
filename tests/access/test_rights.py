"""May each role do what it is meant to do, and nothing else?

The table is written by hand from docs/operations.md; every role meets every operation.
"""

from __future__ import annotations

import pytest

from perfcore.access.model import ROLES, WRITES, Access, Operation, Parts, Role, Rule
from perfcore.access.person import EVERYTHING, NotAllowedError, Owned, Person, person, single_user

OWNED = (
    Owned("missed-bins", "waste", "place", "Head of Waste"),
    Owned("recycling", "waste", "place", "Head of Recycling"),
    Owned("visits", "care", "adults", "Head of Care"),
)
# role: see, restricted, explain, act, remove, meet, view as, audit
TABLE: dict[Role, str] = {
    "reader": "yes no  no  no  no  no  no  no",
    "contributor": "yes no  own own no  no  no  no",
    "performance": "yes no  yes yes yes yes yes yes",
    "clerk": "yes no  no  no  no  yes no  no",
    "restricted": "yes yes no  no  no  no  no  no",
    "administrator": "yes no  yes yes yes yes yes yes",
}
CASES = [
    (role, operation, allowed)
    for role, row in TABLE.items()
    for operation, allowed in zip(Operation, row.split(), strict=True)
]


def test_the_table_names_every_role_and_operation() -> None:
    assert set(TABLE) == set(ROLES)
    assert len(CASES) == len(ROLES) * len(Operation)


@pytest.mark.parametrize(("role", "operation", "allowed"), CASES)
def test_a_role_may_do_what_the_table_says(role: Role, operation: Operation, allowed: str) -> None:
    rule = Rule(role, user="a@b", measures=("missed-bins",) if role == "contributor" else ())
    found = person(Access(rules=(rule,)), {"email": "a@b"}, OWNED)
    assert found.may(operation, ["missed-bins"]) is (allowed != "no")
    assert found.may(operation, ["visits"]) is (allowed == "yes")
    assert found.may(operation, ["visits", "missed-bins"]) is (allowed == "yes")
    if allowed == "no":
        with pytest.raises(NotAllowedError, match=f"a@b may not {operation}"):
            found.insist(operation, ["missed-bins"])
    else:
        found.insist(operation, ["missed-bins"])


@pytest.mark.parametrize("operation", Operation)
@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"email": "somebody@else"},
        {"email": ["a@b"]},
        {"email": "", "groups": ["all"]},
        {"groups": ["all"]},
        {"email": "a@b", "email_verified": False, "groups": ["all"]},
        {"email": "x@y", "groups": {"all": 1}},
        {"email": "x@y", "groups": "al"},
    ],
)
def test_without_a_rule_nothing_is_allowed(operation: Operation, claims: dict[str, object]) -> None:
    access = Access(rules=(Rule("administrator", user="a@b"), Rule("administrator", group="all")))
    assert not person(access, claims, OWNED).may(operation)


@pytest.mark.parametrize("groups", [["other", "all"], ("all",), "all"])
def test_a_group_gives_its_role(groups: object) -> None:
    access = Access(rules=(Rule("reader", group="all"),))
    assert person(access, {"email": "X@Y", "groups": groups}, OWNED).roles == {"reader"}


def test_a_contributor_has_measures_services_directorates_and_posts() -> None:
    def mine(rule: Rule) -> set[str]:
        return set(person(Access(rules=(rule,)), {"email": "a@b"}, OWNED).measures)

    assert mine(Rule("contributor", user="a@b", measures=("visits",))) == {"visits"}
    assert mine(Rule("contributor", user="a@b", services=("waste",))) == {
        "missed-bins",
        "recycling",
    }
    assert mine(Rule("contributor", user="a@b", directorates=("adults",))) == {"visits"}
    assert mine(Rule("contributor", user="a@b", posts=("Head of Waste",))) == {"missed-bins"}
    assert mine(Rule("reader", user="a@b", posts=("Head of Waste",))) == set()


def test_the_holder_of_a_post_reports_on_its_actions_and_no_others() -> None:
    rule = Rule("contributor", user="a@b", posts=("Head of Waste",))
    found = person(Access(rules=(rule,)), {"email": "a@b"}, OWNED)
    assert found.may(Operation.ACT, ["visits"], "Head of Waste")
    assert not found.may(Operation.ACT, ["visits"], "Head of Care")
    assert not found.may(Operation.ACT, [], "Head of Care")
    assert not found.may(Operation.ACT)


def test_restricted_measures_are_hidden_from_all_others() -> None:
    access = Access(
        restricted=Parts(directorates=("adults",)),
        rules=(
            Rule("administrator", user="a@b"),
            Rule("administrator", user="c@d"),
            Rule("restricted", user="c@d"),
        ),
    )
    one = person(access, {"email": "a@b"}, OWNED)
    assert one.hidden == {"visits"} and not one.may(Operation.EXPLAIN, ["visits"])
    other = person(access, {"email": "c@d"}, OWNED)
    assert other.hidden == frozenset() and other.may(Operation.EXPLAIN, ["visits"])


def test_who_views_as_somebody_else_writes_nothing() -> None:
    looking = Person("c@d", frozenset({"performance"}), hidden=frozenset({"visits"}))
    found = Person("a@b", EVERYTHING).seen_by(looking)
    assert found.may(Operation.SEE) and found.hidden == {"visits"}
    for operation in WRITES:
        with pytest.raises(NotAllowedError, match="nothing can be written"):
            found.insist(operation)


def test_the_single_user_may_do_all() -> None:
    assert all(single_user().may(operation) for operation in Operation)
