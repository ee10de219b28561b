"""What is needed to make one measure?"""

from __future__ import annotations

from dataclasses import dataclass

from numpy.random import Generator

from make.model import Model
from perfcore.framework.model import Measure
from perfcore.periods import Calendar, Period


@dataclass(frozen=True, slots=True)
class Making:
    """A measure, how it is made, its reported periods, and its own stream of chance."""

    measure: Measure
    model: Model
    periods: tuple[Period, ...]
    calendar: Calendar
    rng: Generator
