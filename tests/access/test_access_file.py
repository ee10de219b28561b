"""Is the access file read as it stands, and is nobody let in by one that is wrong?"""

from __future__ import annotations

from pathlib import Path

import pytest

from perfcore.access.load import AccessError, load
from perfcore.access.model import Parts, Rule

IDS = {
    "measures": ("missed-bins", "recycling"),
    "services": ("waste",),
    "directorates": ("place",),
}
WHOLE = """
version: 1
user_claim: preferred_username
group_claim: roles
restricted: {measures: [recycling], services: [waste], directorates: [place]}
access:
  - {role: administrator, user: admin@council.example}
  - role: contributor
    group: waste
    services: [waste]
    measures: [missed-bins]
    posts: [Head of Waste]
mail:
  - {post: Head of Waste, to: waste@council.example}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "access.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_that_it_can_say(tmp_path: Path) -> None:
    found = load(written(tmp_path, WHOLE), IDS)
    assert (found.user_claim, found.group_claim) == ("preferred_username", "roles")
    assert found.restricted == Parts(("recycling",), ("waste",), ("place",))
    assert found.rules == (
        Rule("administrator", user="admin@council.example"),
        Rule(
            "contributor",
            group="waste",
            measures=("missed-bins",),
            services=("waste",),
            posts=("Head of Waste",),
        ),
    )
    assert found.mail == {"Head of Waste": "waste@council.example"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version: 1\naccess:\n  - {role: readr, user: a}\n", "3: error: access.role"),
        ("version: 1\naccess:\n  - {role: reader}\n", "name either a user or a group"),
        (
            "version: 1\naccess:\n  - {role: reader, user: a, group: b}\n",
            "either a user or a group",
        ),
        ("version: 1\naccess:\n  - {role: contributor, user: a}\n", "a contributor needs"),
        ("version: 1\naccess:\n  - {role: reader, user: a, services: [waste]}\n", "only narrows"),
        (
            "version: 1\naccess:\n  - {role: contributor, user: a, measures: [missed-bin]}\n",
            "missed-bins",
        ),
        ("version: 1\n", "access: is missing"),
        ("version: 2\naccess: []\n", "version"),
        ("version: 1\nacces: []\n", "did you mean"),
        ("version: 1\naccess: [\n", "not valid YAML"),
        ("", "empty"),
    ],
)
def test_what_is_wrong_is_named_and_nobody_is_let_in(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(AccessError) as told:
        load(written(tmp_path, text), IDS)
    assert said in str(told.value)


def test_a_missing_file_lets_nobody_in(tmp_path: Path) -> None:
    with pytest.raises(AccessError, match="no such access file"):
        load(tmp_path / "access.yaml", IDS)
