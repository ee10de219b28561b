"""What stands in a row of the council plan besides its figures?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from perfcore.present import wording
from perfcore.views.council_plan import CouncilPlan, PlanSection
from perfcore.views.results import Result

_YEARLY = ("year", "academic_year", "calendar_year")


def next_due(row: Result) -> str:
    """When a yearly measure's next figure is due; empty for one that is late or comes sooner.

    ``next due June 2021``
    """
    if row.frequency not in _YEARLY or row.late_days or row.next_due is None:
        return ""
    return f"next due {wording.month(row.next_due)}"


def also_under(view: CouncilPlan, section: PlanSection, row: Result) -> str:
    """The other priorities a measure carries: ``also under Economic growth``."""
    others = [
        one.entry.name
        for one in view.sections
        if one.entry.id in row.priorities and one.entry.id != section.entry.id
    ]
    return f"also under {wording.listed(others)}" if others else ""


def blank_because(view: CouncilPlan, row: Result) -> str:
    """Why there is no value, where a note sent with the figure says so."""
    return view.notes.get(row.measure, "") if row.value is None else ""


def counted_once(view: CouncilPlan) -> str:
    """What the totals count, where priorities share measures; empty where they share none."""
    if not view.shared:
        return ""
    verb = "stands" if view.shared == 1 else "stand"
    return (
        f"{wording.capital(wording.count_word(view.shared))} of the {view.counts.total:,} measures "
        f"{verb} under more than one priority: shown in each, counted once in the total."
    )


def yearly_note(view: CouncilPlan) -> str:
    """What annual measures show, and when the next of them is due; empty where there are none."""
    rows = [row for section in view.sections for row in section.results]
    yearly = [row for row in rows if row.frequency in _YEARLY]
    if not yearly:
        return ""
    soonest = _soonest(yearly)
    following = f" The next is due in {wording.month(soonest)}." if soonest else ""
    return f"Annual measures show the latest full year reported.{following}"


def unrated_note(view: CouncilPlan) -> str:
    """How many measures are not rated and why; empty where all are."""
    counts = view.counts
    monitored, blank = counts.by_status["monitor"], counts.by_status["no_data"]
    have = "has" if monitored == 1 else "have"
    said = [f"{monitored} {have} no target"] if monitored else []
    said += [f"{blank} {'has' if blank == 1 else 'have'} no figure to rate"] if blank else []
    if not said:
        return ""
    noun = "measure" if (monitored or blank) == 1 else "measures"
    first, *rest = said
    text = wording.listed([first.replace(" ", f" {noun} ", 1), *rest])
    return f"{text}, so {'it is' if monitored + blank == 1 else 'they are'} not rated."


def _soonest(rows: Sequence[Result]) -> date | None:
    return min((row.next_due for row in rows if row.next_due and not row.late_days), default=None)
