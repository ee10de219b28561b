"""How is a figure rounded, and how are several put together? (method 2)"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from perfcore.framework.model import Measure
from perfcore.periods import Period
from tests.engine_runs import Observed


@dataclass(frozen=True)
class Figure:
    """One published figure, or the reason there is none."""

    period: Period
    value: Fraction | None = None
    raw: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    marker: str = ""
    refused: bool = False
    reported_on: date | None = None
    complete: bool = True
    parts: str = ""

    @property
    def usable(self) -> bool:
        return self.value is not None and self.marker == "" and self.complete


def round_half_away(amount: Fraction, decimals: int) -> Fraction:
    """Rounded to decimals, a half away from zero."""
    scaled = abs(amount) * 10**decimals
    whole = scaled.numerator // scaled.denominator
    if scaled - whole >= Fraction(1, 2):
        whole += 1
    rounded = Fraction(whole, 10**decimals)
    return -rounded if amount < 0 else rounded


def figure_of(one: Observed, measure: Measure, period: Period, reported: date) -> Figure:
    numerator, denominator = _fraction(one.numerator), _fraction(one.denominator)
    blank = Figure(
        period, raw=_fraction(one.value), numerator=numerator, denominator=denominator,
        marker=one.marker, reported_on=reported,
    )  # fmt: skip
    if one.marker == "low":
        return replace(blank, value=Fraction(0))
    if one.marker:
        return blank
    if numerator is not None and denominator:
        value = round_half_away(numerator / denominator * measure.scale, measure.decimals)
        return replace(blank, value=value)
    if one.value is not None:
        return replace(blank, value=round_half_away(Fraction(one.value), measure.decimals))
    return replace(blank, marker="not_available", refused=True)


def together(measure: Measure, pieces: list[Figure], complete: bool, parts: str) -> Figure:
    usable = [one for one in pieces if one.value is not None]
    blank = Figure(
        pieces[0].period,
        reported_on=max(one.reported_on for one in usable),
        complete=complete,
        parts=parts,
    )
    if measure.combine == "ratio":
        if any(one.numerator is None or one.denominator is None for one in usable):
            return replace(blank, marker="not_available", refused=True)
        numerator = sum((one.numerator for one in usable), Fraction(0))
        denominator = sum((one.denominator for one in usable), Fraction(0))
        blank = replace(blank, numerator=numerator, denominator=denominator)
        if denominator == 0:
            return replace(blank, marker="not_available", refused=True)
        return replace(
            blank,
            value=round_half_away(numerator / denominator * measure.scale, measure.decimals),
        )
    total = sum((one.value if one.raw is None else one.raw for one in usable), Fraction(0))
    if measure.combine == "mean":
        return replace(blank, value=round_half_away(total / len(usable), measure.decimals))
    return replace(blank, raw=total, value=round_half_away(total, measure.decimals))


def completeness(
    parts: list[Measure],
    needed: dict[str, list[Period]],
    found: dict[str, list[Figure | None]],
) -> tuple[int, int, str]:
    present = {part: [_present(one) for one in row] for part, row in found.items()}
    several = max(len(row) for row in needed.values()) > 1
    if several and len({part.frequency for part in parts}) == 1:
        starts = sorted({one.start for row in needed.values() for one in row})
        have = sum(
            all(
                here
                for part in needed
                for one, here in zip(needed[part], present[part], strict=True)
                if one.start == start
            )
            for start in starts
        )
        return have, len(starts), parts[0].frequency.replace("_", " ") + "s"
    return sum(all(row) for row in present.values()), len(parts), "parts"


def _present(figure: Figure | None) -> bool:
    if figure is None:
        return False
    return figure.marker == "not_applicable" or (figure.value is not None and figure.complete)


def _fraction(amount: Decimal | None) -> Fraction | None:
    return None if amount is None else Fraction(amount)
