"""Which measures and which time does the reader ask about?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader narrowed the pages to.

    Attributes
    ----------
    directorate, portfolio
        Ids; empty for all.
    forum
        The id of a forum, for the measures it receives; empty for all.
    until
        Last day of the month reported on: each measure shows its latest result for a period that
        ended by then. None for the latest there is.
    """

    directorate: str = ""
    portfolio: str = ""
    until: date | None = None
    forum: str = ""

    def parameters(self) -> dict[str, object]:
        """The ids as parameters of the queries that every page begins from."""
        return {"directorate": self.directorate, "portfolio": self.portfolio}
