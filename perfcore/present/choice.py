"""How does the reader want to see a breakdown?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from perfcore.views.contributions import Versus

LAST_YEAR: Final = "Last year"
TARGET: Final = "Target"
VERSUS: Final = {"Previous period": "before", LAST_YEAR: "year", TARGET: "target"}
_AGAINST: Final[Mapping[str, Versus]] = {
    "before": "previous",
    "year": "last-year",
    "target": "target",
}
SHOWN_AS: Final = ("Bars", "Map")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen beside the measure and the filters.

    Attributes
    ----------
    split
        The breakdown's id; empty for the measure's first.
    versus
        ``before``, ``year`` or ``target``: what the figures are compared with. Beside a target
        stand the figures of the period before.
    as_map
        A map rather than bars, where there is one.
    carried
        The same as it stands in the address, without what is chosen anyway.
    """

    split: str = ""
    versus: str = "before"
    as_map: bool = False
    carried: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def against(self) -> Versus:
        """The same as the table ``contribution`` calls it."""
        return _AGAINST[self.versus]


AS_IT_COMES: Final = Choice()
