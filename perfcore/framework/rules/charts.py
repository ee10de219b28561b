"""Can a measure's control chart be drawn as its entries ask (method 5)?"""

from __future__ import annotations

from collections.abc import Iterator

from perfcore.framework.problems import Problem
from perfcore.framework.rules.draft import Draft


def ghosts_need_mdc(draft: Draft) -> Iterator[Problem]:
    """Error: a point set aside under the rule set that knows no such points."""
    if draft.framework.organisation.spc_rules != "nhsr":
        return
    for measure in draft.measures:
        if measure.spc.ghost:
            text = "the rule set nhsr sets no points aside: use spc_rules: mdc, or leave it out"
            yield draft.error(measure, "spc.ghost", text)
