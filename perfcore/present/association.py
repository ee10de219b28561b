"""How do two measures move together, in words? An association only, never a contribution."""

from __future__ import annotations

from typing import Final

from perfcore.present import wording
from perfcore.views.tree import Link

FEWEST: Final = 8
_REFUSED: Final = {
    "other_periods": "not compared: taken at other intervals",
    "too_few": "not compared: {n} of the {fewest} pairs of periods needed",
    "constant": "not compared: one of the two never changed",
}


def association(link: Link, frequency: str) -> str:
    """``moves with it (ρ −0.62, 2 months earlier, n 24)``, or why that is not known.

    Parameters
    ----------
    link
        An influence; empty for a part or a factor.
    frequency
        How often the influence is taken.
    """
    if link.kind != "influence":
        return ""
    if link.rho is None:
        said = _REFUSED.get(link.refusal, "")
        return said.format(n=wording.count_word(link.n), fewest=wording.count_word(FEWEST))
    rho = f"{link.rho:+.2f}".replace("-", wording.MINUS)
    noun = wording.PERIOD_NOUNS[frequency]
    when = f"{wording.plural(link.lag, noun)} earlier" if link.lag else f"in the same {noun}"
    return f"moves with it (ρ {rho}, {when}, n {link.n})"
