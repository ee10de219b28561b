"""Which round values stand beside a chart's axis?"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Final

_STEPS: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


def ticks(low: Decimal, high: Decimal, most: int = 4) -> tuple[Decimal, ...]:
    """Round values, evenly spaced, that span a range.

    Parameters
    ----------
    low, high
        The range; equal bounds are given room.
    most
        How many steps there may be, 1 or more.

    Examples
    --------
    >>> [str(tick) for tick in ticks(Decimal(0), Decimal(62))]
    ['0', '20', '40', '60', '80']
    """
    if high <= low:
        high = low + (abs(low) or 1)
    step = _step((high - low) / most)
    first = math.floor(low / step)
    last = math.ceil(high / step)
    return tuple(step * number for number in range(first, last + 1))


def _step(least: Decimal) -> Decimal:
    scale = Decimal(1).scaleb(least.adjusted())
    size = next(step for step in _STEPS if step * scale >= least)
    step = size * scale
    return step.quantize(Decimal(1)) if step == step.to_integral_value() else step.normalize()
