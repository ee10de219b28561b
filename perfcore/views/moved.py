"""What moved a measure, what keeps it from its target, and what would bring it back?"""

from __future__ import annotations

from dataclasses import dataclass

from perfcore.store import Store
from perfcore.views.contributions import (
    PARTS,
    Contributions,
    Versus,
    decompositions,
    lacks_counts,
    splits,
    taken_apart,
)
from perfcore.views.judged import Bands, bands
from perfcore.views.measure_page import MeasurePage
from perfcore.views.outline import Entry, Outline
from perfcore.views.reckoning import Outcome, whole_of
from perfcore.views.way_back import Goal, WayBack, had_met, way_back

BY_PARTS = Entry(PARTS, "Parts")
_GOALS: tuple[Goal, ...] = ("amber", "green")


@dataclass(frozen=True, slots=True)
class Moved:
    """A measure's change or gap by one breakdown, in the period of its latest result.

    Attributes
    ----------
    by
        The breakdown, or :data:`BY_PARTS`; None where there is nothing to take it apart by.
    without_counts
        Whether that is because it was supplied without numerator and denominator.
    chosen
        The comparison that the reader chose; None where there is no figure at all.
    gaps
        The gap to target; None where it is not taken apart.
    bands
        The boundaries in force; None where no target judges the measure.
    worst_met
        The whole if the member with the largest gap had met target; None where it is on target.
    back
        The ways back that there are: inside tolerance, then inside target.
    """

    by: Entry | None
    without_counts: bool
    chosen: Contributions | None
    gaps: Contributions | None
    bands: Bands | None
    worst_met: Outcome | None
    back: tuple[WayBack, ...]


def moved(store: Store, measure: str, by: Entry | None, period: str, versus: Versus) -> Moved:
    """What moved a measure.

    Parameters
    ----------
    store
        The warehouse.
    measure
        The measure's id.
    by
        One of its breakdowns, or :data:`BY_PARTS`; None where it has neither.
    period
        The key of a period in which it has a result.
    versus
        What its figure is compared with.
    """
    found = decompositions(store, measure, by.id, period) if by else {}
    if by is None or versus not in found:
        return Moved(by, lacks_counts(store, measure), None, None, None, None, ())
    chosen = taken_apart(store, measure, by.id, found[versus])
    judged_by = bands(store, measure, period)
    target = found["target"]
    if target.refusal or judged_by is None:
        return Moved(by, False, chosen, None, judged_by, None, ())
    gaps = chosen if versus == "target" else taken_apart(store, measure, by.id, target)
    if by == BY_PARTS:
        # parts have targets of their own: the whole's is none for one of them
        return Moved(by, False, chosen, gaps, judged_by, None, ())
    ways = [way for goal in _GOALS if (way := way_back(gaps, judged_by, goal))]
    first = next((step for way in ways for step in way.steps), None)
    worst_met = had_met(gaps, judged_by, first.row) if first else None
    return Moved(by, False, chosen, gaps, judged_by, worst_met, tuple(ways))


def first_moved(store: Store, outline: Outline, view: MeasurePage) -> Moved | None:
    """What moved a measure since the period before, by the first of what it is taken apart by.

    Parameters
    ----------
    store
        The warehouse.
    outline
        Its breakdowns.
    view
        The measure; None is returned where it has no figure, or nothing to take it apart by.
    """
    offered = splits(store, view.facts.measure)
    named = [BY_PARTS, *outline.breakdowns]
    by = next((one for one in named if one.id in offered), None)
    if by is None or view.shown is None or not view.shown.period:
        return None
    return moved(store, view.facts.measure, by, view.shown.period, "previous")


def to_suppose(found: Moved | None) -> tuple[Contributions | None, Bands | None]:
    """What a reader can suppose other values of, with the boundaries in force; None where nothing.

    The members of any comparison that is not refused: only the figures of the period count.
    """
    if found is None or found.chosen is None:
        return None, None
    for one in (found.chosen, found.gaps):
        if one is not None and one.members and whole_of(one) is not None:
            return one, found.bands
    return None, found.bands


def taken_apart_by_parts(store: Store, measure: str) -> bool:
    """Whether a measure is put together from other measures that have figures."""
    return PARTS in splits(store, measure)
