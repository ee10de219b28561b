"""How do two measures share their counts: the same searches, the same days lost?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from make.making import Making
from make.model import ModelError
from make.series import HEADLINE, Amount, Key, Line, Series, total
from make.shapes import levels
from perfcore.periods import Period


def numerators_from(
    counts: Series, lines: Mapping[Key, Line], periods: Sequence[Period]
) -> dict[Key, Line]:
    """The lines with another measure's counts as numerators, wherever it has the member.

    Parameters
    ----------
    counts
        A measure of whole counts, of the same frequency.
    lines
        Amounts whose denominators are kept.
    periods
        The periods of ``lines``.
    """
    at = {period: k for k, period in enumerate(counts.periods)}
    return {
        key: tuple(
            _over(counts.lines[key][at[period]] if period in at else None, cell)
            for period, cell in zip(periods, line, strict=True)
        )
        for key, line in lines.items()
        if key in counts.lines
    }


def tied_rates(making: Making, volumes: Series) -> dict[Key, Line]:
    """Members with levels of their own over another measure's denominators, and their sum.

    Raises
    ------
    ModelError
        If a member has no level, or the other measure no such member.
    """
    model, periods = making.model, making.periods
    lines: dict[Key, Line] = {}
    for breakdown, members in model.members.items():
        for name, member in members.items():
            if not member.level or (breakdown, name) not in volumes.lines:
                raise ModelError(f"{model.file}: {model.id!r}: {name!r} cannot be tied")
            spread = model.noise or 0.0
            wanted = levels(member.level, periods, making.calendar, spread=spread, rng=making.rng)
            lines[(breakdown, name)] = _rated(making, wanted, volumes, (breakdown, name))
    return {HEADLINE: total(list(lines.values())), **lines}


def _rated(making: Making, wanted: Sequence[float], volumes: Series, key: Key) -> Line:
    scale = making.measure.scale
    at = {period: k for k, period in enumerate(volumes.periods)}
    found: list[Amount | None] = []
    for value, period in zip(wanted, making.periods, strict=True):
        cell = volumes.lines[key][at[period]] if period in at else None
        if cell is None or cell.denominator is None:
            found.append(None)
            continue
        counted = round(min(value, scale) * cell.denominator / scale)
        found.append(Amount(counted, cell.denominator))
    return tuple(found)


def _over(count: Amount | None, cell: Amount | None) -> Amount | None:
    if count is None or cell is None:
        return None
    return Amount(count.numerator, cell.denominator)
