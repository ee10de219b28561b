"""What do the council plan, a priority and the budget say first, each in one sentence?

Verbs stand in the past tense or are left out, because a measure's name can be one thing or many.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from perfcore.present import wording
from perfcore.present.cells import target_alone
from perfcore.present.headlines import LONGEST, off_target
from perfcore.views.council_plan import CouncilPlan, PlanSection
from perfcore.views.counts import RATED
from perfcore.views.results import Result

_MOVED: Final = {"up": "rose to", "down": "fell to"}
_CLEAR: Final = ("improving", "worsening", "rising", "falling")


def council_plan(view: CouncilPlan) -> str:
    """How many plan measures are off target, under which priorities most, and which have none."""
    start = off_target(view.counts, "rated Council Plan measures")
    if not view.counts.rated:
        return start
    clear = [one for one in view.sections if one.counts.rated and not one.counts.red]
    none = f", while {_names(clear)} {_has(clear)} none" if clear else ""
    if not view.counts.red:
        return f"{start}."
    most = f"; {_most(view.sections)}"
    return _first_that_fits(f"{start}{most}{none}.", f"{start}{most}.", f"{start}.")


def priority(results: Sequence[Result]) -> str:
    """What a priority says in one line: what is worst and what is best, or the other way about."""
    rated = [row for row in results if row.status in RATED]
    if not results:
        return "No measures match the filters."
    if not rated:
        return "No measure here is rated yet."
    red = [row for row in rated if row.status == "red"]
    best = min(filter(_is_good_news, rated), key=_merit, default=None)
    return _worst_first(red, best, len(rated)) if red else _best_first(rated, best)


def budget(view: CouncilPlan) -> str:
    """What the council's money says beside the plan."""
    return priority(view.budget)


def _worst_first(red: Sequence[Result], best: Result | None, rated: int) -> str:
    worst, *others = sorted(red, key=_urgency)
    start = f"{worst.name} {_stood(worst)}{_against(worst)}"
    also = _more(others)
    newly = ", newly off target" if _is_new(worst) else ""
    good = f", with {best.name} {_praise(best)}" if best else ""
    count = wording.capital(wording.count_word(len(red)))
    return _first_that_fits(
        f"{start}{newly}{also}{good}.",
        f"{start}{newly}{also}.",
        f"{start}.",
        f"{count} of {rated} rated measures {'is' if len(red) == 1 else 'are'} off target.",
    )


def _best_first(rated: Sequence[Result], best: Result | None) -> str:
    within = sum(row.status == "amber" for row in rated)
    verb = "is" if within == 1 else "are"
    nothing = "nothing is off target"
    inside = f"{wording.count_word(within)} {verb} within tolerance" if within else ""
    calm = f"{nothing} and {inside}" if within else nothing
    if best is None:
        return f"{wording.capital(calm)}."
    return _first_that_fits(
        f"{best.name} {_stood(best)}{_against(best)}; {calm}.", f"{wording.capital(calm)}."
    )


def _first_that_fits(*sentences: str) -> str:
    return next((one for one in sentences if len(one) <= LONGEST), sentences[-1])


def _stood(row: Result) -> str:
    value = wording.shown_value(row.value, row.marker, row.unit, row.decimals)
    moved = _MOVED.get(row.arrow, "") if row.direction in _CLEAR else ""
    return f"{moved or 'stood at'} {value} {wording.unit_word(row.unit, row.value)}".rstrip()


def _against(row: Result) -> str:
    target = target_alone(row)
    return f" against a target of {target}" if target else ""


def _more(others: Sequence[Result]) -> str:
    if not others:
        return ""
    new = sum(map(_is_new, others))
    count, verb = wording.count_word(len(others)), "is" if len(others) == 1 else "are"
    if new == len(others):
        return f", and {count} more {verb} newly off target"
    newly = f", {wording.count_word(new)} newly so" if new else ""
    return f", and {count} more {verb} off target{newly}"


def _praise(best: Result) -> str:
    value = wording.in_full(best.value, best.unit, best.decimals) if best.value is not None else ""
    if best.status == "exceptional":
        return f"exceeding target at {value}"
    if best.previous_status == "red":
        return f"back on target at {value}"
    return f"improving to {value}"


def _is_new(row: Result) -> bool:
    return row.previous_status not in ("", "red")


def _is_good_news(row: Result) -> bool:
    if row.status == "exceptional":
        return True
    return row.status == "green" and (row.direction == "improving" or row.previous_status == "red")


def _urgency(row: Result) -> tuple[bool, bool, int]:
    return (row.level != "strategic", row.direction != "worsening", row.position)


def _merit(row: Result) -> tuple[bool, bool, int]:
    return (row.level != "strategic", row.status != "exceptional", row.position)


def _most(sections: Iterable[PlanSection]) -> str:
    ranked = sorted(sections, key=lambda one: one.counts.red, reverse=True)
    top = [one for one in ranked if one.counts.red == ranked[0].counts.red]
    count = wording.count_word(ranked[0].counts.red)
    if len(top) > 1:
        return f"{_names(top)} have {count} each"
    return f"{top[0].entry.name} has the most, with {count}"


def _names(sections: Sequence[PlanSection]) -> str:
    if len(sections) > 2:
        return f"{wording.count_word(len(sections))} priorities"
    return wording.listed([one.entry.name for one in sections])


def _has(sections: Sequence[PlanSection]) -> str:
    return "has" if len(sections) == 1 else "have"
