"""How is the quality of a measure's data told, line by line?"""

from __future__ import annotations

from collections.abc import Iterator

from perfcore.present import wording
from perfcore.views.measure_page import MeasureFacts
from perfcore.views.quality import Quality


def quality_lines(facts: MeasureFacts, found: Quality) -> Iterator[tuple[str, str]]:
    """What was supplied, how soon, and what of it is withheld, missing, provisional or restated.

    Yields
    ------
    tuple
        A heading and a short text; what is none is left out, except what is late and restated.
    """
    noun = wording.PERIOD_NOUNS[facts.frequency]
    if not found.expected:
        yield "Supplied", "Nothing is due yet"
        return
    yield "Supplied", f"{found.supplied:,} of {wording.plural(found.expected, noun)} due"
    if found.days_after is not None:
        yield "Reported", _when(found.days_after)
    yield "Late", wording.plural(found.overdue, noun) if found.overdue else "None"
    counts = (
        ("Withheld", found.withheld),
        ("Not available", found.unavailable),
        ("Does not apply", found.not_applicable),
        ("Provisional", found.provisional),
    )
    yield from ((name, wording.plural(count, noun)) for name, count in counts if count)
    yield "Restated", wording.plural(found.restated, noun) if found.restated else "None"


def _when(days: int) -> str:
    if days < 0:
        return "As a rule before the period has ended"
    return f"As a rule {wording.plural(days, 'day')} after the period ends"
