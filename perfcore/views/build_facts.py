"""Which build am I looking at?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perfcore.store import Store


@dataclass(frozen=True, slots=True)
class BuildFacts:
    """The one row of the table ``build``.

    Attributes
    ----------
    as_at
        The day as at which everything is computed.
    illustrative
        Whether the figures are invented.
    files, read, accepted, rejected
        Data files and rows: ``read = accepted + rejected``.
    measures, measures_with_status
        Measures in the framework, and those whose latest status is coloured.
    """

    version: str
    organisation: str
    organisation_code: str
    illustrative: bool
    as_at: date
    files: int
    read: int
    accepted: int
    rejected: int
    measures: int
    measures_with_status: int


_SQL = """
    select version, organisation, organisation_code, illustrative, as_at,
        files, read, accepted, rejected, measures, measures_with_status
    from build
"""


def build_facts(store: Store) -> BuildFacts:
    """What the warehouse was made of."""
    return store.fetch(_SQL, {}, BuildFacts)[0]
