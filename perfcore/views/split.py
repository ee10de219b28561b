"""How does a measure stand by place, team or the like?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from perfcore.store import Store
from perfcore.views.outline import Entry
from perfcore.views.queries import query
from perfcore.views.results import Result
from perfcore.views.trends import Trend, member_trends

_KNOWN_BY_STATUS = ("suppressed", "no_data", "not_due")
_JUDGED = ("ratio", "mean")


@dataclass(frozen=True, slots=True)
class Member:
    """A place, team or the like in the period shown; the council itself has no name.

    Attributes
    ----------
    value_before, value_last_year
        The figures of the period before this one, and of the same period a year earlier.
    parts
        How much of an incomplete figure there is, such as ``2 of 3 months``; empty if all.
    """

    member: str
    value: Decimal | None
    value_before: Decimal | None
    value_last_year: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    status: str
    direction: str
    arrow: str
    marker: str
    parts: str


@dataclass(frozen=True, slots=True)
class Hexagon:
    """Where a member stands on a map of equal hexagons.

    Attributes
    ----------
    layout
        How its column ``q`` and row ``r`` are meant: ``odd-r``, ``even-r``, ``odd-q`` or
        ``even-q`` of HexJSON, rows counted upwards.
    parent
        The larger place in which it lies, or nothing.
    """

    code: str
    name: str
    layout: str
    q: int
    r: int
    parent: str


@dataclass(frozen=True, slots=True)
class SplitFacts:
    """What is known of the measure and of the periods compared.

    Attributes
    ----------
    min_count
        Counts under this are withheld; 0 where none are.
    before_period, year_period
        The keys of the period before and of a year earlier; empty where there is none.
    """

    combine: str
    min_count: int
    starts: date
    before_period: str
    before_starts: date | None
    year_period: str
    year_starts: date | None

    @property
    def judged(self) -> bool:
        """Whether the council's target is one for its members: a sum's is not (method 3)."""
        return self.combine in _JUDGED


@dataclass(frozen=True, slots=True)
class Split:
    """A measure by the members of one breakdown, in the period of its latest result.

    Attributes
    ----------
    members
        Those furthest from good first where the measure says what is good, else the highest
        first; those without a figure last.
    council
        The council's own figure in that period.
    trends
        The last points of each member, by name; the council's under the empty name.
    hexagons
        Where members stand on a map, by name; empty where there is no map.
    reasons
        Why a member has no figure, by name, where its status does not say.
    """

    breakdown: Entry
    period: str
    facts: SplitFacts
    members: tuple[Member, ...]
    council: Member
    trends: Mapping[str, Trend]
    hexagons: Mapping[str, Hexagon]
    reasons: Mapping[str, str]

    @property
    def valued(self) -> tuple[Member, ...]:
        """The members that have a figure, in their order."""
        return tuple(member for member in self.members if member.value is not None)


@dataclass(frozen=True, slots=True)
class _Reason:
    member: str
    sentence: str


def split_by(store: Store, result: Result, breakdown: Entry) -> Split:
    """A measure by one breakdown.

    Parameters
    ----------
    store
        The warehouse.
    result
        The measure's latest result, which has a period.
    breakdown
        A breakdown that the measure has.
    """
    measure, period = result.measure, result.period
    about = {"measure": measure, "breakdown": breakdown.id, "period": period}
    council, *members = store.fetch(query("members"), about, Member)
    facts = store.fetch(query("split_facts"), {"measure": measure, "period": period}, SplitFacts)
    places = store.fetch(query("places"), {"breakdown": breakdown.id}, Hexagon)
    trends = member_trends(store, measure, breakdown.id, result.ends)
    names = {place.code: place.name for place in places}
    return Split(
        breakdown=breakdown,
        period=period,
        facts=facts[0],
        members=_in_order([_named(member, names) for member in members], result),
        council=council,
        trends={names.get(name, name): trend for name, trend in trends.items()},
        hexagons=_hexagons(places, {names.get(one.member, one.member) for one in members}),
        reasons=_reasons(store, about, members, names),
    )


def _named(member: Member, names: Mapping[str, str]) -> Member:
    name = names.get(member.member)
    return replace(member, member=name) if name else member


def _hexagons(places: Sequence[Hexagon], members: set[str]) -> Mapping[str, Hexagon]:
    """All places, as soon as one of them is a member: a map with holes would mislead."""
    shown = {place.name: place for place in places}
    return shown if members & shown.keys() else {}


def _reasons(
    store: Store,
    about: Mapping[str, object],
    members: Sequence[Member],
    names: Mapping[str, str],
) -> Mapping[str, str]:
    unexplained = (
        member.value is None and member.status not in _KNOWN_BY_STATUS for member in members
    )
    if not any(unexplained):
        return {}
    rows = store.fetch(query("why_empty"), about, _Reason)
    return {names.get(row.member, row.member): row.sentence for row in rows}


def _in_order(members: Sequence[Member], result: Result) -> tuple[Member, ...]:
    valued = [member for member in members if member.value is not None]
    empty = [member for member in members if member.value is None]
    valued.sort(key=lambda member: _badness(member.value or Decimal(0), result), reverse=True)
    return (*valued, *empty)


def _badness(value: Decimal, result: Result) -> tuple[Decimal, Decimal]:
    low, high = result.target_low, result.target_high
    if result.good == "range" and low is not None and high is not None:
        return max(low - value, value - high, Decimal(0)), value
    return (-value if result.good == "high" else value), Decimal(0)
