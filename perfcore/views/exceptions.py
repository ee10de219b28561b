"""What is known about a measure off target?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.filters import Filters
from perfcore.views.queries import query
from perfcore.views.results import Result, fetch
from perfcore.views.signals import Signal

EXCEPTIONS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a result.

    Attributes
    ----------
    note
        What the service sent with the figure; empty if nothing.
    test
        What decided the direction (method 4): ``spc``, ``newcombe``, ``poisson``, ``noise`` or
        ``none``.
    compared_value, compared_period, compared_starts
        What the direction compares the result with; None and empty where there is nothing.
    last_year_value, last_year_period, last_year_starts
        The same period a year before.
    """

    measure: str
    note: str
    test: str
    compared_value: Decimal | None
    compared_period: str
    compared_starts: date | None
    last_year_value: Decimal | None
    last_year_period: str
    last_year_starts: date | None
    variation: str = ""
    assurance: str = ""
    rule: str = ""
    run: int | None = None
    met: int | None = None
    met_of: int | None = None
    refusal: str = "no_figure"

    @property
    def signal(self) -> Signal:
        """Whether the result is signal or noise."""
        return Signal(
            self.variation, self.assurance, self.rule, self.run, self.met, self.met_of, self.refusal
        )


@dataclass(frozen=True, slots=True)
class OffTarget:
    """A measure off target.

    Attributes
    ----------
    times
        By how many times its tolerance the target was missed, more than 1; None where it has no
        tolerance.
    """

    result: Result
    times: float | None
    beside: Beside


@dataclass(frozen=True, slots=True)
class Named:
    """A measure and its name."""

    measure: str
    name: str


def exceptions(store: Store, filters: Filters) -> list[Named]:
    """Every strategic and service measure that is off target, in the order of method 9."""
    return fetch(store, "exceptions", filters, Named, {})


def beside(store: Store, results: Sequence[Result], until: date | None) -> Mapping[str, Beside]:
    """What stands beside each result that has a period, by measure.

    Parameters
    ----------
    store
        The warehouse.
    results
        The latest results of some measures.
    until
        Last day of the month that they are the latest of; None for the latest there is.
    """
    dated = [row for row in results if row.period]
    if not dated:
        return {}
    asked: dict[str, object] = {"measures": [row.measure for row in dated]}
    if until is None:
        found = store.fetch(query("beside_latest"), asked, Beside)
    else:
        found = store.fetch(query("beside"), asked | {"until": until}, Beside)
    return {row.measure: row for row in found}
