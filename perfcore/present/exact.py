"""How is an amount written with every digit it has and no more?"""

from __future__ import annotations

from decimal import Decimal


def exact(amount: Decimal | None) -> str:
    """An amount without trailing zeros or exponent; a dash where there is none.

    Examples
    --------
    >>> exact(Decimal("55.5000000000"))
    '55.5'
    """
    if amount is None:
        return "-"
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
