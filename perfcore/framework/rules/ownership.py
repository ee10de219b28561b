"""Does somebody answer for what matters most?"""

from __future__ import annotations

from collections.abc import Iterator

from perfcore.framework.problems import Problem
from perfcore.framework.rules.draft import Draft


def strategic_measures_have_an_owner(draft: Draft) -> Iterator[Problem]:
    """Error: a strategic measure nobody answers for."""
    for measure in draft.measures:
        if measure.level == "strategic" and not measure.owner:
            text = "is missing: a strategic measure needs the post title of its accountable officer"
            yield draft.error(measure, "owner", text)
