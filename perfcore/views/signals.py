"""Is a result signal or noise?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signal:
    """What the control chart of a measure says of one result (method 5).

    Attributes
    ----------
    variation
        ``common_cause``, or ``improvement``, ``concern`` or ``neither`` with ``_high`` or ``_low``;
        empty where the result is not tested.
    assurance
        ``pass``, ``hit_or_miss`` or ``fail``; empty without a target or a good direction.
    rule
        Which rule makes it special cause: ``single``, ``shift``, ``trend``, ``two_in_three``;
        empty for none.
    run
        How many points in a row, up to this one, the rule flags; None without a rule.
    met, met_of
        In how many of the judged results of the same process, up to this one, the target was met;
        None where none was judged.
    refusal
        Why it is not tested: ``rolling``, ``cumulative``, ``seasonal``, ``epidemic``,
        ``low_counts``, ``too_few_points``, ``too_few_since`` (a recalculation), ``ghosted`` or
        ``no_figure``; empty where it is tested.
    """

    variation: str = ""
    assurance: str = ""
    rule: str = ""
    run: int | None = None
    met: int | None = None
    met_of: int | None = None
    refusal: str = "no_figure"

    @property
    def tested(self) -> bool:
        """Whether the control chart gives a verdict."""
        return self.variation != ""

    @property
    def special(self) -> bool:
        """Whether something other than chance is at work."""
        return self.tested and self.variation != "common_cause"

    @property
    def kind(self) -> str:
        """``common_cause``, ``improvement``, ``concern``, ``neither``; empty if not tested."""
        return self.variation.removesuffix("_high").removesuffix("_low")

    @property
    def way(self) -> str:
        """``high`` or ``low`` where it is special cause, else empty."""
        return self.variation.rpartition("_")[2] if self.special else ""
