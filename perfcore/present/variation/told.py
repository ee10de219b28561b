"""What does a measure's page say about its control chart?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from markupsafe import Markup

from perfcore.present import wording
from perfcore.present.variation.drawing import Named, drawing
from perfcore.present.variation.icons import assurance_icon, variation_icon
from perfcore.present.variation.words import ASSURED, because, real, rule_words, verdict
from perfcore.views.control_chart import ChartPoint, ControlChart
from perfcore.views.measure_page import MeasureFacts, MeasurePage
from perfcore.views.signals import Signal

_SIGNALS_SHOWN: Final = 6
_KINDS: Final = {"concern": "worse", "improvement": "better", "neither": "changed"}
_NOTES: Final = {
    "recalculate": "Limits recalculated from",
    "baseline": "Limits fixed on the points up to",
    "ghost": "Set aside:",
}


@dataclass(frozen=True, slots=True)
class Fired:
    """A stretch of points that one rule flags: when, which way and by which rule."""

    when: str
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Told:
    """The section on a measure's control chart.

    Attributes
    ----------
    verdict, assurance
        Is it real, and can the process meet its target: a sentence each, with its icon.
    fired
        Which rules fired when, the latest first.
    notes
        The framework's dated entries with their reasons, and what is suggested.
    increments
        The chart of what each period added, of a running total; else nothing.
    """

    verdict_icon: Markup
    verdict: str
    assurance_icon: Markup
    assurance: str
    fired: tuple[Fired, ...]
    more_fired: int
    notes: tuple[str, ...]
    increments: Markup


def told(view: MeasurePage) -> Told | None:
    """What is said; None where the page shows no figure.

    Parameters
    ----------
    view
        What the page shows.
    """
    shown, chart = view.shown, view.control
    if shown is None or chart is None:
        return None
    signal, facts = shown.signal, view.facts
    fired = () if chart.by_increment else tuple(_fired(chart, facts))
    named = Named(
        f"{facts.name}, added in each period", facts.frequency, facts.unit, facts.decimals
    )
    return Told(
        verdict_icon=variation_icon(signal),
        verdict=_verdict(view, signal, shown.status),
        assurance_icon=assurance_icon(signal),
        assurance=_assurance(signal, facts.frequency),
        fired=fired[:_SIGNALS_SHOWN],
        more_fired=max(len(fired) - _SIGNALS_SHOWN, 0),
        notes=tuple(_notes(chart, facts)),
        increments=drawing(chart, named) if chart.by_increment else Markup(""),
    )


def _verdict(view: MeasurePage, signal: Signal, status: str) -> str:
    said = verdict(status, signal, view.facts.frequency, view.lasted)
    return said or f"{real(signal)}: {because(signal)}."


def _assurance(signal: Signal, frequency: str) -> str:
    if signal.assurance not in ASSURED:
        return ""
    said = wording.capital(ASSURED[signal.assurance])
    if signal.met is None or not signal.met_of:
        return f"{said}."
    noun = wording.PERIOD_NOUNS[frequency]
    return f"{said}: met in {signal.met} of {wording.plural(signal.met_of, noun)} judged."


def _fired(chart: ControlChart, facts: MeasureFacts) -> Iterator[Fired]:
    drawn = [one for one in chart.points if not one.ghosted]
    stretches = [
        list(part)
        for _, part in groupby(drawn, lambda one: (one.variation, one.rule, one.partition))
    ]
    for stretch in reversed(stretches):
        first, last = stretch[0], stretch[-1]
        if not first.rule:
            continue
        signal = Signal(first.variation, rule=first.rule, run=len(stretch), refusal="")
        yield Fired(_span(first, last, facts), _KINDS[signal.kind], rule_words(signal))


def _span(first: ChartPoint, last: ChartPoint, facts: MeasureFacts) -> str:
    start = wording.period(facts.frequency, first.period, first.starts)
    if first is last:
        return start
    return f"{start} to {wording.period(facts.frequency, last.period, last.starts)}"


def _notes(chart: ControlChart, facts: MeasureFacts) -> Iterator[str]:
    for note in chart.notes:
        when = wording.period(facts.frequency, note.period, note.starts)
        yield f"{_NOTES[note.kind]} {when}. {note.reason.rstrip('.')}."
    if chart.suggested_starts is not None:
        when = wording.period(facts.frequency, chart.suggested_period, chart.suggested_starts)
        yield (
            f"From {when} on, eight or more points in a row lie on one side of the mean. If the "
            "process changed for good then, the framework can recalculate the limits from there, "
            "with a reason. Nothing is recalculated until it does."
        )
