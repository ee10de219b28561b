"""How does the path back to green read beside what then happened?"""

from __future__ import annotations

from collections.abc import Sequence

from perfcore.present import wording
from perfcore.present.exception_words import Explained
from perfcore.register.explanations import Waypoint
from perfcore.views.measure_page import MeasurePage


def path_told(path: Sequence[Waypoint], view: MeasurePage) -> str:
    """Each point, and the figure of the period in which its day lies where there is one.

    ``80.0% by 31 Dec 2020 (was 78.2%); 60.5% by 31 Mar 2021``

    Parameters
    ----------
    path
        As the officer gave it.
    view
        The measure.
    """
    return "; ".join(_point(point, view) for point in path)


def path_that_stands(view: MeasurePage, explained: Explained) -> Sequence[Waypoint]:
    """The path to green of the measure's open exception that was explained last.

    Parameters
    ----------
    view
        The measure.
    explained
        The explanations that stand.
    """
    found = [explained.get(one.subject) for one in view.episodes if one.open]
    told = [one for one in found if one is not None]
    return max(told, key=lambda one: one.sequence).elements.path if told else ()


def _point(point: Waypoint, view: MeasurePage) -> str:
    facts = view.facts
    aim = wording.in_full(point.value, facts.unit, facts.decimals)
    said = f"{aim} by {wording.day(point.by, short=True)}"
    then = next((row for row in view.history if row.starts <= point.by <= row.ends), None)
    if then is None or then.value is None:
        return said
    return f"{said} (was {wording.in_full(then.value, facts.unit, facts.decimals)})"
