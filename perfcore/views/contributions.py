"""What moved a measure: how much does each member account for?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, get_args

from perfcore.errors import UserError
from perfcore.store import Store
from perfcore.views.known import require, require_measure
from perfcore.views.queries import query

Versus = Literal["previous", "last-year", "target"]
VERSUS: Final[tuple[Versus, ...]] = get_args(Versus)
PARTS: Final = "parts"


@dataclass(frozen=True, slots=True)
class Decomposition:
    """The whole, what it is compared with, and whether the difference can be taken apart.

    Attributes
    ----------
    versus
        ``previous``, ``last-year`` or ``target``.
    refusal
        The code of why not; empty where it can. ``present.refused`` has the words.
    rule
        ``ratio``, ``sum``, ``mean`` or ``product``: how the members come to the whole.
    value_from, value_to
        Published values of the whole; the first is the target where that is compared with.
    has_remainder
        Whether something is withheld, or in no member.
    change
        The exact difference of the two, before rounding; None where it is refused.
    numerator, denominator
        What the whole was divided from in this period, if it was.
    """

    split: int
    first_series: int
    last_series: int
    members: int
    ordinal: int
    compared_ordinal: int | None
    has_remainder: bool
    versus: str
    refusal: str
    rule: str
    name: str
    unit: str
    decimals: int
    scale: int
    frequency: str
    good: str
    shape: str
    period: str
    starts: date
    compared_period: str
    compared_starts: date | None
    value_from: Decimal | None
    value_to: Decimal | None
    change: float | None
    numerator: Decimal | None
    denominator: Decimal | None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one member accounts for, in the measure's unit (method 6).

    Attributes
    ----------
    kind
        ``member``; ``withheld`` for all that are withheld together; ``unexplained`` for what the
        members do not add up to.
    members
        How many it stands for.
    member, name
        Its id in the data, and what readers call it.
    value_from, value_to
        Its published values; None on a side on which it does not exist.
    numerator_from ... denominator_to
        What they were divided from.
    rate_effect, mix_effect
        Of a ratio: by how well it did, and by how much of the work it had.
    contribution
        Both together, or the difference of a sum, or a factor's part of a product's change.
    """

    kind: str
    members: int
    member: str
    name: str
    value_from: Decimal | None
    value_to: Decimal | None
    numerator_from: Decimal | None
    denominator_from: Decimal | None
    numerator_to: Decimal | None
    denominator_to: Decimal | None
    rate_effect: float | None
    mix_effect: float | None
    contribution: float


@dataclass(frozen=True, slots=True)
class Contributions:
    """A difference taken apart; no rows where it is refused.

    Attributes
    ----------
    rows
        The greatest contribution first; what is withheld or unexplained last.
    """

    measure: str
    breakdown: str
    whole: Decomposition
    rows: tuple[Contribution, ...]

    @property
    def members(self) -> tuple[Contribution, ...]:
        """The rows of single members."""
        return tuple(row for row in self.rows if row.kind == "member")


@dataclass(frozen=True, slots=True)
class _Named:
    name: str


@dataclass(frozen=True, slots=True)
class _Lacks:
    lacks: bool


@dataclass(frozen=True, slots=True)
class _Period:
    period: str


def decompositions(
    store: Store, measure: str, breakdown: str, period: str
) -> dict[str, Decomposition]:
    """What a measure's figure in a period is compared with, by ``versus``; empty without data."""
    about = {"measure": measure, "breakdown": breakdown, "period": period}
    found = store.fetch(query("decompositions"), about, Decomposition)
    return {one.versus: one for one in found}


def taken_apart(store: Store, measure: str, breakdown: str, whole: Decomposition) -> Contributions:
    """The rows of one decomposition; none where it is refused.

    Parameters
    ----------
    store
        The warehouse.
    measure, breakdown
        Their ids; ``parts`` for what the measure is put together from.
    whole
        One of :func:`decompositions`.
    """
    if whole.refusal:
        return Contributions(measure, breakdown, whole, ())
    about = {"split": whole.split, "ordinal": whole.ordinal, "versus": whole.versus}
    among = {
        "compared_ordinal": whole.compared_ordinal,
        "first_series": whole.first_series,
        "last_series": whole.last_series,
        "breakdown": breakdown,
    }
    rows = store.fetch(query("contributions"), {**about, **among}, Contribution)
    if whole.has_remainder:
        rows += store.fetch(query("remainder"), about, Contribution)
    return Contributions(measure, breakdown, whole, tuple(rows))


def contributions(
    store: Store, measure: str, breakdown: str, versus: Versus, period: str | None = None
) -> Contributions:
    """A measure's change or gap by one breakdown.

    Parameters
    ----------
    store
        The warehouse.
    measure
        The measure's id.
    breakdown
        The breakdown's id, or ``parts``.
    versus
        What the figure is compared with.
    period
        Its key; None for the measure's latest.

    Raises
    ------
    UserError
        If there is no such measure, breakdown or period, or the measure is not split like that,
        or has no figure in that period.
    """
    require_measure(store, measure)
    if breakdown != PARTS:
        require(store, "breakdown", breakdown)
    _require_split(store, measure, breakdown)
    if period is not None:
        require(store, "period", period)
    asked = period or _latest(store, measure)
    found = decompositions(store, measure, breakdown, asked)
    if versus not in found:
        raise UserError(f"There is no figure of {measure!r} for {asked or 'any period'}.")
    return taken_apart(store, measure, breakdown, found[versus])


def splits(store: Store, measure: str) -> tuple[str, ...]:
    """The ids of what a measure can be taken apart by, ``parts`` among them."""
    rows = store.fetch(query("splits_to_take_apart"), {"measure": measure}, _Named)
    return tuple(row.name for row in rows)


def lacks_counts(store: Store, measure: str) -> bool:
    """Whether a measure is a ratio whose numerators and denominators were never supplied."""
    rows = store.fetch(query("whole_without_counts"), {"measure": measure}, _Lacks)
    return bool(rows) and rows[0].lacks


def _require_split(store: Store, measure: str, breakdown: str) -> None:
    known = splits(store, measure)
    if breakdown in known:
        return
    if lacks_counts(store, measure):
        raise UserError(
            f"{measure!r} cannot be taken apart: it was supplied as a ratio without its numerator "
            f"and denominator, and is not split by {breakdown!r}."
        )
    raise UserError(f"{measure!r} is not split by {breakdown!r}.{_offered(known)}")


def _offered(known: Sequence[str]) -> str:
    if not known:
        return " It has no figures by place, team or part."
    names = ", ".join(known)
    return f" It can be taken apart by: {names}."


def _latest(store: Store, measure: str) -> str:
    rows = store.fetch(query("latest_period"), {"measure": measure}, _Period)
    return rows[0].period if rows else ""
