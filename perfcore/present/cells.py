"""What stands in a table's cell for a measure's value, target and period?"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Protocol

from markupsafe import Markup

from perfcore.present import wording
from perfcore.views.results import Result


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


class Aimed(Figure, Protocol):
    """A figure with its target, or the bounds of a target range."""

    @property
    def target(self) -> Decimal | None: ...  # noqa: D102
    @property
    def target_low(self) -> Decimal | None: ...  # noqa: D102
    @property
    def target_high(self) -> Decimal | None: ...  # noqa: D102


class Dated(Protocol):
    """A result with the period it is for and the day it was reported."""

    @property
    def frequency(self) -> str: ...  # noqa: D102
    @property
    def period(self) -> str: ...  # noqa: D102
    @property
    def starts(self) -> date | None: ...  # noqa: D102
    @property
    def ends(self) -> date | None: ...  # noqa: D102
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


def target_of(row: Aimed) -> str:
    """The target as it stands under a value: ``target 60%``, ``target £20m to £30m``."""
    bounds = target_alone(row)
    return f"target {bounds}" if bounds else "no target"


def target_alone(row: Aimed) -> str:
    """The target or its range, without a word; empty where there is none."""
    if row.target_low is not None and row.target_high is not None:
        low = wording.amount(row.target_low, row.unit, row.decimals)
        return f"{low} to {wording.amount(row.target_high, row.unit, row.decimals)}"
    return "" if row.target is None else wording.amount(row.target, row.unit, row.decimals)


def finding(row: Result) -> str:
    """What the reason for a direction adds to the figures beside it.

    The reason begins with both figures and a colon; what follows the colon is the finding.
    """
    _, _, rest = row.reason.partition(": ")
    return wording.capital(rest or row.reason)


def said(raw: str) -> str:
    """What a rejected row said: its cells by heading, the empty ones left out."""
    try:
        cells = json.loads(raw)
    except ValueError:
        return raw
    if not isinstance(cells, dict):
        return raw
    return ", ".join(f"{name}: {cell}" for name, cell in cells.items() if cell not in (None, ""))


def reported(row: Dated) -> str:
    """The day of the report, with its year unless the period beside it says it; empty if none.

    ``reported 9 Oct`` of September 2020; ``reported 1 Apr 2020`` of 2019/20.
    """
    if row.reported_on is None:
        return ""
    elsewhere = row.ends is None or row.ends.year != row.reported_on.year
    elsewhere = elsewhere or row.frequency.endswith("year")
    return f"reported {wording.day(row.reported_on, year=elsewhere, short=True)}"


def measured_at(row: Dated) -> str:
    """The period in its short form; empty where there is no result."""
    return wording.period(row.frequency, row.period, row.starts)
