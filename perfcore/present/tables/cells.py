"""What stands in a table taken away where a figure is expected?"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_MARKERS: Final = {
    "suppressed": "[c]",
    "not_available": "[x]",
    "not_applicable": "[z]",
    "low": "[low]",
}


def figure(value: Decimal | None, marker: str = "") -> Decimal | str | None:
    """The number, or the marker of method 2 in its place; None where there is neither."""
    if marker == "low" or value is None:
        return _MARKERS.get(marker)
    return value
