"""How does the reader want to see a breakdown?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

VERSUS: Final = {"Previous period": "before", "Last year": "year"}
SHOWN_AS: Final = ("Bars", "Map")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen beside the measure and the filters.

    Attributes
    ----------
    split
        The breakdown's id; empty for the measure's first.
    versus
        ``before`` or ``year``: which earlier figures stand beside the current ones.
    as_map
        A map rather than bars, where there is one.
    carried
        The same as it stands in the address, without what is chosen anyway.
    """

    split: str = ""
    versus: str = "before"
    as_map: bool = False
    carried: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


AS_IT_COMES: Final = Choice()
