"""What does an action say: who does it, by when, how far it is, and whether it worked?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from perfcore.present import wording
from perfcore.register.action import Action, Step
from perfcore.views.actions import OPEN_GROUPS, SOON_DAYS, ActionList, Row
from perfcore.views.did_it_work import Worked

GROUPS: Final = {
    "overdue": "Overdue",
    "soon": f"Due within {SOON_DAYS} days",
    "later": "Due later",
    "closed": "Closed",
    "removed": "Removed",
}
STEPS: Final = {
    "add": "Added",
    "progress": "Progress",
    "revise": "Revised",
    "close": "Closed",
    "remove": "Removed",
}
_TESTS: Final = {
    "spc": "by its control chart",
    "newcombe": "by the 95% interval of the difference of two proportions",
    "poisson": "by the exact test of two counts, at 95%",
    "noise": "by the change that its framework calls noise",
}
_VERDICTS: Final = {
    "improved": "It improved by more than chance would make it",
    "worsened": "It became worse by more than chance would make it",
    "moved": "It moved by more than chance would make it",
    "no_clear_change": "No change that is larger than chance would make it",
}
Effects = Mapping[str, Worked | None]
NO_EFFECTS: Final[Effects] = MappingProxyType({})


def headline(view: ActionList) -> str:
    """How many actions are open and overdue.

    >>> headline(ActionList({}, {}))
    'No action is open.'
    """
    if not view.open:
        return "No action is open."
    late = len(view.groups.get("overdue", ()))
    noun = "action is" if view.open == 1 else "actions are"
    overdue = "none is overdue" if not late else f"{late:,} {'is' if late == 1 else 'are'} overdue"
    return f"{view.open:,} {noun} open, {overdue}."


def due(row: Row) -> str:
    """By when it is due, and how far off that is: ``1 Oct 2020, 11 days late``."""
    when = wording.day(row.action.plan.due, short=True)
    if row.group not in OPEN_GROUPS:
        return when
    if row.days > 0:
        return f"{when}, {wording.plural(row.days, 'day')} late"
    if row.days == 0:
        return f"{when}, today"
    return f"{when}, in {wording.plural(-row.days, 'day')}"


def slipped(action: Action) -> str:
    """How often it was put off, and from when; empty where it never was."""
    if action.plan.due == action.original_due and not action.slips:
        return ""
    first = wording.day(action.original_due, short=True)
    if not action.slips:
        return f"Brought forward from {first}"
    return f"Put off {_times(action.slips)}, first due {first}"


def latest(action: Action) -> str:
    """What was last reported of it, and when; empty where nothing was."""
    last = action.last
    if not last.note:
        return ""
    return f"{wording.day(last.at.date(), short=True)}, {STEPS[last.step].lower()}: {last.note}"


def in_one_line(action: Action, today: date) -> str:
    """Whose it is and how it stands: ``Head of Waste, due 1 Oct 2020, 11 days late``."""
    owner, when = action.plan.owner, wording.day(action.plan.due, short=True)
    if action.state != "open":
        return f"{owner}, {action.state} on {wording.day(action.last.at.date(), short=True)}"
    late = f", {wording.plural((today - action.plan.due).days, 'day')} late"
    return f"{owner}, due {when}{late if action.overdue(today) else ''}"


def step_told(step: Step, before: Step | None) -> str:
    """What a step changed beside what it says."""
    changed = []
    if before is None or step.due != before.due:
        changed.append(f"due {wording.day(step.due, short=True)}")
    if before is None or step.owner != before.owner:
        changed.append(f"owned by {step.owner}")
    return wording.capital(", ".join(changed))


def worked(found: Worked | None) -> str:
    """Whether a measure moved after the action, in words.

    Parameters
    ----------
    found
        The measure before and after; None for one that the framework no longer has.
    """
    if found is None:
        return "The framework no longer has this measure."
    pair = found.pair
    after = _figure(found, after=True)
    if found.verdict == "too_early":
        if pair.value_after is None:
            return "Too early to say: no figure for a period that began since."
        return f"{wording.capital(after)}; there is no figure from before to compare it with."
    said = _VERDICTS[found.verdict]
    if found.flagged_starts is not None:
        since = wording.period(pair.frequency, "", found.flagged_starts)
        said = f"{said}, since {since}"
    figures = f"{_figure(found, after=False)}, {after}" if pair.value_before is not None else after
    return f"{said}, {_TESTS[found.test]}: {figures}."


def _figure(found: Worked, *, after: bool) -> str:
    pair = found.pair
    if after:
        word, value, period, starts = (
            "after",
            pair.value_after,
            pair.period_after,
            pair.starts_after,
        )
    else:
        word, value = "before", pair.value_before
        period, starts = pair.period_before, pair.starts_before
    if value is None:
        return ""
    when = wording.period(pair.frequency, period, starts)
    return f"{word} {wording.in_full(value, pair.unit, pair.decimals)} ({when})"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{wording.count_word(count)} times")
