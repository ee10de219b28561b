"""What is said first about one measure, and what where there is no figure to show?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from perfcore.present import wording
from perfcore.present.reached import target_line
from perfcore.views.measure_page import HistoryRow, MeasureFacts, MeasurePage

LONGEST: Final = 170


@dataclass(frozen=True, slots=True)
class State:
    """Why a page has no figure, or an old one, and what happens next."""

    title: str
    sentences: tuple[str, ...]


def headline(view: MeasurePage) -> str:
    """The value, what it is compared with, and what follows; or why there is no value."""
    shown = view.shown
    if shown is None:
        return "No period of this measure has ended yet."
    if shown.value is None:
        return _without_value(view, shown)
    facts = view.facts
    parts = [f"{_value(facts, shown.value)} in {_period(facts, shown)}"]
    if view.before and view.before.value is not None:
        parts.append(_against(facts, shown.value, view.before, view.before.value))
    if verdict := _verdict(view, shown):
        parts.append(verdict)
    said = ", ".join(parts)
    late = f"{said}; {_late(view)}." if _late(view) else ""
    return late if 0 < len(late) <= LONGEST else f"{said}."


def states(view: MeasurePage) -> list[State]:
    """What the reader has to know about a figure that is missing, withheld, late or retired."""
    return [*_retired(view), *_missing(view)]


def withheld_because(facts: MeasureFacts) -> str:
    """``fewer than 5``; where the framework names no count, that it is withheld."""
    return f"fewer than {facts.disclosure_min_count}" if facts.disclosure_min_count else "withheld"


def _without_value(view: MeasurePage, shown: HistoryRow) -> str:
    facts = view.facts
    when = _period(facts, shown)
    match shown.status, shown.marker:
        case "suppressed", _:
            start = f"The figure for {when} is withheld, so that nobody can be identified"
        case "not_available", "not_applicable":
            start = f"There was nothing to measure in {when}"
        case "not_available", _:
            start = f"No figure is available for {when}"
        case "no_data", _:
            return _never_supplied(view, when)
        case _:
            return f"No figure is due yet; the first will be for {when}."
    known = [row for row in view.history if row.starts < shown.starts and row.value is not None]
    for last in known[-1:]:
        if last.value is not None:
            return (
                f"{start}; the last shown is {_value(facts, last.value)} in {_period(facts, last)}."
            )
    return f"{start}."


def _never_supplied(view: MeasurePage, when: str) -> str:
    late, owner = view.lateness, view.facts.owner
    if late and late.late_period:
        when = wording.period_key(view.facts.frequency, late.late_period)
    whose = f" from the {owner}" if owner else ""
    return f"No figure has been supplied yet; the first, for {when}, is overdue{whose}."


def _against(facts: MeasureFacts, now: Decimal, before: HistoryRow, was: Decimal) -> str:
    if now == was:
        return "the same as before"
    way = "up" if now > was else "down"
    return f"{way} from {_value(facts, was)} in {_period(facts, before)}"


def _verdict(view: MeasurePage, shown: HistoryRow) -> str:
    judged = any(target.decides for target in view.targets)
    if shown.status not in ("red", "amber", "green", "exceptional") or not judged:
        return ""
    word = wording.STATUS_WORDS[shown.status].lower()
    return f"{word} against {target_line(view)}"


def _late(view: MeasurePage) -> str:
    late = view.lateness
    if late is None or not late.late_days:
        return ""
    period = wording.period_key(view.facts.frequency, late.late_period)
    return f"the figure for {period} is {wording.plural(late.late_days, 'day')} late"


def _retired(view: MeasurePage) -> Iterator[State]:
    facts = view.facts
    if facts.retired_from:
        said = f"It is not reported from {wording.day(facts.retired_from)} on."
        reason = f"{facts.retired_reason.rstrip('.')}." if facts.retired_reason else ""
        kept = "Its history stays here." if view.history else ""
        yield State("Retired", tuple(filter(None, (said, reason, kept))))


def _missing(view: MeasurePage) -> Iterator[State]:
    shown, facts = view.shown, view.facts
    if shown is None or shown.status == "not_due":
        if not facts.retired_from:
            yield State("Not due yet", _next(view) or ("Nothing is late.",))
        return
    match shown.status, shown.marker:
        case "suppressed", _:
            why = f"It is {withheld_because(facts)}, or would give such a count away."
            if not facts.disclosure_min_count:
                why = "It could identify someone."
            yield State(
                "Withheld", (why, "It has been reported; nothing is missing.", *_next(view))
            )
        case "not_available", "not_applicable":
            yield State("Does not apply", (*_reason(view), *_next(view)))
        case "not_available", _:
            yield State("Not available", (*_reason(view), *_next(view)))
        case "no_data", _:
            yield State("Never supplied", _never(view))
        case _ if _late(view):
            yield State("Late", _late_sentences(view))


def _reason(view: MeasurePage) -> Iterator[str]:
    if view.reached and view.reached.reason:
        yield wording.capital(view.reached.reason.removeprefix("Not available: "))
    if view.shown and view.shown.note:
        yield f"{wording.capital(view.shown.note).rstrip('.')}."


def _never(view: MeasurePage) -> tuple[str, ...]:
    who = view.facts.owner or view.facts.service_name
    late = view.lateness
    days = wording.plural(late.late_days, "day") if late and late.late_days else ""
    overdue = f"The first figure is {days} overdue." if days else "The first figure is overdue."
    return (
        overdue,
        f"The {who} is asked to supply it.",
        "Until then it is counted as no data, neither on target nor off it.",
    )


def _late_sentences(view: MeasurePage) -> tuple[str, ...]:
    who = view.facts.owner or view.facts.service_name
    return (
        f"{wording.capital(_late(view))}; the {who} is asked to supply it.",
        "The last figure stays under its own period and is not carried forward.",
    )


def _next(view: MeasurePage) -> tuple[str, ...]:
    late = view.lateness
    if late is None or late.next_due is None or view.facts.retired_from:
        return ()
    period = wording.period_key(view.facts.frequency, late.next_period)
    return (f"The next figure, for {period}, is due by {wording.day(late.next_due)}.",)


def _value(facts: MeasureFacts, value: Decimal) -> str:
    return wording.in_full(value, facts.unit, facts.decimals)


def _period(facts: MeasureFacts, row: HistoryRow) -> str:
    return wording.period(facts.frequency, row.period, row.starts, short=False)
