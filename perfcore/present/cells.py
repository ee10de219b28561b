"""What stands in a table's cell for a measure's value, target and period?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Protocol

from markupsafe import Markup

from perfcore.present import wording


class Figure(Protocol):
    """A value with what is needed to write it down."""

    @property
    def value(self) -> Decimal | None: ...  # noqa: D102
    @property
    def marker(self) -> str: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def decimals(self) -> int: ...  # noqa: D102


class Dated(Protocol):
    """A result with the period it is for and the day it was reported."""

    @property
    def frequency(self) -> str: ...  # noqa: D102
    @property
    def period(self) -> str: ...  # noqa: D102
    @property
    def starts(self) -> date | None: ...  # noqa: D102
    @property
    def reported_on(self) -> date | None: ...  # noqa: D102


def latest(row: Figure) -> Markup:
    """The value, its unit smaller."""
    text = wording.shown_value(row.value, row.marker, row.unit, row.decimals)
    if row.value is None and text == "None yet":
        return Markup('<span class="v-none">{}</span>').format(text)
    unit = wording.unit_word(row.unit, row.value)
    small = Markup('<span class="u"> {}</span>').format(unit) if unit and row.value else ""
    return Markup('<span class="v">{}{}</span>').format(text, small)


def target_of(target: Decimal | None, unit: str, decimals: int) -> str:
    """The target as it stands under a value."""
    return "no target" if target is None else f"target {wording.amount(target, unit, decimals)}"


def measured_at(row: Dated) -> str:
    """The period in its short form; empty where there is no result."""
    return wording.period(row.frequency, row.period, row.starts)
