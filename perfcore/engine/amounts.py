"""How is an amount of a measure written in a sentence?"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

_BARE: Final = frozenset({"", "count", "rate", "index", "number", "score", "ratio"})
_POUNDS: Final = re.compile(
    r"(?:gbp|£)[ -]?(m|million|millions|k|thousand|thousands|bn|billion)?", re.IGNORECASE
)
_SHORT: Final = {
    "million": "m",
    "millions": "m",
    "thousand": "k",
    "thousands": "k",
    "billion": "bn",
}
MOST_DECIMALS: Final = 4


def before(unit: str) -> str:
    """What stands before the digits: ``£`` for money."""
    return "£" if _POUNDS.fullmatch(unit) else ""


def after(unit: str) -> str:
    """What stands after the digits: ``%``, ``m`` of millions of pounds, or a space and the unit."""
    if unit == "percent":
        return "%"
    if found := _POUNDS.fullmatch(unit):
        word = (found[1] or "").lower()
        return _SHORT.get(word, word)
    return "" if unit in _BARE else f" {unit}"


def after_one(unit: str) -> str:
    """As :func:`after`, for exactly one: ``1 day``, ``1 family``."""
    plural = after(unit)
    if not plural.startswith(" ") or plural.endswith("ss") or not plural.endswith("s"):
        return plural
    return f"{plural[:-3]}y" if plural.endswith("ies") else plural[:-1]


def is_counted(unit: str, decimals: int) -> bool:
    """Whether one says ``or fewer`` (10 homes) rather than ``or less`` (10%)."""
    measured = before(unit) or after(unit) == "%" or unit in ("rate", "index", "score")
    return decimals == 0 and not measured


def bound(amount: Fraction | Decimal, unit: str) -> str:
    """A boundary: with its sign of money or percent but without words, as in ``10 or fewer``."""
    words = after(unit)
    return written(Fraction(amount), before(unit), "" if words.startswith(" ") else words)


def margin(amount: Decimal, relative: bool, unit: str) -> str:
    """A margin: ``20%`` of the target, or ``2 points`` of a percentage, or ``2`` in the unit."""
    digits = written(Fraction(amount), "", "")
    if relative:
        return f"{digits}%"
    if unit == "percent":
        return f"{digits} point{'' if amount == 1 else 's'}"
    return bound(amount, unit)


def written(amount: Fraction, prefix: str, suffix: str) -> str:
    """Digits grouped by thousands, at most four decimals, none that are only zeros."""
    top, bottom = 2 * abs(amount.numerator) * 10**MOST_DECIMALS, 2 * amount.denominator
    whole, part = divmod((top + amount.denominator) // bottom, 10**MOST_DECIMALS)
    decimals = f"{part:0{MOST_DECIMALS}d}".rstrip("0")
    sign = "−" if amount < 0 and (whole or part) else ""
    return f"{sign}{prefix}{whole:,}{'.' if decimals else ''}{decimals}{suffix}"
