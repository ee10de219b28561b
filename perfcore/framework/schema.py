"""What may a framework file hold, in the words of JSON Schema?"""

from __future__ import annotations

from typing import Any

from perfcore.framework.keys import FRAMEWORK


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a framework file, made from the loader's own keys.

    Editors use it for completion. Whatever it accepts or refuses, the loader does too, save what
    a schema cannot say: references, dates, the rules between keys, keys that a measure may take
    from the defaults, and words without quotes that YAML 1.1 and 1.2 read differently.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Performance framework",
        "description": "What a council measures, for whom, against what, and who hears about it.",
        **FRAMEWORK.json(),
    }
