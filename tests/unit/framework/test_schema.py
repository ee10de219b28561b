"""The JSON Schema, which must agree with the loader."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from perfcore.framework.schema import json_schema
from tests.frameworks import EXAMPLE, loaded_from, measures_text
from tests.unit.framework.test_shipped import ROOT, SHIPPED


def _as_an_editor_reads(text: str) -> Any:
    """YAML as editors read it, by the rules of version 1.2: no dates, no sexagesimal numbers."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {}
    for tag, pattern, first in (
        ("bool", r"true|false", "tf"),
        ("null", r"null|~|", "n~\0"),
        ("int", r"[-+]?[0-9]+", "-+0123456789"),
        ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
    ):
        whole = re.compile(f"^(?:{pattern})$")
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", whole, [*first, ""])
    return yaml.load(text, Loader)


def _faults(text: str) -> list[str]:
    validator = Draft202012Validator(json_schema())
    return [error.message for error in validator.iter_errors(_as_an_editor_reads(text))]


def test_it_is_a_schema_of_its_draft() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("path", [EXAMPLE, *(ROOT / name for name in SHIPPED)])
def test_a_framework_without_a_problem_obeys_it(path: Path) -> None:
    assert _faults(path.read_text(encoding="utf-8")) == []


def test_every_key_says_what_it_is_for() -> None:
    def properties(schema: Any) -> list[tuple[str, Any]]:
        if isinstance(schema, list):
            return [found for one in schema for found in properties(one)]
        if not isinstance(schema, dict):
            return []
        own = list(schema["properties"].items()) if "properties" in schema else []
        return own + [found for value in schema.values() for found in properties(value)]

    found = properties(json_schema())

    assert len(found) > 100
    assert [name for name, schema in found if not schema.get("description")] == []


ACCEPTED = [
    "tolerance: 5%",
    "tolerance: 2.5",
    "tolerance: 0",
    'tolerance: [{from: "2019/20", value: 2 %}]',
    "due_after: 20 days",
    "due_after: 1 day",
    "due_after: 0",
    "owner: null",
    "owner:",
    "targets: [{from: 2020-04, value: -1.5}]",
    "targets: [{from: 2020, value: 1}]",
    "disclosure: null",
    "scale: 1000",
    "decimals: 6",
]
REFUSED = [
    "tolerence: 5%",
    "tolerance: five",
    "tolerance: -1",
    "exceptional: 0",
    "level: top",
    "good: no",
    "public: yes",
    "due_after: soon",
    "due_after: -1",
    "scale: 10",
    "decimals: 7",
    "decimals: 1.5",
    "name: 2020",
    'name: ""',
    "breakdowns: team",
    "disclosure: {round_to: 5}",
    "spc: {recalculate: [{from: 2020-04}]}",
    "retired: 2020-03",
    'targets: [{from: "2020/21", range: [1, 2, 3]}]',
    'targets: [{from: "2020/21", value: "60"}]',
    'targets: [{from: "2020/21", profile: {april: 1}}]',
]


@pytest.mark.parametrize("keys", ACCEPTED)
def test_the_schema_and_the_loader_accept_alike(tmp_path: Path, keys: str) -> None:
    text = measures_text(m=keys)

    assert _faults(text) == []
    assert loaded_from(text, tmp_path).errors == ()


@pytest.mark.parametrize("keys", REFUSED)
def test_the_schema_and_the_loader_refuse_alike(tmp_path: Path, keys: str) -> None:
    text = measures_text(m=keys)

    assert _faults(text) != []
    assert loaded_from(text, tmp_path).errors != ()
