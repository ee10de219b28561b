"""Is the access file read as it stands, and is nobody let in by one that is wrong?"""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from perfcore.access.load import AccessError, load
from perfcore.access.model import Parts, Rule
from perfcore.cli import app
from tests.county import county

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


def check(folder: Path, text: str) -> tuple[int, str]:
    council = county(folder)
    access = written(folder, text)
    found = CliRunner().invoke(
        app,
        ["--framework", str(council.framework), "--out", str(council.out), "check"],
        env={"PERFCORE_ACCESS": str(access)},
    )
    return found.exit_code, f"{found.output}{found.exception or ''}"


def test_check_reads_it_beside_the_framework(tmp_path: Path) -> None:
    code, said = check(tmp_path, "version: 1\naccess: [{role: reader, group: all}]\n")
    assert code == 0 and "1 rule, 0 errors" in said


def test_check_names_what_is_wrong_with_it(tmp_path: Path) -> None:
    wrong = "version: 1\naccess: [{role: contributor, user: a, services: [wast]}]\n"
    code, said = check(tmp_path, wrong)
    assert code != 0 and "access.yaml:2: error" in said and "waste" in said
