"""Is the schema that editors are given the one that the loader follows?"""

from __future__ import annotations

import json
from pathlib import Path

from perfcore.framework.schema import json_schema

ROOT = Path(__file__).parents[3]


def test_the_published_schema_is_up_to_date() -> None:
    published = (ROOT / "docs" / "measures.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == json_schema()


def test_the_framework_file_names_it_for_editors() -> None:
    first = (ROOT / "measures.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=docs/measures.schema.json"
