"""What is known about a measure that an explanation starts from?"""

from __future__ import annotations

from collections.abc import Iterator

from perfcore.present import one_measure
from perfcore.present.forecast import words as forecast_words
from perfcore.present.moved import words as moved_words
from perfcore.present.variation.told import told
from perfcore.views.measure_page import MeasurePage
from perfcore.views.moved import Moved


def known_facts(view: MeasurePage, moved: Moved | None) -> Iterator[str]:
    """A sentence each: its status, whether that is real, what moved it, where it will end.

    Parameters
    ----------
    view
        The measure.
    moved
        What moved it; None where it is not taken apart.
    """
    yield one_measure.headline(view)
    if found := told(view):
        yield found.verdict
    if moved and (said := moved_words.headline(moved)):
        yield said
    if view.forecast and view.forecast.ahead:
        yield f"{forecast_words.headline(view.forecast, view.facts)}."
