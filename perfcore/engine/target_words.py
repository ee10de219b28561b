"""In which words does a status sentence explain the target and its margins?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from perfcore.engine import amounts
from perfcore.engine.boundaries import Boundaries
from perfcore.framework.model import Margin, Measure

NOTHING: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class TargetWords:
    """Pieces of the sentence for one target; ``low`` and ``high`` say which side was missed."""

    against: str
    exceptional_because: str = ""
    amber_low_because: str = ""
    amber_high_because: str = ""
    red_low_because: str = ""
    red_high_because: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a target: its end, the amber end beyond it, and how that came about."""

    target: str
    amber: str
    name: str
    how: str

    def amber_because(self, beyond: str) -> str:
        """Why a value between the two ends is amber."""
        return f"it is {beyond} {self.name} but not {beyond} {self.amber} ({self.how})"

    def red_because(self, beyond: str) -> str:
        """Why a value past the amber end is red."""
        if self.target == self.amber:
            return f"it is {beyond} {self.name}"
        return f"it is {beyond} {self.amber} ({self.how})"


def words(
    measure: Measure,
    kind: str,
    bands: Boundaries,
    tolerance: Margin | None,
    exceptional: Margin | None,
) -> TargetWords:
    """The pieces of the sentence for a target in force (method 3).

    Parameters
    ----------
    measure
        Whose target it is; gives the unit and which way is better.
    kind
        ``local``, or a word such as ``statutory`` that the sentence repeats.
    bands
        Green, amber and exceptional.
    tolerance, exceptional
        The margins in force, named in brackets; None where thresholds state the bounds.
    """
    low = _side(measure, bands, tolerance, low=True)
    high = _side(measure, bands, tolerance, low=False)
    return TargetWords(
        against=_against(measure, kind, bands),
        exceptional_because=_exceptional(measure, bands, exceptional),
        amber_low_because=low.amber_because("below") if low else "",
        amber_high_because=high.amber_because("above") if high else "",
        red_low_because=low.red_because("below") if low else "",
        red_high_because=high.red_because("above") if high else "",
    )


def _side(
    measure: Measure, bands: Boundaries, tolerance: Margin | None, *, low: bool
) -> Side | None:
    target = bands.green.low if low else bands.green.high
    amber = bands.amber.low if low else bands.amber.high
    if target is None or amber is None:
        return None
    name = _end(measure, low=low)
    return Side(
        target=amounts.bound(target, measure.unit),
        amber=amounts.bound(amber, measure.unit),
        name=f"the {name}",
        how=_how(measure, name, "−" if low else "+", tolerance, "amber threshold"),
    )


def _end(measure: Measure, *, low: bool) -> str:
    if measure.good != "range":
        return "target"
    return "lower limit" if low else "upper limit"


def _how(measure: Measure, name: str, sign: str, margin: Margin | None, stated: str) -> str:
    if measure.thresholds is not None:
        return stated
    if margin is None:
        return name
    return f"{name} {sign} {amounts.margin(margin.amount, margin.relative, measure.unit)}"


def _against(measure: Measure, kind: str, bands: Boundaries) -> str:
    article = "a target" if kind == "local" else f"a {kind} target"
    low, high = bands.green.low, bands.green.high
    if low is not None and high is not None:
        ends = (amounts.bound(low, measure.unit), amounts.bound(high, measure.unit))
        return f"{article} between {ends[0]} and {ends[1]}"
    if low is not None:
        return f"{article} of {amounts.bound(low, measure.unit)} or more"
    most = amounts.bound(high or NOTHING, measure.unit)
    if not amounts.is_counted(measure.unit, measure.decimals):
        return f"{article} of {most} or less"
    return f"{article} of {most} or fewer" if high else f"{article} of {most}"


def _exceptional(measure: Measure, bands: Boundaries, margin: Margin | None) -> str:
    best = bands.exceptional
    if best is None:
        return ""
    if best.low is not None:
        how = _how(measure, "target", "+", margin, "exceptional threshold")
        return f"it is at or above {amounts.bound(best.low, measure.unit)} ({how})"
    how = _how(measure, "target", "−", margin, "exceptional threshold")
    return f"it is at or below {amounts.bound(best.high or NOTHING, measure.unit)} ({how})"
